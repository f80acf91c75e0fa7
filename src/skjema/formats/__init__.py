"""Reads and writes files by their format (xlsx, csv, docx, PDF, …); nothing here knows what a form is."""
