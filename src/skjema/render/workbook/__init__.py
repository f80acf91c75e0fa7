"""Workbooks that skjema writes: to be filled in, marked with faults, and listing a pack."""
