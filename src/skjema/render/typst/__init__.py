"""Sets pages with typst."""
