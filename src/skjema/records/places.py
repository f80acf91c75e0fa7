"""Where the values of a record that is a row of a table stand."""

from dataclasses import dataclass, field

from skjema.definition.columns import Path
from skjema.problems import Place


@dataclass(slots=True)
class TablePlacing:
    """Places of a record that is a row of a table, with what it shares and rows of groups that belong to it.

    It holds no open file, so that a record can be sent to another process.
    """

    row: Place
    column_of: dict[Path, int]
    common: dict[Path, Place]
    groups: dict[str, list[tuple[Place, dict[Path, int]]]] = field(default_factory=dict)

    def place(self, path: Path | None = None) -> Place:
        if path is None:
            return self.row
        if path in self.common:
            return self.common[path]
        if isinstance(path, tuple) and path[0] in self.groups and len(path) == 3:
            row, column_of = self.groups[path[0]][path[1] - 1]
            return row._replace(column=column_of.get((path[0], 0, path[2]), 0))
        column = self.column_of.get(path, 0)
        if not column and isinstance(path, str):  # a `choices` field with a column for each answer
            answers = (at for found, at in self.column_of.items() if isinstance(found, tuple) and found[0] == path)
            column = next(answers, 0)
        return self.row._replace(column=column)
