"""Makes workbooks: to be filled in, marked with faults, with replies, or listing a pack."""
