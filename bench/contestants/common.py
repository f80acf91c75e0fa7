"""What a contestant in Python is given, and what it reports when it is done."""

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any


class Work:
    """One run's work, from the command line: a JSON file that says what, the folder to write to, how many documents.

    Attributes:
        given: What the JSON file says.
        records: The data of each document.
    """

    def __init__(self) -> None:
        self.given: dict[str, Any] = json.loads(Path(sys.argv[1]).read_bytes())
        self.out = Path(sys.argv[2])
        self.count = int(sys.argv[3])
        self.records: list[dict[str, Any]] = []
        if "data" in self.given:
            self.records = json.loads(Path(self.given["data"]).read_bytes())[: self.count]
        self.template = Path(self.given["template"]) if "template" in self.given else Path()
        self._idle = 0.0
        self._began = perf_counter()

    def target(self, number: int, suffix: str) -> Path:
        """Where document `number`, counted from 0, goes."""
        return self.out / f"{number:05}{suffix}"

    def begin(self, *, idle: bool = False) -> None:
        """Everything is imported and read; with `idle`, the time since the start of the work doesn't count."""
        now = perf_counter()
        if idle:
            self._idle = now - self._began
        self._began = now

    def done(self, **more: int) -> None:
        """Tell how long the documents took, how much of the process's time is not the contestant's, and `more`."""
        sys.stdout.write(json.dumps({"loop": perf_counter() - self._began, "idle": self._idle, **more}) + "\n")
