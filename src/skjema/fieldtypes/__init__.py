"""Field types: how each is read, shown, ordered, and typed into a workbook."""
