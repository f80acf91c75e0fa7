"""Checked records become Word and PDF files, as bytes; nothing here writes to disk."""
