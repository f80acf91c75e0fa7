"""Converts Word documents of the user's own to PDF, with LibreOffice or Word."""
