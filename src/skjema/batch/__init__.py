"""One run: every record looked at before the first file is written, then made and written one by one."""
