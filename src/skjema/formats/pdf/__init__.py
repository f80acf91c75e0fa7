"""Reads and writes PDF files: objects, form fields, structure, and texts fitted into boxes."""
