"""Records as written become values, or problems."""
