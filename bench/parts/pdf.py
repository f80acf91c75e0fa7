"""PDF: the form `benk`, filled in by skjema and by its peers, a file each."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from skjema import api

import application
import ours
import pdf_values
import peers
from application import FORM, Values
from measure import HERE, SAMPLE, WORK, Command, Contestant, Report, Result, Role, Settings, race, spread
from section import Goal, Section, by_name, ratio

DOCUMENTS, FEW = 1000, 100
"""Forms that the quick ones make, and the slow ones."""
FOLDER = WORK / "pdf"
"""The form, the data, and what each contestant is given; the pack has the same."""

_FINISHED = FOLDER / "finished"
_SKJEMA, _FLAT = "skjema, fillable", "skjema, flat"
_PIKEPDF, _PYPDF, _PDFCPU = "pikepdf", "pypdf", "pdfcpu form multifill"


@dataclass(slots=True)
class Shown:
    """The texts of one contestant that were looked for on its pages, and how many of them lack letters."""

    texts: int = 0
    lacking: int = 0

    def count(self, path: Path, values: Values) -> int:
        """How many texts of this file lack letters."""
        shown, texts = pdf_values.shown(path, values)
        self.texts += texts
        self.lacking += texts - shown
        return texts - shown

    def note(self) -> str:
        return f"{self.lacking} of {self.texts} texts lack letters on the page" if self.lacking else ""


@dataclass(frozen=True, slots=True)
class Looker:
    """Looks at the output of one contestant, and remembers what its pages showed."""

    wanted: Sequence[Values]
    is_flat: bool = False
    shown: Shown = field(default_factory=Shown)

    def check(self, out: Path, _: Report, count: int) -> str:
        made = sorted(out.glob("*.pdf"), key=in_order)
        if len(made) != count:
            return f"{len(made)} files instead of {count}"
        return next((fault for at in spread(count) if (fault := self._difference(made[at], self.wanted[at]))), "")

    def _difference(self, path: Path, wanted: Values) -> str:
        found, lacking = pdf_values.fields(path), self.shown.count(path, wanted)
        if self.is_flat:  # there is nothing but the page
            return f"{path.name}: {len(found)} fields, {lacking} texts missing" if found or lacking else ""
        names = [name for name in wanted.keys() | found.keys() if found.get(name) != wanted.get(name)]
        return f"{path.name}: {names[0]} is {found.get(names[0])!r}"[:200] if names else ""


def in_order(path: Path) -> tuple[int, str]:
    """Files by their numbers, 99 before 100."""
    return len(path.name), path.name


def measure(settings: Settings) -> list[Section]:
    """The form as files, skjema beside all its peers."""
    wanted = prepare(DOCUMENTS)
    _prepare_more(wanted)
    lookers: dict[str, Looker] = {}
    results = race("PDF, files", list(_contestants(wanted, lookers)), settings)
    results = [replace(one, note=lookers[one.name].shown.note()) for one in results]
    return [
        Section(
            "PDF: a form of 40 fields, a file each",
            "2 pages, 34 text fields, 6 tick boxes, every letter embedded. Whole process, from start to last file. Of "
            "the peers that made fewer documents, the start is spread over 1 000.",
            DOCUMENTS,
            results,
            _goals(results),
            caption="PDF: 1 000 forms of 2 pages and 40 fields, a file each",
        )
    ]


def prepare(documents: int) -> list[Values]:
    """Write the data and the blank form, and give the values that must come out."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    records = list(application.records(documents))
    wanted = [application.values(one) for one in records]
    template = FOLDER / f"{FORM}.pdf"
    template.write_bytes(api.blank_pdf(ours.form(FORM)))
    data, values = write_json("records", records), write_json("values", wanted)
    write_json("peers", {"template": str(template), "data": str(values), "font": str(ours.FONT)})
    write_json("fillable", {"form": FORM, "json": str(data), "flat": False})
    write_json("flat", {"form": FORM, "json": str(data), "flat": True})
    return wanted


def write_json(name: str, content: Any) -> Path:
    """A file that contestants are given."""
    path = FOLDER / f"{name}.json"
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return path


def _prepare_more(wanted: Sequence[Values]) -> None:
    """What pdfcpu is given, for either number of forms, and the finished files of the floor."""
    for count in (SAMPLE, FEW):
        write_json(f"pdfcpu-{count}", {"forms": [_pdfcpu_form(values) for values in wanted[:count]]})
    _FINISHED.mkdir(exist_ok=True)
    render = api.renderer(ours.form(FORM), "pdf").render
    for at, record in enumerate(ours.checked(FORM, FOLDER / "records.json")):
        (_FINISHED / f"{at:05}.pdf").write_bytes(render(record))
    write_json("finished", {"finished": str(_FINISHED)})


def _pdfcpu_form(values: Values) -> dict[str, Any]:
    kinds = {"textfield": str, "checkbox": bool}
    return {
        kind: [{"name": name, "value": value} for name, value in values.items() if isinstance(value, type_)]
        for kind, type_ in kinds.items()
    }


def _contestants(wanted: Sequence[Values], lookers: dict[str, Looker]) -> Iterator[Contestant]:
    """Everybody; what looks at their output goes into `lookers`."""

    def one(name: str, role: Role, command: Command, documents: int, absent: str = "") -> Contestant:
        looker = lookers[name] = Looker(wanted, is_flat=name == _FLAT)
        return Contestant(name, role, command, documents, looker.check, absent=absent)

    yield one(_SKJEMA, "ours", script("pdf_ours.py", "fillable"), DOCUMENTS)
    yield one(_FLAT, "ours", script("pdf_ours.py", "flat"), DOCUMENTS)
    yield one(_PIKEPDF, "peer", script("pdf_pikepdf.py", "peers"), DOCUMENTS)
    yield one(_PYPDF, "peer", script("pdf_pypdf.py", "peers"), FEW)
    yield one("pdf-lib", "peer", script("pdf_pdflib.mjs", "peers", "node"), FEW, peers.node_absent())
    yield one(_PDFCPU, "peer", _pdfcpu, FEW, peers.pdfcpu_absent())
    own = peers.pypdfform_python()
    yield one("PyPDFForm", "peer", script("pdf_pypdfform.py", "peers", own), FEW, peers.pypdfform_absent())
    yield one("floor: write", "floor", script("write_floor.py", "finished"), DOCUMENTS)


def script(name: str, given: str, program: str | Path = sys.executable) -> Command:
    """The command of a contestant that is a script, and is given one of the files here."""
    return lambda out, count: (program, HERE / "contestants" / name, FOLDER / f"{given}.json", out, str(count))


def _pdfcpu(out: Path, count: int) -> Sequence[str | Path]:
    settings = ("--conf", peers.PDFCPU_SETTINGS, "--offline", "--quiet")
    data = FOLDER / f"pdfcpu-{count}.json"
    return (peers.PDFCPU_PROGRAM, "form", "multifill", *settings, FOLDER / f"{FORM}.pdf", data, out)


def _goals(results: Sequence[Result]) -> list[Goal]:
    timed = by_name(results)
    skjema, pypdf, pikepdf, pdfcpu = (timed.get(name) for name in (_SKJEMA, _PYPDF, _PIKEPDF, _PDFCPU))
    return [
        Goal("PDF, fillable: a pypdf loop takes", 100, ratio(pypdf, skjema, DOCUMENTS), at_least=True),
        Goal("PDF, fillable: pikepdf takes", 15, ratio(pikepdf, skjema, DOCUMENTS), at_least=True),
        Goal(f"PDF, fillable: {_PDFCPU} takes", 60, ratio(pdfcpu, skjema, DOCUMENTS), at_least=True),
    ]
