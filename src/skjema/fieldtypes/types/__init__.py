"""One module for each field type, named as definitions name it; each holds the type as `TYPE`."""
