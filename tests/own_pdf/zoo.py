"""The zoo of PDF forms: one specimen for each hazard, with a definition, a record and what must come out of both."""

import io
from collections.abc import Mapping
from typing import Any, NamedTuple

from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from tests.drawing import field
from tests.own_pdf.raw_pdf import look, raw_pdf, stream, text

LETTERS = "Ølåvær Ŋábá łódź Nguyễn Яна"


class Specimen(NamedTuple):
    """A PDF form, and what becomes of it.

    Attributes:
        fields: Of the definition.
        values: Of the record.
        held: What stands in the file afterwards, by the full name of the field.
        seen: What is read on the page.
        unseen: What isn't.
    """

    pdf: bytes
    fields: tuple[str, ...]
    values: Mapping[str, Any]
    held: Mapping[str, Any]
    seen: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()


def named(content: bytes, value: str = LETTERS, name: str = "navn", seen: str | None = None, **keys: str) -> Specimen:
    """A specimen with one text, `navn`."""
    shown = value if seen is None else seen
    return Specimen(content, (field("navn", **keys),), {"navn": value}, {name: value}, (shown,) if shown else ())


TICKED = look("q 1 g 0 0 20 20 re f 0 g 4 4 12 12 re f Q").replace(b"/BBox", b"/Marked true/BBox")
EMPTY = look()


def button(name: str, more: str, at: int = 1) -> str:
    top = 800 - 40 * at
    return f"/FT/Btn/T({name})/Rect[50 {top - 20} 70 {top}]/F 4{more}"


def ticks(pdf: bytes, held: Mapping[str, Any], *more: str, **values: Any) -> Specimen:
    fields = (field("navn"), *(more or (field("gjelder", "yes_no"),)))
    return Specimen(pdf, fields, {"navn": "Ola", **values}, {"navn": "Ola", **held}, ("Ola",))


def choice(name: str, kind: str = "choice", answers: str = "Tog,Bil", **keys: str) -> str:
    listed = ", ".join(f'{{ id = "{one.lower()}", label = {{ nb = "{one}" }} }}' for one in answers.split(","))
    return field(name, kind, choices=f"[{listed}]", **keys)


def _compressed(pdf: bytes) -> bytes:
    """The same with its objects packed in streams, as newer programs write them."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.compress_identical_objects()
    out = io.BytesIO()
    writer.write(out)
    return packed_objects(PdfReader(io.BytesIO(out.getvalue())))


def packed_objects(reader: PdfReader) -> bytes:
    objects: dict[int, bytes] = {}
    for number in sorted(reader.xref[0]):
        item = reader.get_object(number)
        written = io.BytesIO()
        assert item is not None
        item.write_to_stream(written)
        objects[number] = written.getvalue()
    streams = {number: body for number, body in objects.items() if b"stream" in body}
    plain = {number: body for number, body in objects.items() if number not in streams}
    holder, table = max(objects) + 1, max(objects) + 2
    index, bodies = [], b""
    for number, body in plain.items():
        index.append(f"{number} {len(bodies)}")
        bodies += body + b"\n"
    first = " ".join(index).encode() + b"\n"
    streams[holder] = stream(first + bodies, f"/Type/ObjStm/N {len(plain)}/First {len(first)}")
    out, places = bytearray(b"%PDF-1.5\n"), {}
    for number, body in sorted(streams.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    rows = b""
    for number in range(table + 1):
        if number in plain:
            rows += bytes([2]) + holder.to_bytes(4) + list(plain).index(number).to_bytes(2)
        else:
            place = start if number == table else places.get(number)
            rows += (bytes([1]) + place.to_bytes(4) + bytes(2)) if place else bytes([0, 0, 0, 0, 0, 255, 255])
    root = reader.trailer.raw_get("/Root").idnum
    entries = f"/Type/XRef/W[1 4 2]/Size {table + 1}/Root {root} 0 R"
    out += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, stream(rows, entries), start)
    return bytes(out)


def _encrypted(pdf: bytes, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt("", "eier", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _reportlab() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.drawString(50, 780, "Navn")
    form = canvas.acroForm
    form.textfield(name="navn", tooltip="Navn", x=100, y=770, width=200, height=24, borderStyle="inset")
    form.checkbox(name="gjelder", tooltip="Gjelder", x=100, y=730, buttonStyle="cross")
    for value, x in (("Tog", 100), ("Bil", 140)):
        form.radio(name="vei", tooltip="Vei", value=value, x=x, y=690)
    form.choice(name="by", tooltip="By", x=100, y=650, width=100, height=20, value="Tog", options=["Tog", "Bil"])
    canvas.save()
    return out.getvalue()


_PLAIN = raw_pdf(text("navn"))
_UTF16 = "<FEFF" + "skjæma.nåvn".encode("utf-16-be").hex() + ">"
_KIDS = "/Rect[50 700 250 720]/F 4/Parent 10 0 R"
_XFA = b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>"

ZOO: dict[str, Specimen] = {
    "a line to write on": named(_PLAIN),
    "kind inherited": named(
        raw_pdf("/FT/Tx/T(gruppe)/Kids[11 0 R]", f"/T(navn)/Parent 10 0 R{_KIDS}", tops=[10]), name="gruppe.navn"
    ),
    "letters, length and side inherited": named(
        raw_pdf(
            "/FT/Tx/DA(1 0 0 rg /Helv 9 Tf)/Q 2/MaxLen 40/T(gruppe)/Kids[11 0 R]", f"/T(navn){_KIDS}", tops=[10]
        ),
        name="gruppe.navn",
    ),
    "deep": named(
        raw_pdf(
            "/T(a)/Kids[11 0 R]", "/T(b)/Parent 10 0 R/Kids[12 0 R]", "/T(c)/Parent 11 0 R/Kids[13 0 R]",
            "/FT/Tx/T(navn)/Parent 12 0 R/Rect[50 700 250 720]/F 4", tops=[10],
        ),
        name="a.b.c.navn",
    ),
    "fields in a circle": named(
        raw_pdf("/T(a)/Kids[11 0 R 10 0 R]", f"/FT/Tx/T(navn){_KIDS}", tops=[10]), name="a.navn"
    ),
    "two places": named(
        raw_pdf(
            "/FT/Tx/T(navn)/Kids[11 0 R 12 0 R]", "/F 4/Parent 10 0 R/Rect[50 700 250 720]",
            "/F 4/Parent 10 0 R/Rect[50 600 350 640]", tops=[10],
        )
    ),
    "two fields of one name": named(raw_pdf(text("navn"), text("navn", 1))),
    "two places with one appearance": named(
        raw_pdf(
            "/FT/Tx/T(navn)/Rect[50 700 250 720]/F 4/AP<</N 20 0 R>>",
            "/FT/Tx/T(annet)/Rect[50 600 250 620]/F 4/AP<</N 20 0 R>>", more={20: EMPTY},
        ),
    ),
    "a name as UTF-16": named(
        raw_pdf(f"/FT/Tx/T{_UTF16}/Rect[50 700 250 720]/F 4"), name="skjæma.nåvn", pdf='"skjæma.nåvn"'
    ),
    "called by its label": named(raw_pdf(text("Barnets navn:")), name="Barnets navn:", label='{ nb = "Barnets navn" }'),
    "called by its tooltip": named(
        raw_pdf(text("Text1", more="/TU(Barnets navn)/F 4")), name="Text1", label='{ nb = "Barnets navn" }'
    ),
    "called as XFA calls it": named(
        raw_pdf(
            "/T(form1[0])/Kids[11 0 R]", "/T(#subform[0])/Parent 10 0 R/Kids[12 0 R]",
            "/FT/Tx/T(navn[0])/Parent 11 0 R/Rect[50 700 250 720]/F 4", tops=[10],
        ),
        name="form1[0].#subform[0].navn[0]",
    ),
    "comb": named(raw_pdf(text("navn", more="/F 4/Ff 16777216/MaxLen 8")), "Åse Ŋga", seen=""),
    "comb of digits": Specimen(
        raw_pdf(text("navn"), text("fnr", 1, more="/F 4/Ff 16777216/MaxLen 11")),
        (field("navn"), field("fnr", "fodselsnummer")), {"navn": "Ola", "fnr": "15811000040"},
        {"navn": "Ola"}, ("Ola",),
    ),
    "comb from the right": named(raw_pdf(text("navn", more="/F 4/Ff 16777216/MaxLen 12/Q 2")), "Øyvind", seen=""),
    "in the middle": named(raw_pdf(text("navn", more="/F 4/Q 1"))),
    "from the right": named(raw_pdf(text("navn", more="/F 4/Q 2"))),
    "several lines in the middle": Specimen(
        raw_pdf(text("navn"), text("om", 2, size="200 80", more="/F 4/Ff 4096/Q 1")),
        (field("navn"), field("om", "longtext")), {"navn": "Ola", "om": "første\nandre Ŋ"},
        {"navn": "Ola", "om": "første\nandre Ŋ"}, ("første", "andre Ŋ"),
    ),
    **{
        f"turned by {angle}": named(raw_pdf(text("navn", size=size, more=f"/F 4/MK<</R {angle}/BC[1 0 0]/BG[.9]>>")))
        for angle, size in ((90, "24 220"), (180, "220 24"), (270, "24 220"))
    },
    "a page that is turned": named(
        raw_pdf("/FT/Tx/T(navn)/Rect[300 400 324 640]/F 4/MK<</R 90>>", page="/Rotate 90")
    ),
    "size left open": named(raw_pdf(text("navn", more="/F 4/DA(/Helv 0 Tf 0 g)"))),
    "small type": named(raw_pdf(text("navn", size="200 8", more="/F 4/DA(/Helv 6 Tf 0 g)"))),
    "large type": named(raw_pdf(text("navn", size="300 30", more="/F 4/DA(0 0 1 rg /Helv 18 Tf)"))),
    "colours of print": named(raw_pdf(text("navn", more="/F 4/DA(0 1 0 0 k /Helv 10 Tf)/MK<</BG[0 0 0 .1]>>"))),
    "a password": named(raw_pdf(text("navn", more="/F 4/Ff 8192")), "Kari", seen="****"),
    "text of several lines on one": Specimen(
        raw_pdf(text("navn"), text("om", 1)), (field("navn"), field("om", "longtext")),
        {"navn": "Ola", "om": "en\nto"}, {"navn": "Ola", "om": "en to"}, ("en to",),
    ),
    "a box to tick": ticks(
        raw_pdf(text("navn"), button("gjelder", "/AP<</N<</Ja 20 0 R/Off 21 0 R>>>>/AS/Off"), more={20: TICKED, 21: EMPTY}),
        {"gjelder": "/Ja"}, gjelder="ja",
    ),
    "a box left": ticks(
        raw_pdf(text("navn"), button("gjelder", "/V/Ja/AP<</N<</Ja 20 0 R>>>>/AS/Ja"), more={20: TICKED}),
        {"gjelder": "/Off"}, gjelder="nei",
    ),
    "an odd name of being on": ticks(
        raw_pdf(text("navn"), button("gjelder", "/AP<</N<</Valg#20#C3#A5 20 0 R>>>>/AS/Off"), more={20: TICKED}),
        {"gjelder": "/Valg å"}, gjelder="ja",
    ),
    "a box without appearances": ticks(
        raw_pdf(text("navn"), button("gjelder", "/MK<</CA(8)/BC[0]>>")), {"gjelder": "/Yes"}, gjelder="ja"
    ),
    "a box drawn in a font that nobody has": ticks(
        raw_pdf(
            text("navn"), button("gjelder", "/AP<</N<</On 20 0 R/Off 21 0 R>>>>/AS/Off"),
            more={20: look("BT /ZaDb 12 Tf 3 3 Td (4) Tj ET"), 21: look("0 0 20 20 re S")},
        ),
        {"gjelder": "/On"}, gjelder="ja",
    ),
    "boxes of yes and no": ticks(
        raw_pdf(
            text("navn"), "/FT/Btn/T(gjelder)/Kids[12 0 R 13 0 R]",
            "/Parent 11 0 R/F 4/Rect[50 700 70 720]/AP<</N<</Ja 20 0 R>>>>",
            "/Parent 11 0 R/F 4/Rect[90 700 110 720]/AP<</N<</Nei 20 0 R>>>>", tops=[10, 11], more={20: TICKED},
        ),
        {"gjelder": "/Nei"}, gjelder="nei",
    ),
    "one of several": ticks(
        raw_pdf(
            text("navn"), "/FT/Btn/Ff 32768/T(vei)/Kids[12 0 R 13 0 R]",
            "/Parent 11 0 R/F 4/Rect[50 700 70 720]/AP<</N<</Tog 20 0 R>>>>/AS/Off",
            "/Parent 11 0 R/F 4/Rect[90 700 110 720]/AP<</N<</Bil 20 0 R>>>>/AS/Off", tops=[10, 11], more={20: TICKED},
        ),
        {"vei": "/Bil"}, choice("vei"), vei="Bil",
    ),
    "one of several by number": ticks(
        raw_pdf(
            text("navn"), "/FT/Btn/Ff 32768/T(vei)/Opt[(Tog)(Bil)]/Kids[12 0 R 13 0 R]",
            "/Parent 11 0 R/F 4/Rect[50 700 70 720]/AP<</N<</0 20 0 R>>>>",
            "/Parent 11 0 R/F 4/Rect[90 700 110 720]/AP<</N<</1 20 0 R>>>>", tops=[10, 11], more={20: TICKED},
        ),
        {"vei": "/1"}, choice("vei"), vei="Bil",
    ),
    "one of several, in two places at once": ticks(
        raw_pdf(
            text("navn"), "/FT/Btn/Ff 33587200/T(vei)/Kids[12 0 R 13 0 R 14 0 R]",
            "/Parent 11 0 R/F 4/Rect[50 700 70 720]/AP<</N<</Bil 20 0 R>>>>",
            "/Parent 11 0 R/F 4/Rect[90 700 110 720]/AP<</N<</Bil 20 0 R>>>>",
            "/Parent 11 0 R/F 4/Rect[130 700 150 720]/AP<</N<</Tog 20 0 R>>>>", tops=[10, 11], more={20: TICKED},
        ),
        {"vei": "/Bil"}, choice("vei"), vei="Bil",
    ),
    "a box for each answer": ticks(
        raw_pdf(
            text("navn"), button("vei tog", "/AP<</N<</On 20 0 R>>>>", 2), button("Bil", "/AP<</N<</On 20 0 R>>>>", 3),
            more={20: TICKED},
        ),
        {"vei tog": "/On", "Bil": "/On"}, choice("vei", "choices"), vei="Tog; Bil",
    ),
    "a list that opens": ticks(
        raw_pdf(text("navn"), "/FT/Ch/Ff 131072/T(vei)/Rect[50 700 150 720]/F 4/Opt[[(1)(Tog)][(2)(Bil)]]"),
        {"vei": "2"}, choice("vei"), vei="Bil",
    ),
    "a list that opens, or is written in": Specimen(
        raw_pdf(text("navn"), "/FT/Ch/Ff 393216/T(vei)/Rect[50 700 250 720]/F 4/Opt[(Tog)(Bil)]"),
        (field("navn"), field("vei")), {"navn": "Ola", "vei": "Ski Ŋ"}, {"navn": "Ola", "vei": "Ski Ŋ"}, ("Ski Ŋ",),
    ),
    "a list": ticks(
        raw_pdf(text("navn"), "/FT/Ch/T(vei)/Rect[50 600 150 660]/F 4/Opt[[(1)(Tog)][(2)(Bil)]]/I[0]/V(1)"),
        {"vei": "2"}, choice("vei"), vei="Bil",
    ),
    "a list of which several are chosen": ticks(
        raw_pdf(text("navn"), "/FT/Ch/Ff 2097152/T(vei)/Rect[50 600 150 660]/F 4/Opt[(Tog)(Bil)]"),
        {"vei": ["Tog", "Bil"]}, choice("vei", "choices"), vei="Tog; Bil",
    ),
    "an answer as text": ticks(
        raw_pdf(text("navn"), text("vei", 1)), {"vei": "Bil"}, choice("vei"), vei="Bil"
    ),
    "locked": named(raw_pdf(text("navn", more="/F 4/Ff 1"))),
    "hidden": named(raw_pdf(text("navn", more="/F 2")), seen=""),
    "no fonts and no letters of the form's": named(raw_pdf(text("navn"), resources="")),
    "viewers asked to draw anew": named(
        raw_pdf(text("navn"), text("annet", 1, more="/V(gammelt)/F 4"), form="/NeedAppearances true")
    )._replace(seen=(LETTERS, "gammelt")),
    "XFA beside it": named(raw_pdf(text("navn"), form="/XFA 20 0 R", more={20: stream(_XFA)})),
    "encrypted without a password": named(_encrypted(_PLAIN, "RC4-128")),
    "encrypted as newer programs do": named(_encrypted(_PLAIN, "AES-256")),
    "calculated by a script": named(
        raw_pdf(text("navn", more="/F 4/AA<</C<</S/JavaScript/JS(event.value = 1)>>>>"), form="/CO[10 0 R]")
    ),
    "on the page, but in no list": named(raw_pdf(text("navn"), tops=[])),
    "no form at all": named(raw_pdf(text("navn")).replace(b"/AcroForm 4 0 R", b"/AcroFrom 4 0 R")),
    "a place that its field doesn't know": named(
        raw_pdf("/FT/Tx/T(navn)/Kids[]", "/Parent 10 0 R/F 4/Rect[50 700 250 720]", tops=[10])
    ),
    "in the list, but on no page": named(raw_pdf(text("navn"), annotations=[]), seen=""),
    "objects packed in streams": named(_compressed(_PLAIN)),
    "a table of places that is wrong": named(_PLAIN.replace(b"startxref\n", b"startxref\n9")),
    "cut off at its end": named(_PLAIN[: _PLAIN.rindex(b"xref\n0 1")]),
    "a length that is none": named(
        raw_pdf(text("navn"), contents=b"0 0 1 rg 10 10 9 9 re f").replace(b"<</Length 24>>", b"<</Length true>>")
    ),
    "something before its head": named(b"\n\n" + _PLAIN),
    "fields written where they stand": named(
        raw_pdf(annotations=[]).replace(
            b"/Annots[]", b"/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(navn)/Rect[50 700 250 720]/F 4>>]"
        )
    ),
    "filled in already": named(raw_pdf(text("navn", more="/V(Gamle Ola)/F 4/AP<</N 20 0 R>>"), more={
        20: look("BT /Helv 12 Tf 2 5 Td (Gamle Ola) Tj ET", "0 0 200 20")
    }))._replace(unseen=("Gamle",)),
    "a page that forgets to put back": named(raw_pdf(text("navn"), contents=b"q 3 0 0 3 100 100 cm 1 0 0 rg")),
    "a page cut": named(raw_pdf(text("navn"), page="/CropBox[20 20 500 820]")),
    "reportlab": Specimen(
        _reportlab(), (field("navn"), field("gjelder", "yes_no"), choice("vei"), choice("by")),
        {"navn": LETTERS, "gjelder": "ja", "vei": "Bil", "by": "Bil"},
        {"navn": LETTERS, "gjelder": "/Yes", "vei": "/Bil", "by": "Bil"}, (LETTERS,),
    ),
}  # fmt: skip


__all__ = ["LETTERS", "ZOO", "Specimen", "choice", "packed_objects"]
