"""Papers that have come back through a scanner: which page each is, and what was ticked and written on it."""
