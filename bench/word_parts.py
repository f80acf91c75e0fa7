"""The parts of the letter without tags, much as Word writes them: styles, theme, settings and relationships."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

NAMESPACES = (
    f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}/relationships" xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)

_TYPES = {
    "word/document": "wordprocessingml.document.main",
    "word/header1": "wordprocessingml.header",
    "word/footer1": "wordprocessingml.footer",
    "word/styles": "wordprocessingml.styles",
    "word/settings": "wordprocessingml.settings",
    "word/theme/theme1": "theme",
    "docProps/app": "extended-properties",
}
CONTENT_TYPES = (
    f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    + "".join(
        f'<Override PartName="/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
        for name, kind in _TYPES.items()
    )
    + "</Types>"
)


def _relationships(*targets: tuple[str, str]) -> str:
    made = (f'<Relationship Id="rId{at}" Type="{kind}" Target="{to}"/>' for at, (kind, to) in enumerate(targets, 1))
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(made)}</Relationships>'


RELATIONSHIPS = {
    "package": _relationships(
        (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    ),
    "document": _relationships(
        (f"{_OFFICE}/relationships/styles", "styles.xml"),
        (f"{_OFFICE}/relationships/settings", "settings.xml"),
        (f"{_OFFICE}/relationships/theme", "theme/theme1.xml"),
        (f"{_OFFICE}/relationships/header", "header1.xml"),
        (f"{_OFFICE}/relationships/footer", "footer1.xml"),
        (f"{_OFFICE}/relationships/image", "media/logo.png"),
    ),
}

PICTURE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="720000" cy="720000"/>'
    '<wp:docPr id="1" name="Logo" descr="Kommunens logo"/><a:graphic>'
    f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/>'
    '</pic:nvPicPr><pic:blipFill><a:blip r:embed="rId6"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)

PROPERTIES = {
    "core": (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Vedtak</dc:title><dc:creator>Kommunen'
        '</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-11-21T08:00:00Z</dcterms:created>'
        "</cp:coreProperties>"
    ),
    "app": (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties"><Application>Word</Application></Properties>'
    ),
}

SETTINGS = (
    f'{_DECLARATION}<w:settings xmlns:w="{_WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
    '<w:hyphenationZone w:val="425"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="nb-NO"/></w:settings>'
)


def _latent() -> str:
    """The names Word lists of styles it has and the document doesn't use: most of a Word file's styles.xml."""
    families = ("Grid Table", "List Table")
    kinds = ("1 Light", "2", "3", "4", "5 Dark", "6 Colorful", "7 Colorful")
    names = [f"{family} {kind}" for family in families for kind in kinds]
    names += [f"Medium {kind} {number}" for kind in ("Shading", "List", "Grid") for number in (1, 2)]
    accents = [f"{name} Accent {number}" for name in names for number in range(1, 7)]
    plain = [
        f"{word} {number}" for word in ("heading", "toc", "index", "List", "List Bullet") for number in range(1, 10)
    ]
    listed = "".join(
        f'<w:lsdException w:name="{name}" w:semiHidden="1" w:uiPriority="99" w:unhideWhenUsed="1"/>'
        for name in (*plain, *names, *accents)
    )
    return (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" '
        f'w:defQFormat="0" w:count="376">{listed}</w:latentStyles>'
    )


def _style(name: str, size: int, *, before: int = 0, after: int = 120, bold: bool = False) -> str:
    weight = "<w:b/>" if bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>'
        f'<w:spacing w:before="{before}" w:after="{after}"/></w:pPr><w:rPr>{weight}<w:sz w:val="{size}"/></w:rPr>'
        "</w:style>"
    )


STYLES = (
    f'{_DECLARATION}<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" '
    'w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="nb-NO"/></w:rPr></w:rPrDefault>'
    f"</w:docDefaults>{_latent()}"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>'
    '<w:spacing w:after="120"/></w:pPr></w:style>'
    + _style("Heading1", 32, before=240, bold=True)
    + _style("Heading2", 26, before=200, bold=True)
    + _style("TableText", 20, after=40)
    + _style("TableHead", 20, after=40, bold=True)
    + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    "<w:tblPr><w:tblBorders>"
    + "".join(f'<w:{edge} w:val="single" w:sz="4" w:color="A0A0A0"/>' for edge in ("top", "left", "bottom", "right"))
    + "".join(f'<w:{edge} w:val="single" w:sz="4" w:color="A0A0A0"/>' for edge in ("insideH", "insideV"))
    + "</w:tblBorders></w:tblPr></w:style></w:styles>"
)

_COLORS = "".join(
    f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
    for name, value in (
        ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "16324F"), ("lt2", "EAF1F8"), ("accent1", "4472C4"),
        ("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5"),
        ("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72"),
    )
)  # fmt: skip
_FONT = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
THEME = (
    f'{_DECLARATION}<a:theme xmlns:a="{_DRAWING}/main" name="Office"><a:themeElements><a:clrScheme name="Office">'
    f'{_COLORS}</a:clrScheme><a:fontScheme name="Office"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}'
    '</a:minorFont></a:fontScheme><a:fmtScheme name="Office">'
    f"<a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst>"
    f"<a:lnStyleLst>{f'<a:ln>{_SOLID}</a:ln>' * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
