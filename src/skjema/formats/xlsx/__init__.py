"""Excel workbooks: read as rows, written with the same bytes each time."""
