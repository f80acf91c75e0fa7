"""Run one command and tell how long it took and how much memory it had at most.

`python -I -S launch.py FOLDER COMMAND…` prints JSON. It stands between the benchmark and the contestant because
Linux counts the memory of the process that starts another as the other's own; this one has next to none.
"""

import json
import os
import sys
import time
from pathlib import Path


def main() -> None:
    folder, command = Path(sys.argv[1]), sys.argv[2:]
    out, err = folder / "stdout", folder / "stderr"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [(os.POSIX_SPAWN_OPEN, number, path, flags, 0o644) for number, path in ((1, out), (2, err))]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    sys.stdout.write(
        json.dumps({"wall": wall, "cpu": used.ru_utime + used.ru_stime, "rss": used.ru_maxrss, "code": code})
    )


if __name__ == "__main__":
    main()
