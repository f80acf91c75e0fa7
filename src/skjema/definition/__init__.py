"""Definitions of forms: reads `skjema.toml` with its blocks and profile, checks it, and makes a `Form` of it."""
