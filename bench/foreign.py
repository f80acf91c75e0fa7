"""skjema and its peers on PDF forms of others: which letters are seen, what is ticked, lost, refused, and how long.

    python bench/foreign.py FOLDER... [--write]

Every PDF below the folders that has fields to fill in is filled in once by each contestant: all text fields that can be
written in, with as many of the letters «ØŊłễЯ» as they have room for, and all boxes that are ticked by themselves.
Three viewers then read each page. The PDFs are whoever's they are, and are never part of this repository. `--write`
puts the table into README.md. It wants what `run.py` wants, and `pdftotext` and `mutool`.
"""

import argparse
import hashlib
import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pikepdf import Pdf
from skjema.errors import SkjemaError
from skjema.formats.pdf.acroform import READ_ONLY, FormField
from skjema.render.pdf.own_paper import read_fields

import foreign_viewers
import peers
from measure import HERE, WORK

LETTERS = "ØŊłễЯ"
FOLDER = WORK / "foreign"
FONT = HERE.parent / "src/skjema/fonts/NotoSans-Regular.ttf"
_LETTER = 8.0
"""Width that a letter needs, in points."""
_LONGEST = 60.0
"""Seconds that one form may take."""
_START, _END = "<!-- foreign -->", "<!-- /foreign -->"


@dataclass(frozen=True, slots=True)
class Filling:
    """One form, and what is written in it.

    Attributes:
        texts: By name of the field.
        ticks: The state of each box that is on, by name of the field.
    """

    pdf: Path
    texts: Mapping[str, str]
    ticks: Mapping[str, str]

    @property
    def folder(self) -> Path:
        return FOLDER / hashlib.sha256(self.pdf.read_bytes()).hexdigest()[:12]


@dataclass(slots=True)
class Score:
    """What a contestant has made of all forms.

    Attributes:
        seen: Letters that each viewer reads, of those that were to be written.
        loops: Seconds the form took by the contestant's own clock, after imports; where it tells.
        refused: Forms that nothing was made of.
        lost: Fields that are gone.
    """

    times: list[float] = field(default_factory=list)
    loops: list[float] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    ticked: int = 0
    held: int = 0
    lost: int = 0
    refused: list[str] = field(default_factory=list)


def filling_of(pdf: Path) -> Filling | None:
    """What is written in a form; None for a file that has nothing to write in."""
    try:
        fields = read_fields(pdf.name, pdf.read_bytes()).fields
    except SkjemaError:
        return None
    shown = [one for one in fields if not one.flags & READ_ONLY and any(place.is_shown for place in one.places)]
    texts = {one.name: LETTERS[: _room(one)] for one in shown if one.kind == "text" and _room(one)}
    ticks = {one.name: one.states[0] for one in shown if one.kind == "tick" and len(one.states) == 1}
    return Filling(pdf, texts, ticks) if texts or ticks else None


def _room(one: FormField) -> int:
    """How many letters a field has room for."""
    width = min(place.rectangle[2] - place.rectangle[0] for place in one.places if place.is_shown)
    height = min(place.rectangle[3] - place.rectangle[1] for place in one.places if place.is_shown)
    if one.is_comb:
        return min(one.max_length, len(LETTERS))
    room = int((width - 4) / _LETTER) if height >= _LETTER else 0
    return max(min(room, len(LETTERS), one.max_length or len(LETTERS)), 0)


def prepare(one: Filling) -> None:
    """Write what the contestants are given."""
    folder = one.folder
    shutil.rmtree(folder, ignore_errors=True)
    form = folder / "templates" / "prove"
    form.mkdir(parents=True)
    shutil.copyfile(one.pdf, form / "prove.pdf")
    shutil.copyfile(one.pdf, folder / "form.pdf")
    (form / "skjema.toml").write_text(_definition(one), "utf-8")
    names = [*one.texts, *one.ticks]
    ours = {f"f{at}": one.texts.get(name, "ja") for at, name in enumerate(names)}
    given: dict[str, object] = {
        "ours": {"form": str(form), "json": str(folder / "rows.json")},
        "rows": [ours],
        "values": [{**one.texts, **dict.fromkeys(one.ticks, True)}],
        "states": [{**one.texts, **{name: f"/{state}" for name, state in one.ticks.items()}}],
        "pdfcpu": {"forms": [{
            "textfield": [{"name": name, "value": text} for name, text in one.texts.items()],
            "checkbox": [{"name": name, "value": True} for name in one.ticks],
        }]},
    }  # fmt: skip
    for data in ("values", "states"):
        given[f"by-{data}"] = {
            "template": str(folder / "form.pdf"),
            "data": str(folder / f"{data}.json"),
            "font": str(FONT),
        }
    for name, content in given.items():
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def _definition(one: Filling) -> str:
    names = [(name, "text") for name in one.texts] + [(name, "yes_no") for name in one.ticks]
    fields = "".join(
        f'[[section.field]]\nid = "f{at}"\ntype = "{kind}"\nlabel = {{ nb = "f{at}" }}\npdf = {_text(name)}\n'
        for at, (name, kind) in enumerate(names)
    )
    head = (
        'schema = 1\n[form]\nid = "prove"\nversion = "2026-01-01"\nlayout = "fixed"\npdf = "own"\nlanguages = ["nb"]\n'
    )
    titles = 'title = { nb = "Prøve" }\nrecords = { nb = "Rader" }\nkey = ["f0"]\n[[section]]\nid = "del"\n'
    return head + titles + fields


def _text(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _script(name: str, given: str, program: str | Path = sys.executable) -> Callable[[Filling, Path], list[str]]:
    def command(one: Filling, out: Path) -> list[str]:
        at = [str(program), *(["-m", f"contestants.{name}"] if name[-4:] != ".mjs" else [f"contestants/{name}"])]
        return [*at, str(one.folder / f"{given}.json"), str(out), "1"]

    return command


def _pdfcpu(one: Filling, out: Path) -> list[str]:
    folder = one.folder
    settings = ["--conf", str(peers.PDFCPU_SETTINGS), "--offline", "--quiet"]
    files = [folder / "form.pdf", folder / "pdfcpu.json", out / "00000.pdf"]
    return [str(peers.PDFCPU_PROGRAM), "form", "fill", *settings, *map(str, files)]


CONTESTANTS: Mapping[str, Callable[[Filling, Path], list[str]]] = {
    "**skjema**": _script("foreign_ours", "ours"),
    "pypdf": _script("pdf_pypdf", "by-states"),
    "pikepdf": _script("pdf_pikepdf", "by-values"),
    "PyPDFForm": _script("pdf_pypdfform", "by-values", peers.pypdfform_python()),
    "pdf-lib": _script("pdf_pdflib.mjs", "by-values", "node"),
    "pdfcpu": _pdfcpu,
}


def run(name: str, one: Filling, before: Mapping[str, foreign_viewers.Seen], score: Score) -> None:
    """Let a contestant fill in a form, and look at what it has made."""
    out = one.folder / name.strip("*")
    out.mkdir()
    began, said, told = time.perf_counter(), "too slow", b""
    with suppress(subprocess.TimeoutExpired):
        done = subprocess.run(CONTESTANTS[name](one, out), cwd=HERE, capture_output=True, timeout=_LONGEST, check=False)
        said, told = (done.stderr.decode("utf-8", "replace").strip().splitlines() or [""])[-1], done.stdout
    taken = time.perf_counter() - began
    made = next(iter(sorted(out.rglob("*.pdf"))), None)
    if made is None or not made.stat().st_size:
        score.refused.append(f"{one.pdf.name}: {said or 'nothing made'}"[:160])
        return
    score.times.append(taken)
    if told.startswith(b"{"):
        score.loops.append(json.loads(told)["loop"])
    held = _held(made)
    score.held += sum(held.get(field) == text for field, text in one.texts.items())
    score.ticked += sum(held.get(field) == f"/{state}" for field, state in one.ticks.items())
    score.lost += sum(field not in held for field in (*one.texts, *one.ticks))
    for viewer, seen in foreign_viewers.read(made).items():
        wanted = foreign_viewers.letters_of(one.texts.values())
        found = {letter: seen.get(letter, 0) - before[viewer].get(letter, 0) for letter in wanted}
        score.seen[viewer] = score.seen.get(viewer, 0) + sum(
            min(max(found[one], 0), count) for one, count in wanted.items()
        )


def _held(made: Path) -> dict[str, object]:
    """What the fields of a file hold, as pikepdf reads them."""
    try:
        with Pdf.open(made) as pdf:
            return {name: value for one in pdf.Root.AcroForm.Fields for name, value in _values(one, "", "")}
    except Exception:  # noqa: BLE001 - whatever a file does to a reader, its fields are lost
        return {}


def _values(one: Any, above: str, inherited: str) -> Iterator[tuple[str, str]]:
    """Names and values of a field and those below it."""
    name = ".".join(filter(None, (above, str(one.get("/T", "")))))
    value = str(one.get("/V", inherited))
    named = [kid for kid in one.get("/Kids", ()) if "/T" in kid]
    for kid in named:
        yield from _values(kid, name, value)
    if not named:
        yield name, value


def distinct_forms(folders: Sequence[Path]) -> list[Filling]:
    """The forms to be filled in, each file once."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    found: dict[Path, Filling] = {}
    for pdf in sorted(path for folder in folders for path in folder.rglob("*.pdf")):
        if filling := filling_of(pdf):
            found.setdefault(filling.folder, filling)
    return list(found.values())


def table(forms: Sequence[Filling], scores: Mapping[str, Score]) -> str:
    letters = sum(sum(foreign_viewers.letters_of(one.texts.values()).values()) for one in forms)
    texts, ticks = sum(len(one.texts) for one in forms), sum(len(one.ticks) for one in forms)
    rows = [
        f"{len(forms)} forms, {texts} texts of together {letters} letters, {ticks} boxes. Times are medians.",
        "",
        "| | Poppler | pdfium | MuPDF | texts held | boxes ticked | fields lost | nothing made | ms | without start |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, score in scores.items():
        seen = [f"{score.seen.get(viewer, 0) / max(letters, 1):.1%}" for viewer in foreign_viewers.VIEWERS]
        shares = [f"{score.held / max(texts, 1):.1%}", f"{score.ticked / max(ticks, 1):.1%}"]
        ms = " | ".join(f"{statistics.median(one) * 1000:.0f}" if one else "" for one in (score.times, score.loops))
        rows.append(f"| {name} | {' | '.join([*seen, *shares])} | {score.lost} | {len(score.refused)} | {ms} |")
    return "\n".join(rows)


def main() -> None:
    """Fill in all forms and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    given = parser.parse_args()
    peers.install(["pdf"], lambda text: print(text, file=sys.stderr))
    forms = distinct_forms(given.folders)
    scores = {name: Score() for name in CONTESTANTS}
    for one in forms:
        prepare(one)
        before = foreign_viewers.read(one.pdf)
        for name, score in scores.items():
            run(name, one, before, score)
        print(f"{one.pdf.name}: {len(one.texts)} texts, {len(one.ticks)} boxes", file=sys.stderr)
    for name, score in scores.items():
        for line in score.refused:
            print(f"{name}: {line}", file=sys.stderr)
    text = f"Measured {datetime.now(UTC):%Y-%m-%d}: `python bench/foreign.py`. {table(forms, scores)}"
    print(text)
    if given.write:
        readme = HERE / "README.md"
        before, _, rest = readme.read_text("utf-8").partition(_START)
        readme.write_text(f"{before}{_START}\n\n{text}\n\n{_END}{rest.partition(_END)[2]}", "utf-8")


if __name__ == "__main__":
    main()
