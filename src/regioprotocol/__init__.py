"""Regional administration protocols for iWmo and iJw as data: checked, resolved, explained, exported."""
