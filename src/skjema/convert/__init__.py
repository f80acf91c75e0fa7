"""Word documents of the user's own become PDF, by LibreOffice or Word."""
