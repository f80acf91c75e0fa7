"""Letters of one meeting's participants and of many meetings': skjema's whole command beside docxtpl's loop."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from skjema.render.word.context import context

import ours
from measure import HERE, WORK, Command, Contestant, Report, Settings, race
from section import Goal, Section, by_name, ratio

DOCUMENTS = 1000
"""Letters from many meetings."""
ONE_MEETING = 60
"""Letters from one."""
EACH = 6
"""Participants of each of the many."""

_FORM = "moteinnkalling"
_FOLDER = WORK / "invitations"
_SENTENCES = {"i_ord": ("mote_dato", "svarfrist"), "sma": ("arena",)}
"""What the template puts into words."""


def measure(settings: Settings) -> list[Section]:
    """Word files beside docxtpl with the same template and texts; PDF files, and a pack, beside one another."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    many, one = -(-DOCUMENTS // EACH), min(ONE_MEETING, DOCUMENTS)
    _prepare("many", [_meeting(at, EACH) for at in range(many)])
    _prepare("one", [_meeting(0, one)])
    results = race(
        "Invitations",
        [
            Contestant("skjema fill", "ours", _fill("many", "docx"), DOCUMENTS, _check, ok=ours.DONE),
            Contestant("docxtpl", "peer", _docxtpl("many"), DOCUMENTS, _check, "open, render, save"),
            Contestant("skjema fill, one meeting", "ours", _fill("one", "docx"), one, _check, ok=ours.DONE),
            Contestant("docxtpl, one meeting", "peer", _docxtpl("one"), one, _check, "open, render, save"),
            Contestant("skjema fill, PDF", "ours", _fill("many", "pdf"), DOCUMENTS, _check, "for paper", ok=ours.DONE),
            Contestant("skjema pack", "ours", _pack, DOCUMENTS, _check_pack, ok=ours.DONE),
        ],
        settings,
    )
    timed = by_name(results)
    goals = [
        Goal(
            "Invitations of many meetings, Word: a docxtpl loop takes",
            10,
            _times(timed, "docxtpl", "skjema fill"),
            at_least=True,
        ),
        Goal(
            "Invitations of one meeting, Word: a docxtpl loop takes",
            2,
            _times(timed, "docxtpl, one meeting", "skjema fill, one meeting"),
            at_least=True,
        ),
        Goal(
            "Invitations: a pack takes, of the PDF files",
            3,
            _times(timed, "skjema pack", "skjema fill, PDF"),
            at_least=False,
        ),
    ]
    text = (
        f"The form `{_FORM}`: {DOCUMENTS} letters of {many} meetings, and {one} of one."
        " docxtpl is given the texts ready made."
    )
    return [Section("Invitations: a letter for each who is to come", text, DOCUMENTS, results, goals)]


def _times(timed: dict[str, Any], over: str, under: str) -> float | None:
    return ratio(timed.get(over), timed.get(under), DOCUMENTS)


def _meeting(at: int, count: int) -> dict[str, Any]:
    return {
        "mote_nr": f"M-{at}", "brev_dato": ours.TODAY, "arena": "kompetanseteam_barnehage", "gjelder": "faste saker",
        "mote_dato": "2027-03-09", "kl_fra": "09:00", "kl_til": "11:00", "sted": "Rådhuset, møterom Fjord",
        "formal": "Halvårlig møte i teamet.", "enkeltsak": False, "svarfrist": "2027-02-23",
        "innkaller_navn": "Ellen Berg", "innkaller_rolle": "Styrer", "innkaller_tlf": "22 22 22 03",
        "saker": [{"sak": "Status i barnehagene", "ansvarlig": "Styrerne"}, {"sak": "Overgang til skole"}],
        "deltakere": [_participant(one) for one in range(count)],
    }  # fmt: skip


def _participant(number: int) -> dict[str, Any]:
    name = f"Máret {_name(number)} Nes"
    address = {"adresse": f"Gata {number}", "postnr": "0150", "poststed": "Eksempelby"}
    return {"navn": name, "rolle": "Styrer", "instans": "barnehage", **address}


def _name(number: int) -> str:
    return "".join("\u0160\u0111\u014båøaeiou"[int(digit)] for digit in f"{number:02}").capitalize()


def _prepare(name: str, meetings: list[dict[str, Any]]) -> None:
    """The data, and for docxtpl the template and what stands in it."""
    data = _FOLDER / f"{name}.json"
    data.write_text(json.dumps(meetings), "utf-8")
    form = ours.form(_FORM)
    contexts = [_plain(context(form, record, "nb")) for record in ours.checked(_FORM, data)]
    (_FOLDER / f"{name}-texts.json").write_text(json.dumps(contexts), "utf-8")
    given = {"template": str(form.folder / f"{_FORM}.nb.docx"), "data": str(_FOLDER / f"{name}-texts.json")}
    (_FOLDER / f"{name}-given.json").write_text(json.dumps(given), "utf-8")


def _plain(names: dict[str, Any]) -> dict[str, Any]:
    worded = {space: {name: names[space][name] for name in wanted} for space, wanted in _SENTENCES.items()}
    return {name: value for name, value in names.items() if name not in ("i_ord", "ukedag", "sma")} | worded


def _fill(name: str, kind: str) -> Command:
    return lambda out, count: ours.fill_command(
        _FORM, _FOLDER / f"{name}.json", out, "--format", kind, "--flat", "--rows", f"1-{count}"
    )


def _pack(out: Path, count: int) -> Sequence[str | Path]:
    return [*ours.pack_command(_FORM, _FOLDER / "many.json", out / "alle.pdf"), "--rows", f"1-{count}"]


def _docxtpl(name: str) -> Command:
    script = HERE / "contestants" / "word_docxtpl.py"
    return lambda out, count: (sys.executable, script, _FOLDER / f"{name}-given.json", out, str(count))


def _check(out: Path, _: Report, count: int) -> str:
    found = len([*out.glob("*.docx"), *out.glob("*.pdf")])
    return "" if found == count else f"{found} files instead of {count}"


def _check_pack(out: Path, _: Report, count: int) -> str:
    return "" if (out / "alle.pdf").exists() else "nothing was written"
