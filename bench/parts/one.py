"""Word: one document, the whole command, as somebody makes it who has one child's data in a file."""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import count as counting
from pathlib import Path
from typing import Any

from skjema import api
from skjema.definition.example import example_records  # the record to fill in
from skjema.formats.docx.members import members_of  # docxtpl gets skjema's template, with its boxes to tick changed
from skjema.formats.zip_writer import Archive, compress_member  # which is packed again
from skjema.render.word.context import context  # and the names that skjema gives the template
from skjema.render.word.word_renderer import template_file

import docx_text
import ours
from measure import HERE, WORK, Command, Contestant, Report, Result, Settings, race
from section import Goal, Section, by_name, ratio

ROUNDS = 7
"""At least so many: a run is short, and chance weighs much on it."""

_FOLDER = WORK / "one"
_RECORD = _FOLDER / "record.json"
_TICK = re.compile(r"{{ ((?:rad\.)?valgt\.[\w.]+) }}")
_SKJEMA, _FIRST, _DOCXTPL = "skjema fill", "skjema fill, the first time", "docxtpl script"


def measure(settings: Settings) -> list[Section]:
    """skjema with what it kept and without, beside a docxtpl script."""
    rounds = max(ROUNDS, settings.rounds)
    check = partial(_check, _prepare())
    note = "no checks"
    results = race(
        "One document",
        [
            Contestant(_SKJEMA, "ours", _fill, 1, check, ok=ours.DONE),
            Contestant(_FIRST, "ours", _first_fill(), 1, check, "nothing kept", ok=ours.DONE),
            Contestant(_DOCXTPL, "peer", _docxtpl, 1, check, note),
        ],
        settings,
        rounds,
    )
    return [
        Section(
            "Word: one document, the whole command",
            f"The consent form `{ours.CONSENT}` from one JSON object. skjema checks the data and writes its "
            "`run.json`; it has its definitions and templates from the last time. docxtpl gets the template's names "
            f"ready-made. {rounds} rounds.",
            1,
            results,
            _goals(results),
        )
    ]


def _prepare() -> Mapping[str, Sequence[str]]:
    """Write the data and docxtpl's template, and give the text that must come out."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    form = ours.form(ours.CONSENT)
    _RECORD.write_text(json.dumps([example_records(form)[0]], ensure_ascii=False), "utf-8")
    checked = next(ours.checked(ours.CONSENT, _RECORD))
    names, template, wanted = _FOLDER / "names.json", _FOLDER / "template.docx", _FOLDER / "wanted.docx"
    names.write_text(json.dumps([context(form, checked, "nb")], ensure_ascii=False), "utf-8")
    template.write_bytes(_template(form))
    given = {"template": str(template), "data": str(names)}
    (_FOLDER / "docxtpl.json").write_text(json.dumps(given), "utf-8")
    wanted.write_bytes(api.render(form, checked, "docx"))
    return docx_text.paragraphs(wanted)


def _template(form: Any) -> bytes:
    """The form's Word template, for docxtpl."""
    members = members_of(template_file(form, "nb")[1])
    body = "word/document.xml"
    parts = {**members, body: _with_boxes(members[body].decode()).encode()}
    return Archive(compress_member(name, content) for name, content in parts.items()).build()


def _with_boxes(body: str) -> str:
    """The body with the boxes to tick as docxtpl has to be told of them; skjema sees what they are."""
    return _TICK.sub(r"{{ '☒' if \1 else '☐' }}", body)


def _fill(out: Path, _: int) -> Sequence[str | Path]:
    return ours.fill_command(ours.CONSENT, _RECORD, out, "--format", "docx")


def _first_fill() -> Command:
    """The same, with a new place for what is kept in every run."""
    places = counting(1)

    def command(out: Path, number: int) -> Sequence[str | Path]:
        cache = out.parent / f"cache-{next(places)}"
        return ("env", f"SKJEMA_CACHE={cache}", *_fill(out, number))

    return command


def _docxtpl(out: Path, count: int) -> Sequence[str | Path]:
    script = HERE / "contestants" / "word_docxtpl.py"
    return (sys.executable, script, _FOLDER / "docxtpl.json", out, str(count))


def _check(wanted: Mapping[str, Sequence[str]], out: Path, _: Report, count: int) -> str:
    made = sorted(out.glob("*.docx"))
    if len(made) != count:
        return f"{len(made)} documents instead of {count}"
    found = docx_text.paragraphs(made[0])
    return next((f"its {part} has another text" for part, lines in wanted.items() if found[part] != lines), "")


def _goals(results: Sequence[Result]) -> list[Goal]:
    timed = by_name(results)
    measured = ratio(timed.get(_SKJEMA), timed.get(_DOCXTPL), 1)
    return [Goal("One document, JSON to Word: skjema takes, of a docxtpl script", 0.6, measured, at_least=False)]
