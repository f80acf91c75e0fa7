"""Time a record of Word templates that others wrote, beside one of ours. `python bench/foreign_word.py`

Each template has the forty fields and the ten rows of the first; what it asks Jinja for besides is its name.
"""

import io
import sys
import time
from collections.abc import Callable

import docx
from docx.document import Document
from skjema.render.word.template import WordTemplate

FIELDS, ROWS, RECORDS, ROUNDS = 40, 10, 300, 14
VALUES = {f"f{number}": f"Verdi {number} & æøå" for number in range(FIELDS)}
CONTEXT = {**VALUES, "rader": [{"a": "x", "b": "y"}] * ROWS, "navn": "Nora Eksempel"}
KINDS = {
    "ours": (),
    "values and rows alone": (),
    "set": ("{% set x = navn %}{{ x }}", "{% if navn %}{% set y = navn %}{% endif %}{{ y }}"),
    "macro": ("{% macro hei(x) %}Hei {{ x }}{% endmacro %}{{ hei(navn) }}",),
    "concatenation": ("{{ navn ~ ', ' ~ f1 }}",),
    "Jinja alone: namespace": (
        "{% set n = namespace(x='') %}{% for r in rader %}{% set n.x = n.x ~ r.a %}{% endfor %}{{ n.x }}",
    ),
    "Jinja alone: arithmetic": ("{{ 2 * 3 }}",),
}  # fmt: skip


def main() -> None:
    templates = {name: _template(name, first) for name, first in KINDS.items()}
    times: dict[str, list[float]] = {name: [] for name in KINDS}
    names = list(KINDS)
    for number in range(ROUNDS):
        first = number % len(names)  # each is the first of a round now and then
        for name in names[first:] + names[:first]:
            times[name].append(_milliseconds(templates[name]))
    own = min(times["ours"])
    for name, measured in times.items():
        sys.stdout.write(f"{name:26} {min(measured):6.3f} ms a record, {min(measured) / own:5.2f} x\n")


def _milliseconds(template: WordTemplate) -> float:
    began = time.perf_counter()
    for _ in range(RECORDS):
        template.render(CONTEXT)
    return (time.perf_counter() - began) / RECORDS * 1000


def _template(name: str, first: tuple[str, ...]) -> WordTemplate:
    made = docx.Document()
    for text in first:
        made.add_paragraph(text)
    _draw(made)
    out = io.BytesIO()
    made.save(out)
    is_ours: Callable[[], bool] = (lambda: True) if name == "ours" else (lambda: False)
    template = WordTemplate("mal.docx", out.getvalue(), is_ours=is_ours)
    template.render(CONTEXT)  # starts what it takes
    return template


def _draw(document: Document) -> None:
    for number in range(FIELDS):
        document.add_paragraph(f"Felt {number}: {{{{ f{number} }}}}")
    table = document.add_table(rows=3, cols=3)
    rows = (
        ("{%tr for r in rader %}", "", ""),
        ("{{ r.a }}", "{{ r.b }}", "{{ loop.index }}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


if __name__ == "__main__":
    main()
