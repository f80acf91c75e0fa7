"""Renders records as calendar files."""
