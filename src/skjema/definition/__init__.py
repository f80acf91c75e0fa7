"""What a form is: read from `skjema.toml`, checked whole, and resolved into a `Form`."""
