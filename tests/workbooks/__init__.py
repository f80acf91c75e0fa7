"""One sheet of rows written in the ways of the programs that offices have, and what must be read of it."""
