"""Print pack: filled-in forms of many records in one PDF, all flat."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pypdfium2

import ours
import pdf_values
from application import FORM, Values
from measure import SAMPLE, Command, Contestant, Report, Result, Settings, race, spread
from parts.pdf import FOLDER, prepare, script, write_json
from section import Goal, Section, by_name, ratio

FEW, MANY = 200, 1000
"""Records in the pack that everybody makes, and in the one that the quick make."""
PAGES = 2
"""Of each form."""

_SKJEMA, _COMMAND, _PIKEPDF, _PYPDF = "skjema", "skjema pack", "pikepdf", "pypdf"
_FILE = "alle.pdf"


@dataclass(slots=True)
class Looker:
    """Looks at the packs of one contestant.

    Attributes:
        size: Kilobytes a record, of the last pack looked at.
        texts: Looked for on the pages; `lacking` of them lack letters.
    """

    wanted: Sequence[Values] = field(repr=False)
    size: float = 0.0
    texts: int = 0
    lacking: int = 0

    def check(self, out: Path, _: Report, count: int) -> str:
        path = out / _FILE
        self.size = path.stat().st_size / count / 1000
        pages, shown_by = looked_at(path, count)
        if pages != PAGES * count:
            return f"{pages} pages instead of {PAGES * count}"
        for at, shown in shown_by.items():
            texts = [pdf_values.letters(one) for one in self.wanted[at].values() if isinstance(one, str) and one]
            lacking = sum(one not in shown for one in texts)
            if 2 * lacking > len(texts):  # more than letters: the pages of another record, or empty ones
                return f"record {at + 1}: {lacking} of {len(texts)} texts are not on its pages"
            self.texts += len(texts)
            self.lacking += lacking
        return ""

    def note(self, more: str) -> str:
        lack = f"{self.lacking} of {self.texts} texts lack letters on the page" if self.lacking else ""
        return "; ".join(one for one in (f"{self.size:.1f} kB a record", more, lack) if one)


def looked_at(path: Path, count: int) -> tuple[int, dict[int, str]]:
    """How many pages a pack has, and the letters on those of some of its records; what isn't flat isn't read."""
    document = pypdfium2.PdfDocument(path)
    try:
        each = len(document) // count
        return len(document), {
            at: "".join(
                pdf_values.letters(document[page].get_textpage().get_text_bounded())
                for page in range(at * each, (at + 1) * each)
            )
            for at in spread(count)
        }
    finally:
        document.close()


def measure(settings: Settings) -> list[Section]:
    """A pack that all can make, and one of more records without the slowest."""
    wanted = prepare(MANY)
    records = json.loads((FOLDER / "records.json").read_bytes())
    for count in (SAMPLE, FEW, MANY):
        write_json(f"records-{count}", records[:count])
    few, _ = _raced(FEW, wanted, settings)
    many, size = _raced(MANY, wanted, settings)
    timed = by_name(many)
    pikepdf = ratio(timed.get(_PIKEPDF), timed.get(_SKJEMA), MANY)
    goals = [
        Goal("Print pack of 1 000: pikepdf takes", 30, pikepdf, at_least=True),
        Goal("Print pack of 1 000: size a record", 2, size, at_least=False, unit="kB"),
    ]
    title = "Print pack: one PDF of 200 forms of 2 pages"
    return [
        _section(title, FEW, few, caption=title),
        _section("Print pack: one PDF of 1 000 forms of 2 pages", MANY, many, goals),
    ]


def _section(
    title: str, documents: int, results: Sequence[Result], goals: Sequence[Goal] = (), caption: str = ""
) -> Section:
    text = "Filled in, flattened, put together and written; whole process. The values are ready, but for the command."
    return Section(title, text, documents, results, goals, "record", caption)


def _raced(count: int, wanted: Sequence[Values], settings: Settings) -> tuple[list[Result], float | None]:
    """The results of a pack of so many records, and how many kilobytes a record takes in skjema's."""
    lookers: dict[str, Looker] = {}
    results = race(f"Pack of {count}", list(_contestants(count, wanted, lookers)), settings)
    results = [one if one.fault else replace(one, note=lookers[one.name].note(one.note)) for one in results]
    return results, lookers[_SKJEMA].size if _SKJEMA in by_name(results) else None


def _contestants(count: int, wanted: Sequence[Values], lookers: dict[str, Looker]) -> Iterator[Contestant]:
    commands: dict[str, Command] = {
        _SKJEMA: script("pack_ours.py", "fillable"),
        _COMMAND: lambda out, count: ours.pack_command(FORM, FOLDER / f"records-{count}.json", out / _FILE),
        _PIKEPDF: script("pack_pikepdf.py", "peers"),
        _PYPDF: script("pack_pypdf.py", "peers"),
    }
    for name, command in commands.items():
        if name == _PYPDF and count > FEW:
            continue
        look = lookers[name] = Looker(wanted)
        note = "the command: reads and checks its data" if name == _COMMAND else ""
        role = "ours" if name in (_SKJEMA, _COMMAND) else "peer"
        yield Contestant(name, role, command, count, look.check, note, ok=ours.DONE if name == _COMMAND else {0})
