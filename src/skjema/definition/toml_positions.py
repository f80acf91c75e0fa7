"""The lines on which the keys of a TOML file stand, which tomllib doesn't tell."""

import re

Path = tuple[str | int, ...]
"""Keys and list indexes from the top of the file: `("section", 2, "field", 3, "required")`."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-\s]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r'\s*([A-Za-z0-9_\-]+|"[^"]*")\s*(=|\.)')
_LONG_STRING = re.compile(r"'''|\"\"\"")


class Lines:
    """Line numbers, counted from 1, of the tables and keys of one TOML text."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {(): 1}
        self._counts: dict[Path, int] = {}
        table: Path = ()
        # The quotes of the long string that the line begins in: what looks like a table in it is text.
        inside: str | None = None
        for number, line in enumerate(text.splitlines(), start=1):
            if inside is None:
                if header := _HEADER.match(line):
                    table = self._table(header[2], is_list=header[1] == "[[")
                    self._lines[table] = number
                elif key := _KEY.match(line):
                    self._lines.setdefault((*table, key[1].strip('"')), number)
            for quotes in _LONG_STRING.findall(line):
                inside = quotes if inside is None else (None if inside == quotes else inside)

    def _table(self, header: str, *, is_list: bool) -> Path:
        """The path of the table that a header begins; each `[[list]]` of the same name is the list's next table."""
        *parents, last = (name.strip() for name in header.split("."))
        path: Path = ()
        for name in parents:
            path = (*path, name)
            # TOML: a list within the header means the latest of its tables.
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, last)
        if is_list:
            self._counts[path] = self._counts.get(path, 0) + 1
            path = (*path, self._counts[path] - 1)
        return path

    def line_of(self, path: Path) -> int:
        """The line of the key at `path`, or of the nearest table or key that holds it."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]
