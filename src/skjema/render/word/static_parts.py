"""Builds a Word template's parts other than the text: styles, settings, header, footer, properties."""

from html import escape

from skjema.definition.expressions import ROW
from skjema.definition.model import Form
from skjema.formats.docx.markup import ALARM, INK, LOGO_NAME, NAMESPACES, run
from skjema.formats.docx.members import DECLARATION
from skjema.formats.zip_writer import Archive, compress_member
from skjema.layout.form_tree import form_tree
from skjema.layout.letterhead import has_sender
from skjema.render.word.build import body
from skjema.render.word.page_settings import page_settings, text_width
from skjema.wording import Language, in_language, locale_of
from skjema.wording.forms import paper_word

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

FONT = "Arial"
"""Installed on every Windows and Mac, with the letters of all European languages; Liberation Sans has equal widths."""

MARK = "skjema"
"""Name of the document property with the definition that a template was built from."""


def build_template(form: Form, language: Language) -> bytes:
    """The Word template of a form; the same definition gives the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({
            "rId1": ("officeDocument", "word/document.xml"),
            "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            "rId3": ("custom-properties", "docProps/custom.xml"),
        }),
        "docProps/core.xml": _core(form, language),
        "docProps/custom.xml": _custom(template_mark(form, language)),
        "word/_rels/document.xml.rels": _relationships({
            "rId1": ("styles", "styles.xml"),
            "rId2": ("settings", "settings.xml"),
            "rIdHeader": ("header", "header1.xml"),
            "rIdFooter": ("footer", "footer1.xml"),
            "rIdLogo": ("image", f"media/{LOGO_NAME}.png"),
        }),
        "word/settings.xml": _settings(),
        "word/styles.xml": _styles(language),
        "word/document.xml": _document(form, language),
        "word/header1.xml": _header(form, language),
        "word/footer1.xml": _footer(form, language),
    }  # fmt: skip
    # [Content_Types].xml must come first, since programs recognise the kind of file by it
    members = [compress_member(name, DECLARATION + xml.encode()) for name, xml in parts.items()]
    return Archive([*members, compress_member(f"word/media/{LOGO_NAME}.png", _CLEAR_PIXEL)]).build()


def template_mark(form: Form, language: Language) -> str:
    """The mark of the definition that a template was built from."""
    return f"{form.id} {form.version} {language} {form.digest[:16]}"


def _content_types() -> str:
    overrides = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "word/header1.xml": f"{_WORD}.header+xml",
        "word/footer1.xml": f"{_WORD}.footer+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{kind if "/" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _core(form: Form, language: Language) -> str:
    moment = f'<dcterms:{{0}} xsi:type="dcterms:W3CDTF">{form.version}T00:00:00Z</dcterms:{{0}}>'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(in_language(form.title, language))}</dc:title>"
        f"<dc:creator>{'{{ kommune_navn }}' if has_sender(form) else form.id}</dc:creator>"
        f"{moment.format('created')}{moment.format('modified')}<dc:language>{locale_of(language)}</dc:language>"
        "</cp:coreProperties>"
    )


def _custom(mark: str) -> str:
    types = "http://schemas.openxmlformats.org/officeDocument/2006"
    return (
        f'<Properties xmlns="{types}/custom-properties" xmlns:vt="{types}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{MARK}">'
        f"<vt:lpwstr>{escape(mark)}</vt:lpwstr></property></Properties>"
    )


def _settings() -> str:
    # for Word 2013 and later; without it, Word opens the file in compatibility mode
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{mode}</w:compat>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _document(form: Form, language: Language) -> str:
    page = page_settings(form_tree(form, language))
    return f"<w:document {NAMESPACES}><w:body>{body(form, language)}{page}</w:body></w:document>"


def _header(form: Form, language: Language) -> str:
    """The running head with the record's key, on every page after the first."""
    key = [name for name in form.key if form.fields[name].printed]
    names = ""
    for name in key:
        names += f"{{% if {name} %}}{', ' if names else ''}{{{{ {name} }}}}{{% endif %}}"
    if form.addressed:
        names += f"{', ' if names else ''}{{{{ {ROW}.{form.addressed.name_field.id} }}}}"
    draft = f"{{% if utkast %}}{paper_word('draft', language)} \u00b7 {{% endif %}}"
    words = run(draft, bold=True, color=ALARM) + run(names)
    properties = '<w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    return f"<w:hdr {NAMESPACES}><w:p>{properties}{words}</w:p></w:hdr>"


def _footer(form: Form, language: Language) -> str:
    tree = form_tree(form, language)
    before, between, after = tree.page
    line = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="A0A0A0"/></w:pBdr>'
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{text_width(tree.paper)}"/></w:tabs>'
    pieces = (
        _plain(tree.footer), "<w:r><w:tab/></w:r>", _plain(before), _number("PAGE"),
        _plain(between), _number("NUMPAGES"), _plain(after),
    )  # fmt: skip
    properties = f'<w:pPr><w:pStyle w:val="Footer"/>{line}{tabs}</w:pPr>'
    return f"<w:ftr {NAMESPACES}><w:p>{properties}{''.join(pieces)}</w:p></w:ftr>"


def _plain(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _number(field: str) -> str:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    instruction = f'<w:r><w:instrText xml:space="preserve"> {field} </w:instrText></w:r>'
    return f"{marks['begin']}{instruction}{marks['separate']}<w:r><w:t>1</w:t></w:r>{marks['end']}"


def _styles(language: Language) -> str:
    locale = locale_of(language)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" '
        f'w:cs="{FONT}"/><w:sz w:val="19"/><w:szCs w:val="19"/><w:lang w:val="{locale}" w:eastAsia="{locale}"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    return f"<w:styles {NAMESPACES}>{defaults}{''.join(_STYLES)}</w:styles>"


def _style(name: str, title: str, paragraph: str = "", character: str = "", *, default: bool = False) -> str:
    # all other styles are based on Normal, so that changing its font changes the form
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    kind = ' w:default="1"' if default else ""
    custom = "" if name in ("Normal", "Heading1", "Heading2", "Header", "Footer") else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{kind}{custom} w:styleId="{name}"><w:name w:val="{title}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{character}</w:rPr></w:style>"
    )


def _spacing(before: float, after: float, line: int = 240) -> str:
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{line}" w:lineRule="auto"/>'
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


_UNDER = f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="{INK}"/></w:pBdr>'
_HAIRLINE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="A0A0A0"/></w:pBdr>'
_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="{ALARM}"/>' for side in ("top", "left", "bottom", "right")
)
_WITHIN = '<w:ind w:left="100" w:right="100"/>'
"""Space for the frame, which is drawn outside of its paragraph."""
_LEVEL = [f'<w:outlineLvl w:val="{level}"/>' for level in range(2)]
_INDENT = '<w:tabs><w:tab w:val="left" w:pos="284"/></w:tabs>', '<w:ind w:left="284" w:hanging="284"/>'
_BOLD_INK = f'<w:b/><w:color w:val="{INK}"/>'

_STYLES = (
    _style("Normal", "Normal", _spacing(0, 0), default=True),
    _style("Heading1", "heading 1", f"<w:keepNext/>{_spacing(8, 5)}{_LEVEL[0]}", _BOLD_INK + _size(17)),
    _style("Heading2", "heading 2", f"<w:keepNext/>{_UNDER}{_spacing(8, 5)}{_LEVEL[1]}", _BOLD_INK + _size(11.5)),
    _style("Header", "header", f'{_spacing(0, 6)}<w:jc w:val="right"/>', '<w:color w:val="3C3C3C"/>' + _size(8)),
    _style("Footer", "footer", "", '<w:color w:val="3C3C3C"/>' + _size(7.5)),
    _style("Undertittel", "Undertittel", _spacing(0, 8), f'<w:color w:val="{INK}"/>' + _size(12)),
    _style("Forklaring", "Forklaring", _spacing(0, 7), '<w:color w:val="3C3C3C"/>' + _size(8)),
    _style("Avsender", "Avsender", _spacing(0, 1), _size(12)),
    _style("Avsenderlinje", "Avsenderlinje", _spacing(0, 1), _size(8.5)),
    _style("Adresse", "Adresse", _spacing(0, 1), _size(10.5)),
    _style("Avslutning", "Avslutning", _spacing(0, 1)),
    _style("Logo", "Logo", _spacing(0, 6)),
    _style("Henvisning", "Henvisning", _spacing(0, 1), _size(7.5)),
    _style("Henvist", "Henvist", f"{_HAIRLINE}{_spacing(0, 4)}", _size(9)),
    _style("Skille", "Skille", f'{_HAIRLINE.replace("bottom", "top")}{_spacing(4, 0)}', _size(2)),
    _style("Luft", "Luft", "", _size(1)),
    _style("Ledetekst", "Ledetekst", f"<w:keepNext/>{_spacing(0, 2)}", _size(8)),
    _style("Svarene", "Svarene", f"<w:keepNext/>{_spacing(0, 2)}", '<w:color w:val="3C3C3C"/>' + _size(7.5)),
    _style("Verdi", "Verdi", _spacing(1, 1), _size(10)),
    _style("Kryss", "Kryss", '<w:spacing w:before="20" w:after="20" w:line="300" w:lineRule="exact"/>', _size(10)),
    _style("Tabellhode", "Tabellhode", f"<w:keepNext/>{_spacing(2, 2)}", _size(8)),
    _style("Gruppe", "Gruppe", f"<w:keepNext/>{_spacing(5, 3)}", _size(10)),
    _style("Radnavn", "Radnavn", _spacing(1, 1), _size(9)),
    _style("Tabell", "Tabell", _spacing(1, 1), _size(9)),
    _style("Figur", "Figur", f'{_spacing(6, 6)}<w:jc w:val="center"/>'),
    _style("Hjul", "Hjul", f'{_spacing(0, 0)}<w:jc w:val="center"/>', _size(8)),
    _style("Brodtekst", "Br\u00f8dtekst", _spacing(0, 4, 252)),
    _style("Informasjon", "Informasjon", _spacing(3, 4, 259)),
    _style("Punkt", "Punkt", f"{_INDENT[0]}{_spacing(0, 3, 259)}{_INDENT[1]}"),
    _style("Utkast", "Utkast", f"<w:pBdr>{_FRAME}</w:pBdr>{_spacing(0, 10)}{_WITHIN}", _size(10)),
)  # fmt: skip

_CLEAR_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000b4944415478da63600002000005"
    "0001e9fadcd80000000049454e44ae426082"
)
"""A PNG file of one transparent pixel, which the municipality's logo replaces."""
