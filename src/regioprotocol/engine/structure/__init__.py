"""What a message of release 3.2 looks like: our own description of elements and facets, and the check against it."""
