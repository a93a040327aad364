"""The domain: frozen records, valid by construction. Knows no files, no YAML and no exported form."""
