"""`run.json`: what a run made of each record, without a single one of its values."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from skjema import __version__
from skjema.definition.model import Form
from skjema.output.write import write_file
from skjema.wording import Language

MANIFEST = "run.json"

Status = Literal["written", "warning", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one record.

    Attributes:
        place: Where it stands, as text; the file, sheet and row, never a value.
        status: Written, written with warnings, or not written.
        codes: Codes of its problems.
    """

    number: int
    place: str
    status: Status
    files: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(slots=True)
class Manifest:
    """The report of a run."""

    form: Form
    language: Language
    run_date: date
    outcomes: list[Outcome] = field(default_factory=list)

    def write(self, folder: Path, *, overwrite: bool) -> None:
        """Write it; the last file of a run, so that its presence says the run came to its end."""
        content = json.dumps(self._data(self.outcomes), ensure_ascii=False, indent=1) + "\n"
        write_file(folder / MANIFEST, content.encode(), overwrite=overwrite)

    def _data(self, outcomes: Sequence[Outcome]) -> dict[str, object]:
        counts = Counter(outcome.status for outcome in outcomes)
        return {
            "skjema": __version__,
            "form": self.form.id,
            "version": self.form.version,
            "language": self.language,
            "date": self.run_date.isoformat(),
            "records": len(outcomes),
            "files": sum(len(outcome.files) for outcome in outcomes),
            "counts": {status: counts[status] for status in ("written", "warning", "failed")},
            "outcomes": [
                {"nr": one.number, "place": one.place, "status": one.status, "files": one.files, "codes": one.codes}
                for one in outcomes
            ],
        }
