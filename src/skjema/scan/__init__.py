"""Reads scanned papers: which page of which record each is, and what was ticked and written on it."""
