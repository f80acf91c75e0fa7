"""The forms that come with skjema: complete, sourced, and at one with their templates."""

import json
import re
from pathlib import Path

import pytest

from skjema.definition.catalogue import find_form, list_forms
from skjema.definition.example import example_records
from skjema.definition.json_schema import SCHEMAS, json_schema
from skjema.definition.model import Form
from skjema.errors import UsageError
from skjema.fieldtypes.field_type import FULL_LINE
from skjema.render.word.check_names import template_problems
from tests.sample_files import FORMS

SOURCES = Path(__file__).parents[2] / "docs" / "sources.md"


def test_the_catalogue_has_every_form_that_has_a_folder() -> None:
    assert len(FORMS) >= 3
    assert [entry.id for entry in list_forms()] == FORMS


def test_a_form_is_found_or_the_nearest_is_offered() -> None:
    assert find_form("virksomhetsplan").name == "virksomhetsplan"
    with pytest.raises(UsageError) as caught:
        find_form("virksomhetplan")
    assert caught.value.problems[0].params["hint"] == ("virksomhetsplan",)


def test_templates_and_definition_agree_in_every_language(tried: Form) -> None:
    for language in tried.languages:
        assert [problem.text("nb") for problem in template_problems(tried, language)] == []


def test_every_rule_names_a_source_that_is_written_down(bundled: Form) -> None:
    anchors = set(re.findall(r"^## ([\w-]+)", SOURCES.read_text("utf-8"), re.M))
    for rule in bundled.rules:
        assert rule.source is not None, rule.id
        assert rule.source.removeprefix("docs/sources.md#") in anchors, rule.id


def test_examples_are_synthetic(bundled: Form) -> None:
    """No identity number at all, and no phone number or address of anybody."""
    text = json.dumps(example_records(bundled), ensure_ascii=False)
    assert not re.search(r"\b\d{11}\b|\b[2-9]\d{7}\b", text)


def test_the_json_schema_describes_every_key() -> None:
    assert set(SCHEMAS) == {"skjema", "blokk", "kommune"}
    schema = json_schema("skjema")
    field = schema["$defs"]["Field"]
    assert field["additionalProperties"] is False
    assert field["properties"]["width"]["enum"] == list(range(1, 13))
    assert all("description" in one for one in field["properties"].values())


def test_the_form_of_fauske_has_its_nine_points_and_not_the_stray_one(plan: Form) -> None:
    titles = [section.title["nb"] for section in plan.sections if section.title]
    assert len(titles) == 9
    assert titles[0] == "Om enheten"
    assert titles[8] == "Oppsummering"
    status = next(section for section in plan.sections if section.id == "status")
    labels = [item.label["nb"] for item in status.items if hasattr(item, "label")]
    assert [label[0] for label in labels if label[1] == ")"] == ["a", "b", "c", "d", "e", "f"]
    assert "0-24" not in json.dumps([item.label for item in plan.items if hasattr(item, "label")], ensure_ascii=False)


def test_a_column_of_services_or_people_has_room_for_their_longest_words(bundled: Form) -> None:
    least = 33 / (257 if bundled.is_landscape else 172)  # millimetres of «Barnevernstjenesten», and those of a page
    for group in bundled.groups.values():
        columns = [one for one in group.field if one.printed]
        whole = sum(one.width for one in columns) + (group.label_width if group.row else 0)
        for column in columns:
            is_service = column.id.startswith(("ansvar", "hvem", "organisering", "tjeneste"))
            if whole <= FULL_LINE and is_service and column.type in ("text", "longtext"):
                assert column.width / whole >= least, f"{group.id}.{column.id}"
