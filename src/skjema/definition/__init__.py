"""Definitions of forms: read from `skjema.toml`, checked completely, and resolved into a `Form`."""
