"""What the documents say is so: their commands run, their options exist, their links lead somewhere."""

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from skjema.cli.app import COMMANDS, program
from skjema.definition.form_cache import load_form
from skjema.formats.docx.members import members_of
from tests import architecture, form_pages, problem_page, rule_page, type_page
from tests.cli.running import skjema
from tests.drawing import TEMPLATES, checked
from tests.reading_back import pdf_fields, pdf_text
from tests.sample_files import FORMS, sample_workbook

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *(ROOT / "bench").glob("*.md"),
]
GUIDES = [ROOT / "README.md", ROOT / "docs" / "brukerveiledning.md", ROOT / "docs" / "definisjon.md"]
_LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")


def blocks(text: str, kind: str) -> list[str]:
    return [one.replace("\n   ", "\n") for one in re.findall(rf"^ *```{kind}\n(.*?)^ *```", text, re.M | re.S)]


def options_of(command: click.Command) -> set[str]:
    return {
        name for one in command.params if isinstance(one, click.Option) for name in (*one.opts, *one.secondary_opts)
    }


def commands() -> dict[str, click.Command]:
    context = click.Context(program)
    assert isinstance(program, click.Group)
    found = {name: program.get_command(context, name) for name in COMMANDS}
    return {name: command for name, command in found.items() if command is not None}


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what a clone holds that the documents' commands read."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(line: str) -> tuple[int, str]:
    """Exit code of one line of a document, and all it printed."""
    arguments = shlex.split(line, comments=True)
    assert arguments[0] == "skjema", line
    result = skjema(*arguments[1:])
    return result.code, result.out + result.said


def test_the_tour_of_the_readme_runs_line_by_line(clone: Path) -> None:
    tour = next(one for one in blocks(README, "sh") if "skjema list" in one).splitlines()
    assert len(tour) == 5
    for line in tour:
        code, said = run(line)
        assert code in (0, 1), f"{line}\n{said}"


def test_what_the_readme_says_a_faulty_workbook_gets_is_what_it_gets(clone: Path) -> None:
    command, _, expected = blocks(README, "console")[0].partition("\n")
    code, said = run(command.removeprefix("$ "))
    assert (code, said) == (4, expected)


def test_the_two_commands_of_the_readme_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    asked = [line.split()[1] for one in blocks(README, "sh") for line in one.splitlines() if line.startswith("make ")]
    assert asked == ["samples", "test"]
    for target in asked:
        assert re.search(rf"^{target}:", makefile, re.M), target


@pytest.mark.thorough
def test_the_readme_says_how_many_files_the_samples_become() -> None:
    documents = sum(len(checked(load_form(TEMPLATES / name), sample_workbook(name))[0]) for name in FORMS)
    assert f"{2 * documents} files in `ut/`" in README, (
        "Word and PDF of each document; invitations have one for each guest"
    )


@pytest.mark.parametrize("tool", ["Makefile", ".ci/judges.py", "tests/goldens.py", "tests/sample_files.py"])
def test_what_works_on_every_form_finds_them_by_itself(tool: str) -> None:
    assert [name for name in FORMS if name in (ROOT / tool).read_text("utf-8")] == []


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_told_of_where_forms_are(name: str) -> None:
    form = load_form(TEMPLATES / name)
    row = re.search(rf"^\| `{name}` \|.*\|.*; (.*) \|$", README, re.M)
    assert row, f"README.md has no row for {name}"
    assert row[1] == ", ".join(form.languages)
    for page in ("CHANGELOG.md", "docs/skjemaene.md"):
        assert name in (ROOT / page).read_text("utf-8"), f"{page} doesn't name {name}"


def test_the_first_form_of_the_user_guide_can_be_made(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (ROOT / "docs" / "brukerveiledning.md").read_text("utf-8")
    first = guide[guide.index("## Ditt første skjema") : guide.index("## Det som er likt")]
    lines = [line for one in blocks(first, "text") for line in one.splitlines() if line.startswith("skjema ")]
    assert [line.split()[1] for line in lines] == ["list", "sheet", "check", "fill"]
    for line in lines:
        if line.startswith("skjema sheet"):
            line += " --example"  # stands for the clerk's typing
        code, said = run(line)
        assert code in (0, 1), f"{line}\n{said}"


def test_every_command_and_option_is_in_the_guides() -> None:
    text = "".join(page.read_text("utf-8") for page in GUIDES)
    for name, command in commands().items():
        assert re.search(rf"`skjema {name}\b|^skjema {name}\b|`{name}`", text, re.M), name
        for one in command.params:
            if isinstance(one, click.Option):
                assert any(option in text for option in one.opts), f"{name} {one.opts}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_that_a_page_names_exist(page: Path) -> None:
    known = {name: options_of(command) for name, command in commands().items()}
    text = page.read_text("utf-8")
    fenced = "\n".join(
        line.strip() for kind in ("sh", "text", "console") for one in blocks(text, kind) for line in one.splitlines()
    )
    inline = re.findall(r"`(skjema [^`\n]+)`", text)
    for line in re.findall(r"^(?:\$ )?(skjema .+)", fenced, re.M) + inline:
        name, *rest = line.split("#")[0].split()[1:]
        if not name.startswith(("-", "<")):
            assert name in known, line
            assert {one for one in rest if re.fullmatch("--?[a-z][a-z-]*", one)} <= known[name] | {"--help"}, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target, part in _LINK.findall(page.read_text("utf-8")):
        if target.startswith("http"):
            continue
        there = page.parent / target if target else page
        assert there.exists(), f"{page.name}: {target}"
        if part and there.suffix == ".md":
            heads = re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.M)
            assert part in {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}, part


def test_the_form_of_the_guide_to_definitions_loads_and_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = blocks((ROOT / "docs" / "definisjon.md").read_text("utf-8"), "toml")[0]
    folder = tmp_path / "templates" / "kvittering"
    folder.mkdir(parents=True)
    (folder / "skjema.toml").write_text(source, "utf-8")
    (tmp_path / "data.json").write_text('[{"navn": "Nora Li", "mottatt": "2026-11-20"}]', "utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_form(folder).id == "kvittering"
    assert run("skjema lint kvittering")[0] == 0
    assert run("skjema build kvittering")[0] == 0
    assert run("skjema fill kvittering data.json -o ut --date 2026-11-22")[0] == 0
    assert len(list((tmp_path / "ut").glob("kvittering-*"))) == 2
    document = members_of((tmp_path / "ut" / "kvittering-0001.docx").read_bytes())["word/document.xml"]
    assert not re.search(rb"(</w:tcPr>|<w:tcPr/>|</w:tbl>)</w:tc>", document), "a cell without a paragraph is damage"


def test_the_referral_of_the_guide_to_definitions_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (ROOT / "docs" / "definisjon.md").read_text("utf-8")
    (source,) = (block for block in blocks(guide, "toml") if 'id = "henvisning"' in block)
    folder = tmp_path / "templates" / "henvisning"
    folder.mkdir(parents=True)
    (folder / "skjema.toml").write_text(source, "utf-8")
    (tmp_path / "data.json").write_text(blocks(guide, "json")[0], "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("skjema build henvisning")[0] == 0
    assert run("skjema lint henvisning")[0] == 0
    code, said = run("skjema fill henvisning data.json -o ut --date 2026-11-22")
    assert (code, said.count("[ingen-tiltak]")) == (1, 1), said
    child, team = ((tmp_path / "ut" / f"henvisning-000{number}.pdf").read_bytes() for number in (1, 2))
    assert set(pdf_fields(child)) == set(pdf_fields(team)) == {"behandling", "merknad"}
    for words in ("Máret Ŋaba", "Språkgruppe", "Tas opp på møte"):
        assert words in pdf_text(child)
    assert "1 Barnet" not in pdf_text(team)
    assert "Ingen tiltak er prøvd" in pdf_text(team)


def test_the_choices_of_a_municipality_in_the_guide_are_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for page in ("definisjon.md", "brukerveiledning.md"):
        for block in blocks((ROOT / "docs" / page).read_text("utf-8"), "toml"):
            if block.startswith("schema = 1\n") and "[form]" not in block:
                (tmp_path / "kommune.toml").write_text(block, "utf-8")
                for name in ("samtykke-samarbeid", "henvisning-niva2", "virksomhetsplan"):  # which have what is chosen
                    assert run(f"skjema show {name}")[0] == 0, block  # lint would also set their pages


def test_the_page_of_problem_codes_is_that_of_the_wordings() -> None:
    assert problem_page.PAGE.read_text("utf-8") == problem_page.page(), "run python -m tests.problem_page"


def test_the_pages_of_the_forms_are_those_of_their_definitions() -> None:
    for path, content in form_pages.pages():
        assert path.read_text("utf-8") == content, "run python -m tests.form_pages"


def test_the_picture_of_the_architecture_is_that_of_the_code() -> None:
    assert architecture.PICTURE.read_text("utf-8") == architecture.picture(), "run python -m tests.architecture"


def test_every_room_has_a_paragraph() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert [room for room in architecture.ROOMS if f"\n**{room}**" not in text] == []


def test_the_table_of_field_types_is_that_of_the_types() -> None:
    assert type_page.PAGE.read_text("utf-8") == type_page.page(), "run python -m tests.type_page"


def test_the_page_of_rules_is_up_to_date() -> None:
    assert rule_page.PAGE.read_text("utf-8") == rule_page.page(), "run python -m tests.rule_page"


def test_the_glossary_has_each_word_once_in_order() -> None:
    rows = (ROOT / "docs" / "glossary.md").read_text("utf-8").partition("|---|---|---|\n")[2].splitlines()
    words = [row.split("|")[1].strip() for row in rows]
    assert words == sorted(set(words), key=str.lower)


def test_every_decision_is_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == sorted(page.name for page in folder.glob("[0-9]*.md"))


def test_decisions_are_short() -> None:
    for page in (ROOT / "docs" / "decisions").glob("*.md"):
        assert len(page.read_text("utf-8").splitlines()) <= 40, page.name
