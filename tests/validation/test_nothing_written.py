"""Dashes, and the words of programs, in cells where there is nothing to write."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from tests.drawing import TEMPLATES, checked, lines, sheet

CHILD: dict[str, Any] = {
    "Barnets navn": "Kari Berg", "Fødselsdato": date(2021, 3, 21), "Barnehage": "Granlia barnehage",
    "Skole": "Solbakken", "Skolestart": 2027, "Frist": date(2027, 1, 15), "Leveres til": "Granlia",
    "Mor": "Mari Berg", "Mors foreldreansvar": "Alene",
}  # fmt: skip


def read(form: Form, folder: Path, *rows: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    records, problems = checked(form, sheet(folder / "a.xlsx", [list(rows[0]), *(list(row.values()) for row in rows)]))
    return [record.values for record in records], lines(problems)


@pytest.mark.parametrize("dash", ["-", "\u2013", "\u2014", " - ", "--"])
def test_a_dash_in_every_cell_of_a_guardian_is_nobody(overgang: Form, tmp_path: Path, dash: str) -> None:
    father = dict.fromkeys(["Far", "Fars foreldreansvar", "Adressesperre", "Postnr", "Avdeling"], dash)
    (values,), told = read(overgang, tmp_path, CHILD | father)
    assert [one["navn"] for one in values["foresatte"]] == ["Mari Berg"]
    assert (values["barn_adressesperre"], values["barn_postnr"]) == (None, None)
    assert [line for line in told if "value-placeholder" not in line] == []


def test_a_dash_where_something_must_be_is_empty(overgang: Form, tmp_path: Path) -> None:
    _, told = read(overgang, tmp_path, CHILD | {"Fødselsdato": "-", "Mors foreldreansvar": "-"})
    assert [line.split(": ", 1)[1] for line in told if "required" in line] == [
        "«Fødselsdato» må fylles ut. [required-empty]",
        "«Forelder eller foresatt 1: Foreldreansvar» må fylles ut. [required-empty]",
    ]


def test_a_row_of_dashes_is_no_child(overgang: Form, tmp_path: Path) -> None:
    records, _ = read(overgang, tmp_path, CHILD, dict.fromkeys(CHILD, "-"))
    assert len(records) == 1


@pytest.mark.parametrize("word", ["NULL", "n/a", "NaN", "(tom)"])
def test_what_a_program_writes_for_nothing_is_told_and_read_as_empty(overgang: Form, tmp_path: Path, word: str) -> None:
    (values,), told = read(overgang, tmp_path, CHILD | {"Adressesperre": "", "Postnr": word})
    assert values["barn_postnr"] is None
    assert told == [f"a.xlsx:Ark!K2: «Postnummer» er '{word}', og er lest som en tom celle. [empty-word]"]


@pytest.mark.parametrize("word", ["ukjent", "vet ikke", "?"])
def test_what_people_write_is_no_dash(overgang: Form, tmp_path: Path, word: str) -> None:
    _, told = read(overgang, tmp_path, CHILD | {"Postnr": word})
    assert [line[-13:] for line in told] == ["[digits-form]"]


def test_a_column_for_an_answer_may_have_a_dash(tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "henvisning-ppt", None)
    heads = [
        "Nr.",
        "Henvisningen gjelder",
        "Navn",
        "Området vanskene gjelder: Språk",
        "Området vanskene gjelder: Annet",
    ]
    path = sheet(tmp_path / "a.xlsx", [heads, ["P-1", "Elev i grunnskolen", "Kari Berg", "x", "-"]])
    (record,), _ = checked(form, path)
    assert record.values["vansker"] == ("sprak",)
