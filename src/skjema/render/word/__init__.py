"""Word files: templates built from a definition, compiled once, rendered record by record as bytes."""
