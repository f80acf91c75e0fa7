"""A part's program prints what Jinja prints, and leaves to Jinja what it doesn't know."""

import marshal
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.definition.model import Form
from skjema.formats.docx.members import DECLARATION
from skjema.formats.docx.runs import joined
from skjema.render.word.compiled_part import translate
from skjema.render.word.compiled_template import PROGRAM
from skjema.render.word.jinja_environment import JinjaTemplates, WordEnvironment
from skjema.render.word.part_values import part_values
from skjema.render.word.static_parts import build_template
from skjema.render.word.template import WordTemplate
from tests.render.word.documents import docx, render

VALUES: dict[str, Any] = {
    "navn": "Čáhppes & <Sønn>\n\t'\"",
    "tom": "",
    "vis": {"a": True, "b": False},
    "rader": [{"navn": "Én", "vis": {"a": False}}, {"navn": "", "vis": {"a": True}}],
    "ingen": [],
    "ord": ["én & to", "<tre>"],
    "rad_navn": "  a ",
    "x": "x0",
}


def by_jinja(source: str) -> str:
    found = JinjaTemplates([(marshal.dumps(WordEnvironment().compile(source)), ())]).render(0, VALUES, 7)
    assert (found.missing, found.failed) == ([], None)
    return found.text


def by_program(source: str) -> str:
    program = translate(WordEnvironment().parse(source))
    assert program is not None
    module: dict[str, Any] = {"joined": joined}
    exec(program, module)
    made: bytes = module[PROGRAM](part_values(VALUES, (), 7))
    return made.removeprefix(DECLARATION).decode()


NAMES = st.sampled_from(["navn", "tom", "rad.navn", "x", "'fast'", "'{{'", '"\'&"'])
TESTS = st.recursive(
    st.sampled_from(["vis.a", "vis.b", "rad.vis.a", "rader", "ingen", "tom", "rad.navn"]),
    lambda inner: st.one_of(
        inner.map(lambda one: f"not ({one})"), st.tuples(inner, inner).map(lambda pair: f"({pair[0]}) and ({pair[1]})")
    ),
    max_leaves=3,
)
PIECES = st.recursive(
    st.one_of(
        st.text("a\n &<{%}'\"", max_size=5).filter(
            lambda text: not {"{{", "{%", "{#"} & {text[at : at + 2] for at in range(5)} and not text.endswith("{")
        ),
        NAMES.map(lambda name: f"{{{{ {name} }}}}"),
        st.tuples(NAMES, NAMES).map(lambda pair: f"{{{{ {pair[0]} or {pair[1]} }}}}"),
        st.tuples(NAMES, TESTS, NAMES).map(lambda three: f"{{{{ {three[0]} if {three[1]} else {three[2]} }}}}"),
        st.just("{{ docpr_id() }}"),
        NAMES.map(lambda name: f"{{% set x = {name} %}}"),
        NAMES.map(lambda name: f"{{{{ m({name}) }}}}"),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map("".join),
        st.tuples(TESTS, inner).map(lambda two: f"{{% if {two[0]} %}}{two[1]}{{% endif %}}"),
        st.tuples(TESTS, inner, TESTS, inner, inner).map(
            lambda five: (
                f"{{% if {five[0]} %}}{five[1]}{{% elif {five[2]} %}}{five[3]}{{% else %}}{five[4]}{{% endif %}}"
            )
        ),
        inner.map(lambda one: f"{{% for rad in rader %}}{one}{{% endfor %}}"),
        inner.map(lambda one: f"{{% for navn in ingen %}}{one}{{% endfor %}}"),
    ),
    max_leaves=8,
)


@given(PIECES)
def test_a_program_prints_what_jinja_prints(piece: str) -> None:
    macro = "{% macro m(a) %}[{{ a }}{% if a %}{{ navn }}{% endif %}]{% endmacro %}"
    source = f"{macro}{{% for rad in rader %}}{piece}{{% endfor %}}"
    # three loops within each other are Jinja's, whose process has limits, and so is what a condition in a loop sets
    if piece.count("{% for") < 2 and not re.search(r"\{% (if|elif|else).*\{% set", piece, re.DOTALL):
        assert by_program(source) == by_jinja(source)


@given(PIECES)
def test_what_a_part_sets_outside_of_loops_is_as_jinja_sets_it(piece: str) -> None:
    source = "{% macro m(a) %}{{ a }}{% endmacro %}" + re.sub(r"\brad\.", "rader[0].", piece)
    program = translate(WordEnvironment().parse(source))
    if program is not None:
        assert by_program(source) == by_jinja(source)


SIMPLE = [
    "{{ navn|upper }}{{ navn|lower }}{{ rad_navn|trim }}{{ navn|capitalize }}",
    "{% for o in ord %}{{ loop.index }}{% if loop.first %}<{% endif %}{{ o }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% for o in ord %}{% for p in rader %}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %}",
    "{{ ord|join(', ') }} {{ ord|length }} {{ tom|default('-', true) }} {{ navn|default('-', true) }}",
    "{% if navn == 'x' %}a{% elif navn != tom %}b{% endif %}{% if ord|length > 1 %}c{% endif %}{% if tom == '' %}d{% endif %}",
    "{{ 'ja' if ord|length >= 3 else 'nei' }}{% if ord|length == 2 and not ingen|length %}e{% endif %}",
    "{% set y = navn|upper %}{{ y }}{% set y = y or tom %}{{ y }}{% for o in ord %}{% set y = o %}{{ y }}{% endfor %}{{ y }}",
    "{% if vis.a %}{% set y = 'a' %}{% else %}{% set y = 'b' %}{% endif %}{{ y }}{% if vis.b %}{% set x = 'ny' %}{% endif %}{{ x }}",
    "{% macro hei(a, b) %}Hei {{ a }}{% if b %} & {{ b }}{% endif %} {{ navn }}{% endmacro %}{{ hei(navn, 'x') }}{{ hei(tom, tom) }}",
    "{{ navn ~ ' & ' ~ x }}",
    "{% for o in ord %}{{ loop.index0 }}/{{ loop.length }}:{{ loop.revindex }}{{ loop.revindex0 }}{% endfor %}",
    "{% for o in ingen %}{{ o }}{% else %}ingen {{ navn }}{% endfor %}{% for o in ord %}{{ o }}{% else %}x{% endfor %}",
    "{% for r in rader if r.navn %}{{ loop.index }}{{ r.navn }}{% if loop.last %}!{% endif %}{% else %}x{% endfor %}",
    "{% for r in rader if r.navn == 'nei' %}x{% else %}ingen{% endfor %}",
    "{{ ord[1] }}{% for o in ord[1:] %}{{ o }}{% endfor %}{{ rader[0].navn }}",
]


@pytest.mark.parametrize("source", SIMPLE)
def test_what_most_templates_do_besides_is_a_program_too(source: str) -> None:
    assert by_program(source) == by_jinja(source)


BEYOND = [
    "{% set a = x ~ x %}{% set a = a ~ a %}{{ a }}",
    "{% set a = ord|join(x) %}{{ a }}",
    "{{ ord|join('aa')|join('bb') }}",
    "{% for a in rader %}{% for b in rader %}{% set r = rader %}{% for c in r %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% macro a(b) %}{{ b }}{{ b }}{% endmacro %}{% macro c(b) %}{{ a(b) }}{{ a(b) }}{% endmacro %}{{ c(x) }}",
    "{% macro a() %}{% for r in rader %}x{% endfor %}{% endmacro %}{{ a() }}",
    "{% set x = navn %}{% macro a() %}{{ x }}{% endmacro %}{{ a() }}",
    "{% macro a(b='c') %}{{ b }}{% endmacro %}{{ a() }}",
    "{% for r in rader %}{% if r.navn %}{% set y = 'a' %}{% endif %}{% endfor %}",
    "{% macro a(b) %}{% set x = b %}{{ x }}{% endmacro %}{{ a(x) }}",
]


@pytest.mark.parametrize("source", BEYOND)
def test_what_may_grow_without_end_or_is_jinjas_own_is_no_program(source: str) -> None:
    assert translate(WordEnvironment().parse(source)) is None


def test_a_name_that_nobody_has_set_is_told() -> None:
    from skjema.errors import TemplateError

    with pytest.raises(TemplateError) as caught:
        render(docx("{% if ja %}{% set y = 'a' %}{% endif %}", "Se {{ y }}"), ja=False)
    assert [one.text("nb") for one in caught.value.problems] == [
        "mal.docx: «y» er ikke navnet på noe felt i skjemaet: «Se {{ y }}». [tag-name]"
    ]


def test_a_macro_is_text_where_it_is_called_and_nothing_else() -> None:
    template = WordTemplate("mal.docx", docx("{% macro m(a) %}[{{ a }}]{% endmacro %}", "Se {{ m(navn) }}"))
    assert template._programs[0] is not None
    made = template.render({"navn": "a\n<b>"})
    assert (
        b'[a</w:t><w:br/><w:t xml:space="preserve">&lt;b&gt;]'
        in dict(template.parts({"navn": "a\n<b>"}))["word/document.xml"]
    )
    assert made


def test_the_row_of_an_outer_loop_is_there_again_after_an_inner_one() -> None:
    source = "{% for r in rader %}{{ r.navn }}{% for r in rader %}<{{ r.navn }}>{% endfor %}{{ r.navn }};{% endfor %}"
    assert by_program(source) == by_jinja(source) == "Én<Én><>Én;<Én><>;"


def test_built_templates_need_no_jinja(tried: Form) -> None:
    for language in tried.languages:
        template = WordTemplate("mal.docx", build_template(tried, language))
        assert all(part.program for part in template._compiled.parts)


@pytest.mark.parametrize(
    ("paragraph", "printed"),
    [
        ("{{ navn|upper }}", "OLA"),
        ("{{ navn.upper() }}", "OLA"),
        ("{{ tall }}", "7"),
        ("{{ ja }}", "True"),
        ("{{ tall + 1 }}", "8"),
        ("{% for r in rader %}{{ loop.index }}{{ r }}{% endfor %}", "1a2b"),
        ("{% for r in rader if r != 'a' %}{{ r }}{% endfor %}", "b"),
        ("{% for r in tom %}{{ r }}{% else %}ingen{% endfor %}", "ingen"),
        ("{% for a, b in par %}{{ a }}{{ b }}{% endfor %}", "xy"),
        ("{% set x = navn %}{{ x }}", "Ola"),
        ("{{ navn if ja }}", "Ola"),
        ("{{ rader[1] }}", "b"),
        ("{% if tall == 7 %}sju{% endif %}", "sju"),
        ("{% if ukjent is defined %}a{% else %}b{% endif %}", "b"),
        ("{{ ukjent|default('x') }}", "x"),
        ("{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(navn) }}", "[Ola]"),
    ],
)
def test_what_only_jinja_knows_is_left_to_it(paragraph: str, printed: str) -> None:
    from tests.reading_back import docx_text

    values = {"navn": "Ola", "tall": 7, "ja": True, "rader": ["a", "b"], "tom": [], "par": [("x", "y")]}
    assert docx_text(render(docx(paragraph), **values)) == printed
