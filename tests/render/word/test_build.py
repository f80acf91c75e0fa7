"""Word templates made from definitions, and records rendered with them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from skjema.definition.form_cache import load_form
from skjema.definition.model import Form
from skjema.errors import TemplateError
from skjema.formats.docx.members import members_of
from skjema.layout.sentences import TO_FILL
from skjema.problems import Severity
from skjema.render.pdf.pdf_renderer import PdfRenderer, blank_pdf
from skjema.render.word.asked_names import asked_names, wanted_names
from skjema.render.word.check_names import known_names, template_problems, template_warnings
from skjema.render.word.static_parts import build_template, template_mark
from skjema.render.word.template import WordTemplate
from skjema.render.word.word_renderer import WordRenderer
from skjema.validation.check import RecordChecker
from tests.drawing import SAMPLES, TEMPLATES, TODAY, example, field, form_of, from_json, lines
from tests.reading_back import W, docx_part, docx_text, pdf_objects, pdf_text
from tests.render.word.documents import docx, with_linked_part, with_relationship
from tests.sample_files import FORMS, TRIED


@pytest.mark.thorough
@pytest.mark.parametrize("name", TRIED)
def test_the_templates_that_come_with_a_form_are_those_its_definition_makes(name: str) -> None:
    form = load_form(TEMPLATES / name)
    for language in form.languages:
        stem = f"{name}.{language}"
        word, pdf = ((TEMPLATES / name / f"{stem}.{suffix}").read_bytes() for suffix in ("docx", "pdf"))
        assert members_of(word) == members_of(build_template(form, language)), f"{stem}: run skjema build --overwrite"
        if name in TRIED:  # pages take a hundred times as long to set, and one command makes both files
            assert pdf_objects(pdf) == pdf_objects(blank_pdf(form, language)), f"{stem}: run skjema build --overwrite"


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_no_other_templates(name: str) -> None:
    form = load_form(TEMPLATES / name)
    made = {f"{name}.{language}.{suffix}" for language in form.languages for suffix in ("docx", "pdf")}
    assert {path.name for path in (TEMPLATES / name).iterdir()} == made | {"skjema.toml", "eksempel.json"}


def test_every_placeholder_is_a_field_and_every_field_has_its_place(tried: Form) -> None:
    for language in tried.languages:
        template = WordTemplate("mal.docx", build_template(tried, language))
        asked = {name for source in template.sources for name in asked_names(source)}
        assert asked <= known_names(tried)
        assert set(wanted_names(tried)) <= asked
        assert list(template_problems(tried, language)) == []


def controls(content: bytes) -> dict[str, str]:
    """Tag of each content control, and what it holds."""
    found = {}
    for one in docx_part(content).iter(f"{W}sdt"):
        mark = one.find(f"{W}sdtPr/{W}tag")
        assert mark is not None
        found[str(mark.get(f"{W}val"))] = "".join(words.text or "" for words in one.iter(f"{W}t")).strip("\u00a0")
    return found


def test_the_recipients_part_is_controls_to_type_and_click_in(overgang: Form, tmp_path: Path) -> None:
    found = controls(WordRenderer(overgang, "nb").render(example(overgang, tmp_path)))
    assert found["samtykke.ja"] == found["samtykke.nei"] == "☐"
    assert found["omfang.sprak.kan_gis.ja"] == "☐"
    assert found["unntak"] == found["tolk_sprak"] == found["underskrift_foresatt.2.dato"] == ""
    assert found["foresatte.1.foreldreansvar.ja"] == "☒"
    assert len(found) == len(set(found))


def test_what_does_not_concern_a_record_is_not_on_its_paper(samarbeid: Form, tmp_path: Path) -> None:
    young = docx_text(WordRenderer(samarbeid, "nb").render(example(samarbeid, tmp_path)))
    older = docx_text(
        WordRenderer(samarbeid, "nb").render(
            example(
                samarbeid,
                tmp_path,
                barn_fodselsdato="2010-01-01",
                gjelder_rolle="ungdom",
                rettsomrade=["skole", "helse"],
            )
        )
    )
    assert "Underskrift, ungdom" not in young
    assert "Underskrift, ungdom" in older


def test_word_and_pdf_of_a_record_say_the_same(overgang: Form, tmp_path: Path) -> None:
    one = example(overgang, tmp_path)
    word = docx_text(WordRenderer(overgang, "nb").render(one))
    pdf = pdf_text(PdfRenderer(overgang, "nb", flat=True).render(one))
    assert set(re.findall(r"\w+", word)) <= set(re.findall(r"\w+", pdf))


def test_a_draft_says_so_and_what_is_missing(overgang: Form, tmp_path: Path) -> None:
    one = example(overgang, tmp_path, skole_navn=None)
    first = docx_text(WordRenderer(overgang, "nb", draft=True).render(one)).splitlines()[0]
    assert first == "UTKAST. Mangler: Skole."
    assert "UTKAST" not in docx_text(WordRenderer(overgang, "nb").render(one))


def test_it_is_the_same_every_time(tried: Form, tmp_path: Path) -> None:
    one = example(tried, tmp_path)
    assert WordRenderer(tried, "nb").render(one) == WordRenderer(tried, "nb").render(one)


def test_the_logo_is_the_municipalitys(overgang: Form, tmp_path: Path) -> None:
    made = members_of(WordRenderer(overgang, "nb").render(example(overgang, tmp_path)))
    assert made["word/media/logo.png"] == (SAMPLES / "logo.png").read_bytes()


@pytest.mark.parametrize(
    ("pixels", "size"),
    [((100, 120), (420_000, 504_000)), ((400, 100), (2_016_000, 504_000)), ((600, 100), (2_160_000, 360_000))],
)
def test_a_logo_fits_its_room_and_a_wide_one_stands_above_the_sender(
    overgang: Form, tmp_path: Path, pixels: tuple[int, int], size: tuple[int, int]
) -> None:
    wide, high = pixels
    png = (SAMPLES / "logo.png").read_bytes()
    form = replace(overgang, logo=png[:16] + wide.to_bytes(4) + high.to_bytes(4) + png[24:])
    document = members_of(WordRenderer(form, "nb").render(example(form, tmp_path)))["word/document.xml"].decode()
    head = document[: document.index("Eksempel kommune")]
    assert f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>' in head
    assert head.count("<w:tc>") == (1 if wide > high else 2)


def test_sections_are_numbered_as_they_are_printed(samarbeid: Form, tmp_path: Path) -> None:
    words = docx_text(WordRenderer(samarbeid, "nb").render(example(samarbeid, tmp_path, gjelder_rolle="voksen")))
    assert [int(one) for one in re.findall(r"^(\d) \w", words, re.MULTILINE)] == list(range(1, 8))


def test_a_section_may_start_a_page(overgang: Form) -> None:
    document = members_of(build_template(overgang, "nb"))["word/document.xml"].decode()
    heading = document.split("Deres svar")[0].rsplit("<w:p>", 1)[1]
    assert "<w:pageBreakBefore/>" in heading


# A template that a municipality has changed


def own_template(folder: Path, content: bytes) -> Form:
    form = form_of(folder, field("navn"), field("sted"))
    (form.folder / "prove.nb.docx").write_bytes(content)
    return form


def test_a_template_of_ones_own_is_used(tmp_path: Path) -> None:
    form = own_template(tmp_path, docx("Kjære {{ navn }} i {{ sted }}"))
    kari = from_json(form, tmp_path, {"navn": "Kari", "sted": "Bodø"})[0]
    assert docx_text(WordRenderer(form, "nb").render(kari)) == "Kjære Kari i Bodø"


def test_lint_tells_of_unknown_names_fields_without_a_place_and_tags_in_the_wrong_part(tmp_path: Path) -> None:
    content = docx("Kjære {{ nvan }}, {% for r in sted %}{{ r }}{% endfor %}")
    content = with_linked_part(content, "word/endnotes.xml", "<x>{{ navn }}</x>", "endnotes", "endnotes")
    found = list(template_problems(own_template(tmp_path, content), "nb"))
    assert lines(found) == [
        "prove.nb.docx: Malen spør etter «nvan», som ikke er noe felt i skjemaet. Mente du «navn»? [tag-unknown]",
        "prove.nb.docx: Feltet «navn» står ikke i malen, så verdien blir ikke skrevet i Word. [field-without-tag]",
        "prove.nb.docx: word/endnotes.xml har et flettefelt, men der blir det ikke fylt ut. Flytt det til teksten. [tag-not-rendered]",
        "prove.nb.docx: Dette i malen blir ikke med i dokumentene: customXml/item1.xml, customXml/itemProps1.xml, docProps/thumbnail.jpeg. Trengs det, må det settes inn som vanlig tekst eller bilde. Ellers er alt i orden; «Inspiser dokument» i Word (Fil, Info) tar det bort fra malen. [template-left-out]",
        "prove.nb.docx: Word-filen er ikke laget av skjema, og er brukt som den er; PDF-en lages av definisjonen og ser"
        ' annerledes ut. Skriv word = "own" under [form] i skjema.toml, og pdf = "from-word" om PDF-en skal lages av'
        " Word-filen. [template-unclaimed]",
    ]
    assert [problem.severity for problem in found] == [
        Severity.ERROR, Severity.WARNING, Severity.ERROR, Severity.WARNING, Severity.WARNING,
    ]  # fmt: skip


def test_lint_tells_when_the_definition_has_changed_since(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"))
    content = build_template(form, "nb")
    (form.folder / "prove.nb.docx").write_bytes(content)
    assert list(template_problems(form, "nb")) == []
    changed = form_of(tmp_path, field("navn"), field("sted"))
    assert template_mark(form, "nb") != template_mark(changed, "nb")
    assert [problem.code for problem in template_problems(changed, "nb")] == ["field-without-tag", "template-outdated"]


@pytest.mark.parametrize(
    ("part", "kind", "content_type"),
    [
        ("word/endnotes.xml", "endnotes", "endnotes"),
        (
            "word/diagrams/data1.xml",
            "diagramData",
            "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
        ),
    ],
)
def test_tags_that_would_be_printed_as_they_are_stop_the_run(
    tmp_path: Path, part: str, kind: str, content_type: str
) -> None:
    form = form_of(tmp_path, field("navn"))
    docx = with_linked_part(build_template(form, "nb"), part, "<x>{{ navn }}</x>", kind, content_type)
    with pytest.raises(TemplateError) as caught:
        template_warnings(form, "nb", "prove.nb.docx", docx)
    assert [one.code for one in caught.value.problems] == ["tag-not-rendered"]


def test_tags_in_addresses_of_links_stop_the_run(tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn"))
    docx = with_relationship(
        build_template(form, "nb"), "hyperlink", "mailto:%7B%7B navn }}", of="word/footer1.xml", mode="External"
    )
    with pytest.raises(TemplateError) as caught:
        template_warnings(form, "nb", "prove.nb.docx", docx)
    assert [one.code for one in caught.value.problems] == ["tag-not-rendered"]


def test_a_draft_has_room_for_what_is_missing(overgang: Form, tmp_path: Path) -> None:
    own = replace(overgang, common={})
    one = RecordChecker(own, TODAY, draft=True).check(example(own, tmp_path, foresatte=None, lagres_hvor=None).record)
    word = docx_text(WordRenderer(own, "nb", draft=True).render(one))
    pdf = pdf_text(PdfRenderer(own, "nb", draft=True).render(one))
    for text in (word, pdf.replace("\n", " ")):
        assert f"de lagres i {TO_FILL}." in text
        assert text.count("Ukjent") == 2


def test_each_picture_of_a_template_has_an_id_of_its_own(tried: Form) -> None:
    document = members_of(build_template(tried, "nb"))["word/document.xml"].decode()
    ids = re.findall(r'<wp:docPr id="(\d+)"', document)
    assert len(ids) == len(set(ids)) == 2 + len(tried.year_wheels)
