"""Renders checked records as Word, PDF and other files, as bytes; nothing here writes to disk."""
