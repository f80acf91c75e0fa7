"""Word files: their members, and WordprocessingML in small pieces."""
