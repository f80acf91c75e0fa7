"""First definitions of papers that others made: what each field is taken for, and the `skjema.toml` that says it."""
