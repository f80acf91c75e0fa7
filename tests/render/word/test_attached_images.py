"""Pictures that the data name: from the folder of the data alone, looked at, scaled, and put in as docxtpl puts them."""

import base64
import io
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.shared import Mm
from docxtpl import inline_image
from docxtpl.template import DocxTemplate

from skjema.batch.identity import RecordHashes, changed_items
from skjema.definition.model import Form
from skjema.errors import AttachedFileError, DefinitionError, TemplateError
from skjema.formats.docx.members import Members, members_of
from skjema.formats.docx.part_xml import parse, relations
from skjema.formats.image import ImageError, read_image
from skjema.render.word import word_pack, word_renderer
from skjema.render.word.check_names import template_problems
from skjema.render.word.context import context
from skjema.render.word.template import WordTemplate
from skjema.render.word.word_renderer import WordRenderer
from skjema.validation.checked import CheckedRecord
from tests.cli.running import skjema
from tests.drawing import HEAD, checked, field, form_of, from_json, png, png_part
from tests.reading_back import docx_text
from tests.render.word.documents import docx, one_form

OWN = HEAD.replace('layout = "fixed"', 'layout = "fixed"\nword = "own"\npdf = "from-word"')
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# 24 by 12 pixels, blue and red, as Pillow 12 writes them: as it is; turned, with a camera, a place and a comment
JPEG = base64.b85decode(
    "|JeWF01!$>Nk#wx0RR9200961|JwjV01yid4h#wq4h;?x5fBp?C>j_R78o%jB^@X_Gd(;xGdMRuNL)@pL{~*OI8bd-S6^ahXlFi6ad~iLcwA*?"
    "WB=O#Lje&I5*QU2FB%#zV?sDWV`F1uV`F1uV`F1uV`F1uV`F1uV`F1uV`F1uV`F1uV`F1uV`F1uV`F1uV`F1uV`Klo01*fP3;-Ad0U`hb5di}c"
    "0sq7R761VO0RR910000000000000C42LHqW7Z3pe0{{R3000000000000004LV^Fp02ToO0RaF20000000000000060|o!Y02>hi0R;g800000"
    "00000000000Rl9Eu>=MG+5ij#0RRFK0}%i}0LzgQ_&E_TjlV)Ot5B~DhTbTIkg$yZ*#"
)
PHOTO = base64.b85decode(
    "|JeWF01!$>Nk#wx0RR9200961|KR|5MR;ju002!*04e|g00;mB0S^EI000080000o0TKWM0000100sa6h$R37000010000w00000RAp>sW^Zl)"
    "00IC300IC200K?`0000200jU500RI309XJ30000006PEx0096105$*s009610000000IC000v88a%unD07C!}3k(hn3J?wr4iXU%6BsBO7#0>7"
    "F(V}%C^|DeJUKHsH$X^SPC!IgMK?H5ZBbWWVrOV)K233XaAbH~WoKjm+W<oW5fTy@6&NoX8ZTo)I6`A%V`F1uV`F1uV`F1uV`F1uV`F1uV`F1u"
    "V`F1uV`F1uV`F1uV`F1uV`F1uV`F1u|H1$f2mlNK7y|(!00I#K0}%oL!~hlm0RaI30000000000000000{{j8!~hln0RaI3000000000000000"
    "1p);B+5ij#0RRFJ0}ucJ0n0;8w3QZ@|HJ?m5CH)J00000000000000000IyI|Jncu0RaF31p>yI|HJ?n5dZ@L000000000000000009FKGymEE"
    "2mu2D0Y3pof`9+S02dJe0|5X40000000000000011Q0X-+5iXv0s#R(0b?^i|HJ?k5CH%H00000000000000003iR`00;pA00ut-U;o4a77zge"
    "0RR910000000000000m{0RP$m2mt{A0Y4$u+5g%A3<CiG0ssR5000mS5C6mf77+mf0RR910000000000006N85dYc$2mu2D0Y4BybN|Eu77+mf"
    "0RR910000000000006N85dYc$2mt~C0Y4BEGylW@77zge0RR910000000000000od0RP$m2mt{A0Y4DaW`F<L"
)
PNG = png(pixels=20)


def image_form(folder: Path, **keys: str) -> Form:
    return form_of(folder, field("navn", "name"), field("foto", "image", **keys), head=OWN)


def records_of(form: Form, folder: Path, *names: str) -> list[CheckedRecord]:
    """The records of a list in `folder` whose pictures are called so."""
    lines = "".join(f"Nora Eksempel {letter};{name}\n" for letter, name in zip("ABCDEFGHIJKLMNOP", names, strict=False))
    (folder / "liste.csv").write_text(f"navn;foto\n{lines}", "utf-8")
    return checked(form, folder / "liste.csv")[0]


def filled(form: Form, record: CheckedRecord, template: bytes) -> bytes:
    """The document, compiled and rendered in this process."""
    return WordTemplate("prove.nb.docx", template).render(context(form, record, "nb"))


def docxtpl_fills(template: bytes, pictures: dict[str, tuple[bytes, float]]) -> bytes:
    """The same by docxtpl: content and width in millimetres of each picture."""
    made = DocxTemplate(io.BytesIO(template))
    image: Any = inline_image.InlineImage
    values: dict[str, Any] = {"navn": "Nora Eksempel A"}
    values |= {name: image(made, io.BytesIO(content), width=Mm(wide)) for name, (content, wide) in pictures.items()}
    made.render(values, autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pictures_of(members: Members, part: str) -> tuple[bytes, list[tuple[str, bytes, str]]]:
    """A part without the ids and names of its pictures; of each picture its relationship's kind, content and type."""
    root, shown = parse(members[part]), []
    known = {one.id: one for one in relations(members, part)}
    types = parse(members["[Content_Types].xml"])
    for blip in root.iter(f"{A}blip"):
        relation = known[blip.get(f"{R}embed", "")]
        ending = relation.target.rpartition(".")[2]
        (kind,) = {one.get("ContentType") for one in types if one.get("Extension") == ending}
        shown.append((relation.kind, members[relation.target], str(kind)))
        blip.set(f"{R}embed", "")
    for drawn in root.iter(f"{WP}inline"):
        for element in drawn.iter():  # which docxtpl writes one to a line
            element.text = element.tail = None
    for named in root.iter("{*}docPr", "{*}cNvPr"):
        for name in ("name", "descr", *(("id",) if part != "word/document.xml" else ())):
            named.set(name, "")
    return one_form(root), shown


def in_header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "Topp {{ foto }}"
    table = document.add_table(rows=1, cols=1)
    table.rows[0].cells[0].text = "{% if foto %}{{ foto }}{% endif %}"


@pytest.mark.parametrize(("name", "content"), [("kari.png", PNG), ("kari.jpg", JPEG)], ids=["png", "jpeg"])
def test_a_picture_comes_out_as_docxtpl_puts_it_in(name: str, content: bytes, tmp_path: Path) -> None:
    form = image_form(tmp_path, size_mm="[30, 100]")
    (tmp_path / name).write_bytes(content)
    (record,) = records_of(form, tmp_path, name)
    template = docx("Før {{ foto }} etter", "{{ foto }}{{ foto }}", draw=in_header)
    ours = members_of(filled(form, record, template))
    theirs = members_of(docxtpl_fills(template, {"foto": (content, 30)}))
    for part in ("word/document.xml", "word/header1.xml"):
        assert pictures_of(ours, part) == pictures_of(theirs, part)
    assert sum(one.startswith("word/media/") for one in ours) == 1
    left_out = ("/media/", "docProps/thumbnail", "customXml")
    ours_and_theirs = [
        sorted(one for one in made if not any(word in one for word in left_out)) for made in (ours, theirs)
    ]
    assert ours_and_theirs[0] == ours_and_theirs[1]
    assert next(iter(ours)) == "[Content_Types].xml"


def inline(made: bytes) -> tuple[tuple[str, ...], str, dict[str, str]]:
    """Room in the line, alternative text, and how the one picture is turned."""
    (shown,) = parse(members_of(made)["word/document.xml"]).iter(f"{WP}inline")
    extent, named, turned = shown.find(f"{WP}extent"), shown.find(f"{WP}docPr"), next(shown.iter(f"{A}xfrm"))
    assert extent is not None
    assert named is not None
    room = tuple(f"{int(extent.get(one, '0')) / 36_000:.1f}" for one in ("cx", "cy"))
    return room, str(named.get("descr")), {str(name): str(value) for name, value in turned.attrib.items()}


@pytest.mark.parametrize(
    ("size", "room"),
    [("[35, 45]", ("35.0", "17.5")), ("[100, 10]", ("20.0", "10.0")), ("", ("60.0", "30.0"))],
    ids=["as wide as the box", "as high as the box", "no size given"],
)
def test_a_picture_fits_into_its_box(size: str, room: tuple[str, ...], tmp_path: Path) -> None:
    keys = {"size_mm": size} if size else {}
    form = image_form(tmp_path, alt='{ nb = "Foto av «eleven» & <mor>" }', **keys)
    (tmp_path / "kari.jpg").write_bytes(JPEG)
    (record,) = records_of(form, tmp_path, "kari.jpg")
    assert inline(filled(form, record, docx("{{ foto }}"))) == (room, "Foto av «eleven» & <mor>", {})


def test_a_photo_stands_upright_and_tells_neither_where_nor_when(tmp_path: Path) -> None:
    form = image_form(tmp_path, size_mm="[20, 40]")
    (tmp_path / "kari.jpg").write_bytes(PHOTO)
    (record,) = records_of(form, tmp_path, "kari.jpg")
    made = filled(form, record, docx("{{ foto }}"))
    # lying, and turned a quarter about its middle, with room above and below: as Word writes one that somebody turns
    assert inline(made) == (("40.0", "20.0"), "Foto", {"rot": "5400000"})
    (effect,) = parse(members_of(made)["word/document.xml"]).iter(f"{WP}effectExtent")
    assert [effect.get(side) for side in "ltrb"] == ["0", "360000", "0", "360000"]
    (content,) = (content for name, content in members_of(made).items() if name.startswith("word/media/"))
    assert b"Telefon" in PHOTO
    assert b"Kari" in PHOTO
    assert b"Telefon" not in content
    assert b"Kari" not in content
    assert read_image(content)[1:] == ("jpeg", 24, 12, 0, False)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_that_a_camera_is_held_is_known(orientation: int) -> None:
    photo = PHOTO.replace(
        b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06", b"\x01\x12\x00\x03\x00\x00\x00\x01\x00%c" % orientation
    )
    image = read_image(photo)
    assert image.is_mirrored == (orientation in (2, 4, 5, 7))
    assert image.turns == {3: 2, 4: 2, 5: 3, 6: 1, 7: 1, 8: 3}.get(orientation, 0)


def test_what_a_png_tells_besides_its_picture_stays_behind() -> None:
    told = png_part(b"tEXt", b"Author\0Kari") + png_part(b"eXIf", b"MM") + png_part(b"tIME", b"1234567")
    at = PNG.index(b"IDAT") - 4
    assert read_image(PNG[:at] + told + PNG[at:]).content == PNG


def test_a_picture_passes_through_the_process_that_renders_what_others_wrote(tmp_path: Path) -> None:
    form = image_form(tmp_path)
    (tmp_path / "kari.png").write_bytes(PNG)
    (record,) = records_of(form, tmp_path, "kari.png")
    (form.folder / "prove.nb.docx").write_bytes(docx("{% set x = foto %}{{ x }}"))
    _, shown = pictures_of(members_of(WordRenderer(form, "nb").render(record)), "word/document.xml")
    assert shown == [("image", PNG, "image/png")]


def test_rows_of_a_group_have_pictures_of_their_own(tmp_path: Path) -> None:
    group = '[[section.field]]\nid = "barn"\ntype = "group"\nlabel = { nb = "Barn" }\nmax = 3\n'
    columns = field("barn_navn", "name") + field("barn_foto", "image")
    form = form_of(
        tmp_path,
        field("navn", "name"),
        head=OWN,
        more=group + columns.replace("[[section.field]]", "[[section.field.field]]"),
    )
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "b.jpg").write_bytes(JPEG)
    (tmp_path / "liste.json").write_text(
        '[{"navn": "Nora Eksempel", "barn": [{"barn_navn": "Ola Prøve", "barn_foto": "a.png"}, '
        '{"barn_navn": "Eva Prøve"}, {"barn_navn": "Per Prøve", "barn_foto": "b.jpg"}]}]'
    )
    (record,), _ = checked(form, tmp_path / "liste.json")
    made = filled(
        form, record, docx("{%p for rad in barn %}", "{{ rad.barn_navn }}: {{ rad.barn_foto }}", "{%p endfor %}")
    )
    _, shown = pictures_of(members_of(made), "word/document.xml")
    assert [content for _, content, _ in shown] == [PNG, JPEG]
    assert docx_text(made) == "Ola Prøve:\nEva Prøve:\nPer Prøve:"
    ids = [one.get("id") for one in parse(members_of(made)["word/document.xml"]).iter(f"{WP}docPr")]
    assert ids == ["1001", "1002"]


# What is wrong


def test_each_picture_that_cannot_be_used_is_told_of_in_its_place(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "bilder").mkdir(parents=True)
    files = {
        "bilder/bra.png": PNG, "halv.jpg": JPEG[:-40], "halv.png": PNG[:-30], "feil.gif": b"GIF89a" + bytes(40),
        "heic.jpg": b"\0\0\0\x18ftypheic", "tom.png": b"", "stor.jpg": JPEG + bytes(21 << 20),
        "svaer.png": png(pixels=10_000),
    }  # fmt: skip
    for name, content in files.items():
        (data / name).write_bytes(content)
    (tmp_path / "ute.png").write_bytes(PNG)
    (data / "lenke.png").symlink_to(tmp_path / "ute.png")
    (data / "inne.png").symlink_to(data / "bilder" / "bra.png")
    names = (
        *files,
        "borte.png",
        "../ute.png",
        "/tmp/ute.png",
        "lenke.png",
        "C:\\ute.png",
        "bilder",
        "inne.png",
        "bilder\\bra.png",
    )
    records = records_of(image_form(tmp_path), data, *names)
    assert [one.text("nb").partition(": «Foto» er ")[2] for record in records for one in record.problems] == [
        "'halv.jpg', et bilde som er skadet eller ikke helt. Lagre det på nytt. [image-damaged]",
        "'halv.png', et bilde som er skadet eller ikke helt. Lagre det på nytt. [image-damaged]",
        "'feil.gif', som ikke er et bilde av typen PNG eller JPEG. Lagre det som en av dem. [image-kind]",
        "'heic.jpg', som ikke er et bilde av typen PNG eller JPEG. Lagre det som en av dem. [image-kind]",
        "'tom.png', som ikke er et bilde av typen PNG eller JPEG. Lagre det som en av dem. [image-kind]",
        "'stor.jpg', en fil på 21 MB. Den kan være på 20 MB. Gjør den mindre. [attached-large]",
        "'svaer.png', et bilde med flere bildepunkter enn Word klarer. Gjør det mindre. [image-pixels]",
        "'borte.png', og det er ingen slik fil i mappen til dataene. Legg filen der, eller rett navnet. [attached-missing]",
        *(
            f"{name!r}, som ligger utenfor mappen til dataene. Legg filen i mappen, og skriv bare navnet. [attached-outside]"
            for name in ("../ute.png", "/tmp/ute.png", "lenke.png")
        ),
        "'C:\\\\ute.png', som ligger utenfor mappen til dataene. Legg filen i mappen, og skriv bare navnet. [attached-outside]",
        "'bilder', og det er ingen slik fil i mappen til dataene. Legg filen der, eller rett navnet. [attached-missing]",
    ]
    assert records[1].problems[0].text("nb").startswith("liste.csv: linje 3, kolonne 2: ")


@pytest.mark.parametrize("change", [PHOTO, b"", None], ids=["another", "empty", "gone"])
def test_what_is_put_in_is_what_was_checked(change: bytes | None, tmp_path: Path) -> None:
    form = image_form(tmp_path)
    (tmp_path / "kari.jpg").write_bytes(JPEG)
    (record,) = records_of(form, tmp_path, "kari.jpg")
    (tmp_path / "kari.jpg").unlink() if change is None else (tmp_path / "kari.jpg").write_bytes(change)
    with pytest.raises(AttachedFileError) as caught:
        filled(form, record, docx("{{ foto }}"))
    assert [one.code for one in caught.value.problems] == ["attached-changed"]


def test_the_good_rows_are_made_and_a_missing_picture_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    form = image_form(tmp_path)
    (form.folder / "prove.nb.docx").write_bytes(docx("{{ navn }} {{ foto }}"))
    (tmp_path / "liste").mkdir()
    (tmp_path / "liste" / "a.png").write_bytes(PNG)
    (tmp_path / "liste" / "l.csv").write_text("navn;foto\nNora Eksempel;a.png\nOla Eksempel;b.png\n", "utf-8")
    told = skjema("fill", "prove", "liste/l.csv", "-o", "ut", "--format", "docx", "--partial")
    assert told.code == 3
    assert "l.csv: linje 3, kolonne 2: «Foto» er 'b.png', og det er ingen slik fil" in told.said
    (made,) = (tmp_path / "ut").glob("*.docx")
    assert PNG in members_of(made.read_bytes()).values()


def test_a_word_pack_takes_no_files_and_says_so(tmp_path: Path) -> None:
    form = image_form(tmp_path)
    (form.folder / "prove.nb.docx").write_bytes(docx("{{ navn }} {{ foto }}"))
    (tmp_path / "a.png").write_bytes(PNG)
    with_picture, without = records_of(form, tmp_path, "a.png", "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_pack, "is_ours", lambda *_: True)
        pack = word_pack.WordPack(form, "nb")
    pack.add(without)
    with pytest.raises(TemplateError, match="pack-attached"):
        pack.add(with_picture)


def test_a_run_that_goes_on_sees_that_a_picture_is_another(tmp_path: Path) -> None:
    form, hashes = image_form(tmp_path), []
    for content in (JPEG, JPEG, PNG, None):
        (tmp_path / "kari.jpg").unlink() if content is None else (tmp_path / "kari.jpg").write_bytes(content)
        (record,) = records_of(form, tmp_path, "kari.jpg")
        hashes.append(RecordHashes(form, b"key").of(record.record))
    assert hashes[0] == hashes[1]
    assert len(set(hashes)) == 3
    assert changed_items(form, hashes[1][1], hashes[2][1]) == ["foto"]


@pytest.mark.parametrize(
    ("keys", "head", "codes"),
    [
        ({}, HEAD, ["attached-made"]),
        ({"printed": "false"}, HEAD, []),
        ({"size_mm": "[0, 10]"}, OWN, ["image-keys"]),
        ({"size_mm": "[10, 501]"}, OWN, ["image-keys"]),
        ({"size_mm": "[10.5, 500]"}, OWN, []),
    ],
)
def test_a_picture_stands_on_an_office_s_own_paper(
    keys: dict[str, str], head: str, codes: list[str], tmp_path: Path
) -> None:
    try:
        form_of(tmp_path, field("navn", "name"), field("foto", "image", **keys), head=head)
        found = []
    except DefinitionError as error:
        found = [one.code for one in error.problems]
    assert found == codes


@pytest.mark.parametrize(("kind", "tag", "wanted"), [
    ("image", "{{r foto }}", "{{ foto }}"), ("image", "{{p foto }}", "{{ foto }}"),
    ("document", "{{ foto }}", "{{p foto }}"), ("document", "{{r foto }}", "{{p foto }}"),
    ("image", "{{ foto }}", ""), ("document", "{{p foto }}", ""),
])  # fmt: skip
def test_the_tag_of_a_file_is_that_of_its_kind(kind: str, tag: str, wanted: str, tmp_path: Path) -> None:
    form = form_of(tmp_path, field("navn", "name"), field("foto", kind), head=OWN)
    (form.folder / "prove.nb.docx").write_bytes(docx("{{ navn }}", tag))
    (record,) = from_json(form, tmp_path, {"navn": "Nora Eksempel"})
    assert (
        docx_text(WordTemplate("prove.nb.docx", docx("{{ navn }}", tag)).render(context(form, record, "nb")))
        == "Nora Eksempel"
    )
    told = f"prove.nb.docx: «foto» er en fil, og står i malen med feil slags felt. Skriv {wanted}. [tag-of-file]"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_renderer, "is_ours", lambda *_: True)
        problems = [one for one in template_problems(form, "nb") if one.code != "template-left-out"]
    assert [one.text("nb") for one in problems] == ([told] if wanted else [])


@pytest.mark.parametrize("keys", [{"size_mm": "[1, 1]"}, {"alt": '{ nb = "x" }'}])
def test_only_pictures_have_the_keys_of_pictures(keys: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match="image-keys"):
        form_of(tmp_path, field("navn", "name", **keys), head=OWN)


def test_a_jpeg_is_read_to_its_end_and_no_further() -> None:
    assert read_image(JPEG + b"\xff\xd8\xff\xe1 a second picture").content == JPEG
    for end in range(3, len(JPEG) - 1, 7):
        with pytest.raises(ImageError):
            read_image(JPEG[:end])
