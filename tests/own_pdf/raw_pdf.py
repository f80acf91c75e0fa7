"""PDF forms as other programs write them, good and bad, made of raw objects: nothing of skjema's own writer is in them."""

from collections.abc import Mapping, Sequence

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
PAGE, FORM, FONT, CONTENTS = 3, 4, 5, 6
FIRST = 10
"""Number of the first field; those after it follow."""


def stream(content: bytes, entries: str = "") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode(), len(content), content)


def look(content: str = "", box: str = "0 0 20 20") -> bytes:
    """An appearance."""
    return stream(content.encode(), f"/Type/XObject/Subtype/Form/BBox[{box}]/Resources<<>>")


def raw_pdf(
    *fields: str, tops: Sequence[int] | None = None, annotations: Sequence[int] | None = None, form: str = "",
    page: str = "", root: str = "", contents: bytes = b"", more: Mapping[int, bytes] | None = None,
    resources: str = "/DR<</Font<</Helv 5 0 R>>>>/DA(/Helv 0 Tf 0 g)",
) -> bytes:  # fmt: skip
    """A form of one page with a table of places.

    Args:
        fields: Dictionaries without their brackets; each is a widget of the page too where it has a /Rect.
        tops: Numbers of those in the form's list; all without.
        annotations: Numbers of those on the page; all with a /Rect without.
        more: Further objects, by number.
    """
    numbers = range(FIRST, FIRST + len(fields))
    shown = [number for number, one in zip(numbers, fields, strict=True) if "/Rect" in one]
    listed = " ".join(f"{one} 0 R" for one in (numbers if tops is None else tops))
    on_page = " ".join(f"{one} 0 R" for one in (shown if annotations is None else annotations))
    widget = "/Type/Annot/Subtype/Widget/P 3 0 R"
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R{root}>>".encode(),
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[{on_page}]/Contents 6 0 R{page}>>".encode(),
        FORM: f"<</Fields[{listed}]{resources}{form}>>".encode(),
        FONT: HELVETICA,
        CONTENTS: stream(contents),
        **{
            number: f"<<{widget if '/Rect' in one else ''}{one}>>".encode()
            for number, one in zip(numbers, fields, strict=True)
        },
        **(more or {}),
    }
    return assembled(objects)


def assembled(objects: Mapping[int, bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """A file of numbered objects with a table of places."""
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(places) + 1
    out += b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer.encode(), start)
    return bytes(out)


def text(name: str, at: int = 0, *, size: str = "200 20", more: str = "/F 4") -> str:
    """A line to write on, `at` so many lines down the page."""
    width, height = map(int, size.split())
    top = 800 - 40 * at
    return f"/FT/Tx/T({name})/Rect[50 {top - height} {50 + width} {top}]{more}"
