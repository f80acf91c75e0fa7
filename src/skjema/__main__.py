"""`python -m skjema`."""

import sys

if not sys.flags.safe_path:  # the folder of the clerk's lists comes first, and nothing that lies there is ours to run
    del sys.path[0]

from skjema.cli import main

main()
