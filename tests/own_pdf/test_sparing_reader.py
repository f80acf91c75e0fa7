"""A file of which no more is read than is asked for says the same as one that is read whole."""

import io

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from skjema import api
from skjema.definition.form_cache import load_form
from skjema.formats.pdf.sparing_reader import SparingReader
from tests.drawing import TEMPLATES
from tests.returning import saved_as_revision, saved_whole

PDF = api.blank_pdf(load_form(TEMPLATES / "samtykke-foto"))
SAID = {"bruk.vegg.svar": "/ja", "unntak": "Ikke når hun er kledd ut"}
FILES = {"as made": PDF, "whole": saved_whole(PDF, SAID), "revision": saved_as_revision(PDF, SAID)}


@pytest.mark.parametrize("kind", FILES)
def test_every_object_is_the_same(kind: str) -> None:
    files = [reader(io.BytesIO(FILES[kind])) for reader in (SparingReader, PdfReader)]
    numbers = {number for one in files for number in (*one.xref_objStm, *one.xref.get(0, {}))}
    assert numbers
    for number in sorted(numbers):
        said = [_written(one, number) for one in files]
        assert said[0] == said[1], number


def _written(reader: PdfReader, number: int) -> bytes:
    item, out = IndirectObject(number, 0, reader).get_object(), io.BytesIO()
    if item is not None:
        item.write_to_stream(out)
    return out.getvalue()


def test_what_nobody_asks_for_is_not_read() -> None:
    """Most objects of a form say how it is read aloud."""
    sparing, whole = (reader(io.BytesIO(PDF)) for reader in (SparingReader, PdfReader))
    for one in (sparing, whole):
        assert one.trailer["/Root"]
    assert len(sparing.resolved_objects) * 10 < len(whole.resolved_objects)
