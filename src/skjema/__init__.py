"""Forms and documents for Norwegian municipalities: from a workbook to checked Word and PDF files."""

__version__ = "0.1.0"
