"""Reads Excel workbooks as rows, and writes them so that the same input gives the same bytes."""
