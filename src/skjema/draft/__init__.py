"""Drafts definitions of papers made by others: guesses each field's type, label and place, and writes `skjema.toml`."""
