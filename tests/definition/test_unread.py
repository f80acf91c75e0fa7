"""Names in kommune.toml that no form has, told from those that another form reads."""

from pathlib import Path

from skjema.definition.unread import unread_names, unspoken_texts
from tests.drawing import field, form_of


def told(folder: Path, *names: str) -> list[object]:
    kommune = "schema = 1\n[values]\n" + "".join(f'{name} = "x"\n' for name in names)
    form = form_of(folder, field("navn", headers='["telefon"]'), kommune=kommune)
    return [problem.params["got"] for problem in unread_names(form)]


def test_a_name_that_stands_in_a_form_but_is_no_id_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "telefon", "office", "enhet_tlf") == ["telefon", "office"]


def test_an_id_of_another_form_is_read_by_that_one(tmp_path: Path) -> None:
    other = tmp_path / "templates" / "annet"
    other.mkdir(parents=True)
    (other / "skjema.toml").write_text('[[section.field]]\nid="rom"\n', "utf-8")
    assert told(tmp_path, "rom", "ro") == ["ro"]


def test_what_stands_in_another_language_than_the_paper_is_told(tmp_path: Path) -> None:
    """One language in a plain text says nothing of which it is."""
    kommune = 'schema = 1\n[values]\nnavn = { nb = "Her", en = "Here" }\nsted = { nb = "Bø" }\n'
    form = form_of(tmp_path, field("navn"), field("sted"), kommune=kommune)
    assert [one.params["got"] for one in unspoken_texts(form, "en")] == [("sted",)]
    assert not [*unspoken_texts(form, "nb")]
