"""Word: the letter from one template per dialect, each peer with its own, in files of their own and in one zip."""

import json
import sys
import zipfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from skjema.render.word.template import WordTemplate  # a letter that is no form

import docx_text
import letter
import peers
from dialects import CARBONE, JINJA, MUSTACHE, WORD_FIELDS
from measure import HERE, WORK, Check, Command, Contestant, Report, Result, Role, Settings, race, spread
from section import Goal, Section, by_name, ratio

DOCUMENTS, ZIPPED = 1000, 10_000
"""Letters in files of their own, and in one zip."""
DIALECTS = {"jinja": JINJA, "mustache": MUSTACHE, "carbone": CARBONE, "fields": WORD_FIELDS}
CHANGING = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
"""Parts of the letter that differ from record to record."""

_FOLDER = WORK / "word"
_FINISHED = _FOLDER / "finished"


def measure(settings: Settings) -> list[Section]:
    """The letters in files, skjema beside all its peers, then in one zip, beside docxtpl."""
    records = list(letter.records(DOCUMENTS))
    _prepare(records)
    return [_files(records, settings), _zip(records, settings)]


def _prepare(records: Sequence[letter.Record]) -> None:
    """The data, each contestant's template and the finished letters for the floors."""
    _FINISHED.mkdir(parents=True, exist_ok=True)
    data = _FOLDER / "data.json"
    data.write_text(json.dumps(records, ensure_ascii=False), "utf-8")
    conditions = [block.condition for block in letter.BODY if isinstance(block, letter.When)]
    for name, dialect in DIALECTS.items():
        template = _FOLDER / f"{name}.docx"
        template.write_bytes(dialect.template())
        given = {
            "template": str(template),
            "data": str(data),
            "conditions": conditions,
            "finished": str(_FINISHED),
            "changing": CHANGING,
        }
        (_FOLDER / f"{name}.json").write_text(json.dumps(given), "utf-8")
    make = WordTemplate("brev.docx", JINJA.template()).render
    for at, record in enumerate(records):
        (_FINISHED / f"{at:05}.docx").write_bytes(make(record))


def _files(records: Sequence[letter.Record], settings: Settings) -> Section:
    check = partial(_check_files, records)
    node = peers.node_absent()

    def one(name: str, script: str, dialect: str, note: str = "", role: Role = "peer") -> Contestant:
        absent = node if script.endswith(".mjs") else ""
        return Contestant(name, role, _command(script, dialect), DOCUMENTS, check, note, absent)

    results = race(
        "Word, files",
        [
            one("skjema", "word_ours.py", "jinja", role="ours"),
            _docxtpl(check),
            one("docx-mailmerge2", "word_mailmerge.py", "fields", "Word's merge fields and IF fields"),
            one("carbone", "word_carbone.mjs", "carbone"),
            one("docxtemplater", "word_docxtemplater.mjs", "mustache"),
            one("easy-template-x", "word_easy.mjs", "mustache"),
            one("floor: deflate and write", "word_floor.py", "jinja", "texts rendered beforehand", "floor"),
            one("floor: write", "write_floor.py", "jinja", "files finished beforehand", "floor"),
        ],
        settings,
    )
    return Section(
        "Word: 1 000 letters, a file each",
        "2 pages, 25 fields, a loop of 15 rows, 5 conditions, header, footer, logo of 30 kB. Whole process, from start "
        "to last file.",
        DOCUMENTS,
        results,
        _file_goals(results),
        caption="Word: 1 000 letters of 2 pages, a file each",
    )


def _file_goals(results: Sequence[Result]) -> list[Goal]:
    timed = by_name(results)
    skjema, docxtpl, floor = (timed.get(name) for name in ("skjema", "docxtpl", "floor: deflate and write"))
    fastest = Section("", "", DOCUMENTS, results).best("peer")
    who = f" ({fastest.name})" if fastest else ""
    alone = ratio(skjema, floor, DOCUMENTS)
    work = "Word, 1 000 files:"
    return [
        Goal(f"{work} a docxtpl loop takes", 35, ratio(docxtpl, skjema, DOCUMENTS), at_least=True),
        Goal(f"{work} the fastest peer{who} takes", 10, ratio(fastest, skjema, DOCUMENTS), at_least=True),
        Goal(f"{work} skjema takes, of deflating and writing alone", 1.5, alone, at_least=False),
        Goal(f"{work} memory of skjema", 60, skjema.memory if skjema else None, at_least=False, unit="MB"),
    ]


def _zip(records: Sequence[letter.Record], settings: Settings) -> Section:
    skjema = Contestant("skjema", "ours", _command("word_ours_zip.py", "jinja"), ZIPPED, partial(_check_zip, records))
    results = race("Word, one zip", [skjema, _docxtpl(partial(_check_files, records))], settings)
    timed = by_name(results)
    return Section(
        "Word: the same letters into one zip",
        "skjema makes 10 000 letters in one zip, docxtpl 1 000 files; the time of a letter is compared.",
        ZIPPED,
        results,
        [Goal("Word, one zip of 10 000: a docxtpl loop takes", 100, _letters(timed), at_least=True)],
    )


def _letters(timed: Mapping[str, Result]) -> float | None:
    """How many times as long a letter takes docxtpl, each with its own start among its own letters."""
    skjema, docxtpl = timed.get("skjema"), timed.get("docxtpl")
    if skjema is None or docxtpl is None:
        return None
    return docxtpl.wall / docxtpl.documents / (skjema.wall / skjema.documents)


def _docxtpl(check: Check) -> Contestant:
    note = "open, render, save"
    return Contestant("docxtpl", "peer", _command("word_docxtpl.py", "jinja"), DOCUMENTS, check, note)


def _command(script: str, dialect: str) -> Command:
    program = "node" if script.endswith(".mjs") else sys.executable
    return lambda out, count: (program, HERE / "contestants" / script, _FOLDER / f"{dialect}.json", out, str(count))


def _check_files(records: Sequence[letter.Record], out: Path, _: Report, count: int) -> str:
    made = sorted(out.iterdir())
    if len(made) != count:
        return f"{len(made)} files instead of {count}"
    return next((fault for at in spread(count) if (fault := _difference(made[at], records[at]))), "")


def _check_zip(records: Sequence[letter.Record], out: Path, _: Report, count: int) -> str:
    with zipfile.ZipFile(out / "alle.zip") as archive:
        names = archive.namelist()
        if len(names) != count:
            return f"{len(names)} letters instead of {count}"
        looked_at = [(Path(archive.extract(names[at], out)), records[at % len(records)]) for at in spread(count)]
    return next((fault for path, record in looked_at if (fault := _difference(path, record))), "")


def _difference(path: Path, record: letter.Record) -> str:
    """Where the text of a letter isn't what it must be."""
    found, wanted = docx_text.paragraphs(path), letter.visible(record)
    for part, lines in wanted.items():
        if found[part] != [line.strip() for line in lines]:
            pairs = zip(lines, found[part], strict=False)
            at = next((f"{found!r}, not {line!r}" for line, found in pairs if line.strip() != found), "too few or many")
            return f"{path.name}, {part}: {at}"[:200]
    return ""
