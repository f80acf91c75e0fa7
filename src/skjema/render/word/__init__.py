"""Renders Word files: templates are built from a definition, compiled once, and rendered record by record as bytes."""
