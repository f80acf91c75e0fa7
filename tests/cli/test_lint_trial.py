"""`skjema lint` fills in a Word template that an office has made, as tags that can be read may still fail."""

from pathlib import Path

import pytest

from skjema.errors import ExitCode
from tests.cli.running import skjema
from tests.drawing import HEAD, field, write_form
from tests.render.word.documents import docx

HEAD_OF_OWN = HEAD.replace("[form]", '[form]\nword = "own"')
CHOICES = '[{ id = "a", label = { nb = "A" } }, { id = "b", label = { nb = "B" } }]'
BODY = (
    '[[section]]\nid = "del"\n'
    + field("navn", "name")
    + field("antall", "integer")
    + field("sak", "choice", choices=CHOICES)
)


def linted(folder: Path, *paragraphs: str) -> tuple[str, int]:
    write_form(folder, BODY, HEAD_OF_OWN)
    template = docx("{{ navn }} {{ antall }} {{ sak }}", *paragraphs)
    (folder / "templates" / "prove" / "prove.nb.docx").write_bytes(template)
    found = skjema("lint", "prove", "--templates", folder / "templates")
    return found.out, found.code


@pytest.mark.parametrize(
    "tag",
    [
        "{{ antall + 1 }}",  # of every record
        "{% if navn %}{{ navn + 1 }}{% endif %}",  # where there is a value
        "{% if not navn %}{{ 1 // (navn|length) }}{% endif %}",  # where there is none
        "{% if antall|int > 0 %}{{ navn|round }}{% endif %}",
    ],
)
def test_a_tag_that_fails_on_some_values_is_found_before_there_are_any(tmp_path: Path, tag: str) -> None:
    told, code = linted(tmp_path, tag)
    assert "[tag-fails]" in told
    assert code == ExitCode.TEMPLATE


def test_a_fault_of_every_record_is_told_once(tmp_path: Path) -> None:
    told, _ = linted(tmp_path, "{{ navn + 1 }}")
    assert told.count("[tag-fails]") == 1


@pytest.mark.parametrize("tag", ["{{ antall|int + 1 }}", "{% if sak == 'A' %}x{% endif %}", "{{ navn|upper }}"])
def test_a_tag_that_works_whatever_the_value_is_not_told(tmp_path: Path, tag: str) -> None:
    told, code = linted(tmp_path, tag)
    assert "[tag-fails]" not in told
    assert code != ExitCode.TEMPLATE
