"""What print services ask of a file, and whether it keeps to that."""
