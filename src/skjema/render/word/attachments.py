"""Puts files that a record names into its document: pictures within text, and texts of other Word files.

A template first gets a placeholder for each; it is replaced when the template has been rendered.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from skjema.definition.expressions import ROW
from skjema.definition.model import Field, Form
from skjema.definition.slot import Slot
from skjema.errors import AttachedFileError
from skjema.fieldtypes.attached_file import AttachedFile
from skjema.fieldtypes.reading_results import InvalidValue
from skjema.formats.docx.allowlist import OFFICE
from skjema.formats.docx.merge import MergedFile
from skjema.formats.docx.sub_document import SubDocument, read_sub_document
from skjema.formats.image import ImageFile, read_image
from skjema.formats.zip_writer import Member
from skjema.hashing import blake2b
from skjema.problems import Place, Problem
from skjema.records.attached_files import read_attached
from skjema.render.word.compiled_template import ATTACHED, InsertedText
from skjema.validation.checked import CheckedRecord
from skjema.wording import Language, in_language

_BOX_MM = (60.0, 40.0)
"""Box in millimetres for a picture without a size in the definition."""
_EMU = 36_000
"""English metric units per millimetre."""
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURE_ID = re.compile(rb'(<\w+:docPr\b[^>]*?\bid=")[^"]*"')
_TURN = 5_400_000
"""A quarter turn, in sixty-thousandths of a degree."""
_PLACED = re.compile(rb"<\?skjema-document (\w+)\?>")
_RELATED = re.compile(rb'"(rIdBilde\w+)"')


def put_files(form: Form, checked: CheckedRecord, names: dict[str, Any], language: Language) -> None:
    """Replace the names of files among a record's values with placeholders, and add the files to the values.

    Raises:
        AttachedFileError: A file has changed since the record was checked.
    """
    names[ATTACHED] = attached = Attachments()
    values, places = checked.values, checked.record.places

    def put(fields: Iterable[Field], known: Mapping[str, Any], shown: dict[str, Any], slot: Slot) -> None:
        for field in fields:
            file = known[field.id]
            if isinstance(file, AttachedFile) and shown[field.id]:  # the text is empty where the field isn't relevant
                place = places.place(slot._replace(field=field.id))
                shown[field.id] = attached.value(field, file, place, language)

    put((one for one in form.fields.values() if one.kind.names_file), values, names, Slot())
    for group in form.groups.values():
        columns = [one for one in group.field if one.kind.names_file]
        for known, shown in zip(values[group.id], names[group.id], strict=False):  # a hidden group has no rows to show
            put(columns, known, shown, Slot(group=group.id, row=group.row_name(known["nr"])))
    if form.addressed:
        columns = [one for one in form.addressed.field if one.kind.names_file]
        put(columns, values[ROW], names[ROW], Slot(group=form.for_each or "", row=checked.record.addressed))


class Picture:
    """A picture as XML within the text of a run."""

    __slots__ = ("_xml",)

    def __init__(self, xml: str) -> None:
        self._xml = xml

    def __html__(self) -> str:
        """The XML that Jinja writes: it ends the run, and begins another one after the picture."""
        drawing = f"<w:r><w:drawing>{self._xml}</w:drawing></w:r>"
        return f'</w:t></w:r>{drawing}<w:r><w:t xml:space="preserve">'


class Attachments:
    """The files of one record, each by its placeholder."""

    def __init__(self) -> None:
        self._pictures: dict[str, ImageFile] = {}
        self._documents: dict[str, SubDocument] = {}

    def __bool__(self) -> bool:
        return bool(self._pictures or self._documents)

    def value(self, field: Field, file: AttachedFile, place: Place, language: Language) -> Any:
        """The value that a template gets for a file.

        Raises:
            AttachedFileError: The file has changed since the record was checked.
        """
        key = file.digest.hex()
        content = _same_content(field, file, place)
        if field.kind.names_file == "document":
            self._documents[key] = read_sub_document(content)
            return InsertedText(f"<?skjema-document {key}?>")
        image = self._pictures[f"rIdBilde{key}"] = read_image(content)
        alt = in_language(field.alt or field.label, language)
        return Picture(_inline(image, f"rIdBilde{key}", field.size_mm or _BOX_MM, alt))

    def build(self, members: Iterable[Member], parts: Iterable[tuple[str, bytes]], first_picture: int) -> bytes:
        """The document: its parts, of which the body is the first, with the files in their places."""
        rendered = dict(parts)
        merged = MergedFile(members, next(iter(rendered)))
        for name, xml in rendered.items():
            rendered[name] = self._placed(name, xml, merged, first_picture)
        return merged.build(rendered.items())

    def _placed(self, part: str, xml: bytes, merged: MergedFile, first_picture: int) -> bytes:
        xml = _PLACED.sub(lambda word: merged.insert(part, self._documents[word[1].decode()]).encode(), xml)
        for key in dict.fromkeys(found.decode() for found in _RELATED.findall(xml)):
            image = self._pictures[key]
            name = f"word/media/{key.removeprefix('rId').lower()}.{image.ending}"
            merged.add_part(name, image.content, f"image/{image.ending}")
            merged.relate(part, f"{OFFICE}image", name, key)
        numbers = iter(range(first_picture, first_picture + len(xml)))
        return _PICTURE_ID.sub(lambda start: b'%s%d"' % (start[1], next(numbers)), xml)


def _same_content(field: Field, file: AttachedFile, place: Place) -> bytes:
    """The file's content, which must be the one that was checked.

    Raises:
        AttachedFileError: It has changed, or is gone.
    """
    try:
        _, content = read_attached(file.path.parent, file.path.name)
    except InvalidValue:
        content = b""
    if blake2b(content, digest_size=16).digest() != file.digest:
        raise AttachedFileError(Problem("attached-changed", place, params={"label": field.label}))
    return content


def _inline(image: ImageFile, key: str, box: tuple[float, float], alt: str) -> str:
    """A picture within a line of text, scaled to fit its box."""
    is_upright = image.turns % 2 == 0
    shown = (image.width, image.height) if is_upright else (image.height, image.width)
    scale = min(room / length for room, length in zip(box, shown, strict=True)) * _EMU
    width, height = int(image.width * scale), int(image.height * scale)
    # it is turned about its centre, so that the line must have room above and below it, or at its sides
    reach = 0 if is_upright else (width - height) // 2
    sides, ends = max(-reach, 0), max(reach, 0)
    effect = f'<wp:effectExtent l="{sides}" t="{ends}" r="{sides}" b="{ends}"/>' if reach else ""
    turned = f' rot="{image.turns * _TURN}"' if image.turns else ""
    mirrored = ' flipH="1"' if image.is_mirrored else ""
    picture = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{image.ending}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm{turned}{mirrored}><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    )
    return (
        f'<wp:inline xmlns:wp="{_DRAWN}/wordprocessingDrawing" xmlns:a="{_DRAWN}/main" xmlns:pic="{_DRAWN}/picture" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<wp:extent cx="{width}" cy="{height}"/>{effect}<wp:docPr id="0" name="{image.ending}" descr="{escape(alt)}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_DRAWN}/picture">{picture}</a:graphicData></a:graphic></wp:inline>'
    )
