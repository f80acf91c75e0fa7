"""The clerk's files as records: every value as it was written, with its place."""
