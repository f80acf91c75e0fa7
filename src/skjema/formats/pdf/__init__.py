"""PDF files as objects and bytes, and text that is fitted into boxes."""
