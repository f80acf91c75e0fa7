"""`python -m skjema`."""

from skjema.cli import main

main()
