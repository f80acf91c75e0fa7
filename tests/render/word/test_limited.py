"""Templates of others that loop, explode or try to get out: stopped by name, and the rest of a run goes on."""

import sys
import time
from pathlib import Path

import pytest
from docx.document import Document

from skjema.errors import TemplateError, TemplateLimitError
from skjema.formats.docx.members import members_of
from skjema.render.word import limited, limited_worker
from skjema.render.word.limited import LimitedProcess
from skjema.render.word.template import WordTemplate
from tests.cli.running import skjema
from tests.drawing import HEAD, field, sheet, write_form
from tests.reading_back import docx_text
from tests.render.word.documents import docx


@pytest.fixture(autouse=True)
def little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "RENDERING", 0.5)
    monkeypatch.setattr(limited, "MEMORY", 400 << 20)
    monkeypatch.setattr(limited, "LARGEST", 1 << 20)


def foreign(*paragraphs: str) -> WordTemplate:
    return WordTemplate("mal.docx", docx(*paragraphs), is_ours=lambda: False)


VALUES = {"navn": "x" * 100, "tall": "7", "rader": [{"a": str(n)} for n in range(200)]}
STOPPED = {
    "loops in loops": "{% for a in range(9999) %}{% for b in range(9999) %}{% set c = b %}{% endfor %}{% endfor %}",
    "rows in rows in rows in rows": "{% for a in rader %}" * 5 + "{{ tall }}" + "{% endfor %}" * 5,
    "endless macro calls": "{% macro m(n) %}{{ m(n) if n else '' }}{{ m(n - 1) if n else '' }}{% endmacro %}{{ m(99) }}",
    "text times number": "{{ 'a' * 10**9 }}",
    "text of a value": "{{ navn * 10**8 }}",
    "list times number": "{{ ([1] * 10**9)|length }}",
    "large power": "{{ 10**(10**9) }}",
    "doubling": "{% set n = namespace(x='aa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x|length }}",
    "padding": "{{ 'a'.ljust(10**9) }}",
    "centring": "{{ 'a'|center(10**9) }}",
    "formatting": "{{ '%01000000000d'|format(1) }}",
    "much text": "{% for a in rader %}{% for b in rader %}{{ navn }}{{ a.a|title }}{% endfor %}{% endfor %}",
    "batches": "{{ rader|batch(10**9, 'x')|list|length }}",
    "dummy text": "{{ lipsum(n=10**7) }}",
}


@pytest.mark.parametrize("paragraph", STOPPED.values(), ids=STOPPED)
def test_what_loops_or_explodes_is_stopped_by_name(paragraph: str) -> None:
    template = foreign("Hei {{ tall }}", paragraph)
    started = time.monotonic()
    with pytest.raises(TemplateError) as caught:
        template.render(VALUES)
    assert time.monotonic() - started < 10
    (problem,) = caught.value.problems
    assert problem.code in ("template-slow", "template-huge", "tag-fails")
    assert "word/document.xml" in problem.text("nb") or paragraph in problem.text("nb")
    assert "x" * 100 not in problem.text("nb")
    assert b"word/document.xml" in members_of(docx("x"))["[Content_Types].xml"]


@pytest.mark.parametrize(
    "paragraph", ["{{ 'a' * 10**9 }}", "{{ 10**(10**9) }}", "{{ 'a'|center(10**9) }}", "{% set x = 'a' * 10**9 %}"]
)
def test_nothing_is_worked_out_while_a_template_is_compiled(paragraph: str) -> None:
    started = time.monotonic()
    WordTemplate("mal.docx", docx(paragraph, f"{started}"))
    assert time.monotonic() - started < 5


def test_one_that_fills_the_memory_while_it_is_compiled_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def compile_template(*arguments: object, **options: object) -> object:
        raise MemoryError

    worker = limited_worker.Worker(limited.LARGEST)
    monkeypatch.setattr("skjema.render.word.compile_template.compile_template", compile_template)
    monkeypatch.setattr(LimitedProcess, "ask", lambda _, kind, message, seconds: worker.answer(kind, message))
    with pytest.raises(TemplateError) as caught:
        foreign("{{ navn }}", "som ingen har skrevet før")
    assert [one.code for one in caught.value.problems] == ["template-huge"]


def test_one_record_that_is_stopped_leaves_the_others_alone() -> None:
    template = foreign("{{ (navn * (10**9 if tall == '1' else 1))|upper }}")
    with pytest.raises(TemplateLimitError):
        template.render({"navn": "a", "tall": "1"})
    assert docx_text(template.render({"navn": "a", "tall": "2"})) == "A"


@pytest.mark.thorough
def test_after_three_in_a_row_no_more_time_is_lost() -> None:
    template = foreign(STOPPED["loops in loops"])
    for _ in range(3):
        with pytest.raises(TemplateLimitError):
            template.render(VALUES)
    started = time.monotonic()
    with pytest.raises(TemplateLimitError):
        template.render(VALUES)
    assert time.monotonic() - started < 0.5


def test_a_template_of_others_is_rendered_as_one_of_ours() -> None:
    paragraphs = (
        "{{ navn|upper }}",
        "{% for r in rader[:2] %}{{ r.a }}{% endfor %}",
        "{{r tekst|trim }}",
        "{{ tall }}",
    )
    values = {**VALUES, "tekst": "en **to**"}
    assert foreign(*paragraphs).render(values) == WordTemplate("mal.docx", docx(*paragraphs)).render(values)


def test_its_faults_are_told_as_ever() -> None:
    with pytest.raises(TemplateError) as caught:
        foreign("Navn: {{ nvan|upper }}", "{{ tall|round }}").render({"tall": "x"})
    assert [problem.text("nb") for problem in caught.value.problems] == [
        "mal.docx: Et flettefelt kan ikke regnes ut (TypeError): «{{ tall|round }}». Det kan bare vise verdier, vilkår og"
        " rader. [tag-fails]"
    ]
    with pytest.raises(TemplateError) as caught:
        foreign("{% hvis %}")
    assert [problem.code for problem in caught.value.problems] == ["tag-syntax"]


def test_a_template_with_tags_alone_needs_no_process_to_be_rendered() -> None:
    template = foreign("{{ navn }}", "{%p for r in rader %}", "{{ r.a }}", "{%p endfor %}")
    template.render(VALUES)
    assert "_jinja" not in template.__dict__


# Ways out of the sandbox that have been found in Jinja's templates

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ''|attr('__cla' ~ 'ss__') }}",
    "{{ navn.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ lipsum|attr('__globals__') }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range.__class__ }}",
    "{{ docpr_id.__self__ }}",
    "{{ '{0.__class__}'.format(navn) }}",
    "{{ '{0.__class__.__mro__}'.format_map({'0': navn}) }}",
    "{{ ('{0.__class__}'|e).format(navn) }}",
    "{% set f = '{0.__class__}'.format %}{{ f(navn) }}",
    "{{ ['{0.__class__}']|map('format', navn)|list }}{{ ['x']|map(attribute='__class__')|list }}",
    "{{ [navn]|map(attribute='__class__.__mro__')|list }}",
    "{{ [navn]|groupby('__class__') }}",
    "{{ [navn]|selectattr('__class__')|list }}{{ navn.__class__ }}",
    "{{ [navn]|sum(attribute='__class__') }}",
    "{{ [navn]|sort(attribute='__class__.__name__') }}{{ navn.__class__ }}",
    "{{ rader.append(1) }}",
    "{{ rader.clear() }}",
    "{{ rader[0].update(a=1) }}",
    "{{ rader.__setitem__(0, 1) }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}{{ os }}",
    "{% from 'os' import system %}{{ system }}",
    "{% extends '/etc/passwd' %}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ config }}",
    "{{ request.application }}",
    "{{ caller.__globals__ }}",
    "{{ loop.__init__ }}",
    "{{ (lambda: 1)() }}",
    "{{ dict.__base__.__subclasses__() }}",
    "{{ cycler('a').next.__func__.__globals__ }}",
    "{% for k in self.__dict__ %}{{ k }}{% endfor %}",
    "{{ skjema_runs.__closure__ }}",
    "{{ ''.encode().__class__ }}",
    "{{ navn.__reduce__() }}",
    "{% do rader.append(1) %}",
    "{% debug %}",
]  # fmt: skip


@pytest.mark.parametrize("paragraph", ESCAPES)
def test_a_template_reaches_nothing_but_its_values(paragraph: str) -> None:
    values = {"navn": "Kari", "rader": [{"a": "b"}]}
    try:
        made = docx_text(WordTemplate("mal.docx", docx(paragraph)).render(values))
    except TemplateError as error:
        assert {problem.code for problem in error.problems} <= {"tag-fails", "tag-name", "tag-syntax"}
    else:
        assert "class" not in made
        assert "module" not in made
        assert "function" not in made
    assert values == {"navn": "Kari", "rader": [{"a": "b"}]}


# In a run

BODY = '[[section]]\nid = "del"\n' + field("navn", "name") + field("tall", "integer")


def test_a_run_goes_on_without_the_record_that_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    form_folder = write_form(tmp_path, BODY, HEAD.replace('layout = "fixed"', 'layout = "fixed"\nword = "own"'))
    (form_folder / "prove.nb.docx").write_bytes(docx("{{ (navn * tall|int)|upper }}"))
    sheet(tmp_path / "a.xlsx", [["Navn", "Tall"], ["Kari", 1], ["Ola", 900000000], ["Nora", 2]])
    found = skjema("fill", "prove", "a.xlsx", "-o", "ut", "--format", "docx")
    assert found.code == 3, found.said
    assert (found.out + found.said).count("[template-huge]") == 1
    assert [path.name for path in sorted((tmp_path / "ut").glob("*.docx"))] == ["prove-0001.docx", "prove-0003.docx"]


def test_a_span_that_is_no_number_or_a_large_one_is_told_of() -> None:
    def draw(document: Document) -> None:
        document.add_table(rows=1, cols=2).cell(0, 0).text = "{% colspan navn %}x"

    for value in ("Kari", "1000000000"):
        with pytest.raises(TemplateError) as caught:
            WordTemplate("mal.docx", docx(draw=draw)).render({"navn": value})
        assert [problem.code for problem in caught.value.problems] == ["tag-fails"]


@pytest.mark.unix
def test_the_process_is_gone_when_a_template_is_stopped() -> None:
    process = limited.LimitedProcess()
    assert process._started().poll() is None
    running = process._process
    process.close()
    assert running is not None
    assert running.poll() is not None
    assert sys.executable in running.args  # type: ignore[operator]
