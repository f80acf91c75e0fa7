"""Records as calendar files."""
