"""The table of what a Word template may carry into documents; anything that isn't in it is handled by `OTHERWISE`.

Templates are made from whatever Word file was at hand, and everything in them goes out with every document, to every
parent: paths with a colleague's name, queries, macros, links that fetch something when the file is opened.
"""

from enum import StrEnum
from typing import Final, NamedTuple


class Fate(StrEnum):
    """What happens to a part or element of a template."""

    KEPT = "kept"
    LEFT_OUT = "left out"
    """Missing from every document, which is no loss; lint and fill report it."""
    REFUSED = "refused"
    """The template can't be used until somebody has removed it; lint and fill report it."""


class Kind(StrEnum):
    """The kind of part, element or other item that a row of the table is about."""

    RELATIONSHIP = "relationship"
    """A reference to a part within the file; named by its type."""
    EXTERNAL = "external relationship"
    """A reference to something outside of the file; named by its type."""
    SCHEME = "address"
    """The scheme of a link's address."""
    CONTENT_TYPE = "content type"
    """The content type of the main part."""
    FIELD = "field"
    """The first word of a field's instruction."""
    SETTING = "setting"
    """An element of the settings part."""
    ELEMENT = "element"
    """An element of a text part; elements that are not in the table are text."""
    ATTRIBUTE = "attribute with a tag"
    """An element and attribute of a text part with a placeholder; kept only if the attribute is shown to readers."""


class Rule(NamedTuple):
    """A row of the table.

    Attributes:
        content_types: Allowed content types of a kept relationship's target; ignored for other rows.
    """

    kind: Kind
    name: str
    fate: Fate
    content_types: tuple[str, ...] = ()


OTHERWISE: Final = {
    Kind.RELATIONSHIP: Fate.REFUSED,
    Kind.EXTERNAL: Fate.REFUSED,
    Kind.SCHEME: Fate.REFUSED,
    Kind.CONTENT_TYPE: Fate.REFUSED,
    Kind.FIELD: Fate.REFUSED,
    Kind.SETTING: Fate.LEFT_OUT,
    Kind.ELEMENT: Fate.KEPT,
    Kind.ATTRIBUTE: Fate.REFUSED,
}
"""What happens to items that are not in the table."""

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/"
_MICROSOFT: Final = "http://schemas.microsoft.com/office/"
_TYPE: Final = "application/vnd.openxmlformats-officedocument."
_WORD: Final = f"{_TYPE}wordprocessingml."
_CORE_TYPE: Final = ("application/vnd.openxmlformats-package.core-properties+xml",)

DOCUMENT_TYPE: Final = f"{_WORD}document.main+xml"
SETTINGS_TYPE: Final = f"{_WORD}settings+xml"
TEXT_TYPES: Final = frozenset({
    DOCUMENT_TYPE, f"{_WORD}template.main+xml", f"{_WORD}header+xml", f"{_WORD}footer+xml", f"{_WORD}footnotes+xml",
    f"{_WORD}endnotes+xml", f"{_WORD}document.glossary+xml",
})  # fmt: skip
"""Content types of parts that hold paragraphs, and so may hold fields."""

_KEPT_RELATIONSHIPS: Final = {
    f"{OFFICE}officeDocument": (DOCUMENT_TYPE, f"{_WORD}template.main+xml"),
    f"{PACKAGE}metadata/core-properties": _CORE_TYPE,
    # spelling of LibreOffice
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties": _CORE_TYPE,
    f"{OFFICE}extended-properties": (f"{_TYPE}extended-properties+xml",),
    f"{OFFICE}custom-properties": (f"{_TYPE}custom-properties+xml",),
    f"{OFFICE}styles": (f"{_WORD}styles+xml",),
    f"{_MICROSOFT}2007/relationships/stylesWithEffects": ("application/vnd.ms-word.stylesWithEffects+xml",),
    f"{OFFICE}settings": (SETTINGS_TYPE,),
    f"{OFFICE}webSettings": (f"{_WORD}webSettings+xml",),
    f"{OFFICE}fontTable": (f"{_WORD}fontTable+xml",),
    f"{OFFICE}font": (f"{_TYPE}obfuscatedFont", "application/x-fontdata", "application/x-font-ttf", "font/ttf"),
    f"{OFFICE}theme": (f"{_TYPE}theme+xml",),
    f"{OFFICE}themeOverride": (f"{_TYPE}themeOverride+xml",),
    f"{OFFICE}numbering": (f"{_WORD}numbering+xml",),
    f"{OFFICE}header": (f"{_WORD}header+xml",),
    f"{OFFICE}footer": (f"{_WORD}footer+xml",),
    f"{OFFICE}footnotes": (f"{_WORD}footnotes+xml",),
    f"{OFFICE}endnotes": (f"{_WORD}endnotes+xml",),
    f"{OFFICE}glossaryDocument": (f"{_WORD}document.glossary+xml",),
    f"{OFFICE}image": (
        "image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp", "image/tiff", "image/x-emf", "image/x-wmf",
        "image/svg+xml", "image/x-png", "image/pjpeg", "image/emf", "image/wmf",
    ),
    f"{_MICROSOFT}2007/relationships/hdphoto": ("image/vnd.ms-photo",),
    f"{OFFICE}diagramData": (f"{_TYPE}drawingml.diagramData+xml",),
    f"{OFFICE}diagramLayout": (f"{_TYPE}drawingml.diagramLayout+xml",),
    f"{OFFICE}diagramQuickStyle": (f"{_TYPE}drawingml.diagramStyle+xml",),
    f"{OFFICE}diagramColors": (f"{_TYPE}drawingml.diagramColors+xml",),
    f"{_MICROSOFT}2007/relationships/diagramDrawing": ("application/vnd.ms-office.drawingml.diagramDrawing+xml",),
    f"{_MICROSOFT}2020/02/relationships/classificationlabels": ("application/vnd.ms-office.classificationlabels+xml",),
}  # fmt: skip
_LEFT_OUT_RELATIONSHIPS: Final = (
    f"{OFFICE}attachedTemplate", f"{OFFICE}mailMergeSource", f"{OFFICE}mailMergeHeaderSource", f"{OFFICE}recipientData",
    f"{_MICROSOFT}2006/relationships/keyMapCustomizations", f"{OFFICE}printerSettings", f"{OFFICE}transform",
    f"{OFFICE}comments", f"{_MICROSOFT}2011/relationships/commentsExtended", f"{_MICROSOFT}2011/relationships/people",
    f"{_MICROSOFT}2016/09/relationships/commentsIds", f"{_MICROSOFT}2018/08/relationships/commentsExtensible",
    f"{_MICROSOFT}2019/05/relationships/documenttasks", f"{_MICROSOFT}2019/09/relationships/intelligence",
    f"{_MICROSOFT}2020/10/relationships/intelligence", f"{OFFICE}customXml", f"{OFFICE}customXmlProps",
    f"{PACKAGE}metadata/thumbnail", f"{PACKAGE}digital-signature/origin",
    f"{_MICROSOFT}2006/relationships/ui/userCustomization", f"{_MICROSOFT}2006/relationships/ui/extensibility",
    f"{_MICROSOFT}2007/relationships/ui/extensibility", f"{_MICROSOFT}2011/relationships/webextensiontaskpanes",
)  # fmt: skip
_REFUSED_RELATIONSHIPS: Final = (
    f"{OFFICE}oleObject", f"{OFFICE}package", f"{OFFICE}aFChunk", f"{OFFICE}subDocument", f"{OFFICE}control",
    f"{OFFICE}frame", f"{OFFICE}chart", f"{OFFICE}audio", f"{OFFICE}video", f"{_MICROSOFT}2007/relationships/media",
    f"{_MICROSOFT}2006/relationships/vbaProject",
)  # fmt: skip
_LEFT_OUT_EXTERNAL: Final = (
    f"{OFFICE}attachedTemplate", f"{OFFICE}mailMergeSource", f"{OFFICE}mailMergeHeaderSource", f"{OFFICE}transform",
)  # fmt: skip
_REFUSED_EXTERNAL: Final = (f"{OFFICE}image", f"{OFFICE}oleObject", f"{OFFICE}aFChunk", f"{OFFICE}frame")

# Fields that show what is in the document itself, or how it is numbered (ECMA-376 part 1, 17.16.5).
_KEPT_FIELDS: Final = (
    "=", "ADVANCE", "AUTHOR", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "COMPARE", "CREATEDATE", "DATE", "DOCPROPERTY",
    "EDITTIME", "EQ", "FILENAME", "FORMCHECKBOX", "NUMCHARS", "NUMWORDS", "REVNUM", "SHAPE",
    "FORMDROPDOWN", "FORMTEXT", "HYPERLINK", "IF", "INDEX", "KEYWORDS", "LISTNUM", "NOTEREF", "NUMPAGES", "PAGE",
    "PAGEREF", "PRINTDATE", "QUOTE", "REF", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT",
    "SYMBOL", "TC", "TIME", "TITLE", "TOC", "XE",
)  # fmt: skip
# these fetch, run or ask for something, or show data from the machine that opens the document
_REFUSED_FIELDS: Final = (
    "ADDRESSBLOCK", "ASK", "AUTOTEXT", "AUTOTEXTLIST", "DATABASE", "DDE", "DDEAUTO", "DOCVARIABLE", "EMBED", "FILLIN",
    "GREETINGLINE", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "MERGEFIELD", "NEXT",
    "RD", "SKIPIF", "TEMPLATE", "USERADDRESS", "USERINITIALS", "USERNAME",
)  # fmt: skip

# Children of w:settings (ECMA-376 part 1, 17.15.1.78) that say how the document looks and is edited.
_KEPT_SETTINGS: Final = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
    "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins",
    "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
    "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign",
    "stylePaneFormatFilter", "stylePaneSortMethod", "revisionView", "trackRevisions", "doNotTrackMoves",
    "doNotTrackFormatting", "documentProtection", "autoFormatOverride", "styleLockTheme", "styleLockQFSet",
    "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps",
    "summaryLength", "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders", "bookFoldRevPrinting",
    "bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing",
    "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin",
    "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning",
    "characterSpacingControl", "printTwoOnOne", "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore",
    "alwaysShowPlaceholderText", "updateFields", "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "rsids",
    "mathPr", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
    "forceUpgrade", "captions", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator", "docId",
    "conflictMode", "discardImageEditingData", "defaultImageDpi", "chartTrackingRefBased", "persistentDocumentId",
    "savePreviewPicture",
)  # fmt: skip
_LEFT_OUT_SETTINGS: Final = (
    "attachedTemplate", "linkStyles", "documentType", "mailMerge", "docVars", "attachedSchema", "schemaLibrary",
    "saveThroughXslt", "useXSLTWhenSaving", "smartTagType",
)  # fmt: skip
_LEFT_OUT_ELEMENTS: Final = (
    "commentRangeStart", "commentRangeEnd", "commentReference", "printerSettings", "dataBinding",
)  # fmt: skip
_TAGGED_ATTRIBUTES: Final = (
    "docPr/descr", "docPr/title", "cNvPr/descr", "cNvPr/title", "tblDescription/val", "tblCaption/val",
    "hyperlink/tooltip", "checked/val", "alias/val", "tag/val", "result/val",
)  # fmt: skip

TABLE: Final = (
    *(Rule(Kind.RELATIONSHIP, name, Fate.KEPT, types) for name, types in _KEPT_RELATIONSHIPS.items()),
    *(Rule(Kind.RELATIONSHIP, name, Fate.LEFT_OUT) for name in _LEFT_OUT_RELATIONSHIPS),
    *(Rule(Kind.RELATIONSHIP, name, Fate.REFUSED) for name in _REFUSED_RELATIONSHIPS),
    Rule(Kind.EXTERNAL, f"{OFFICE}hyperlink", Fate.KEPT),
    *(Rule(Kind.EXTERNAL, name, Fate.LEFT_OUT) for name in _LEFT_OUT_EXTERNAL),
    *(Rule(Kind.EXTERNAL, name, Fate.REFUSED) for name in _REFUSED_EXTERNAL),
    *(Rule(Kind.SCHEME, name, Fate.KEPT) for name in ("http", "https", "mailto", "tel")),
    *(Rule(Kind.SCHEME, name, Fate.REFUSED) for name in ("file", "javascript")),
    Rule(Kind.CONTENT_TYPE, DOCUMENT_TYPE, Fate.KEPT),
    Rule(Kind.CONTENT_TYPE, f"{_WORD}template.main+xml", Fate.LEFT_OUT),
    Rule(Kind.CONTENT_TYPE, "application/vnd.ms-word.document.macroEnabled.main+xml", Fate.REFUSED),
    Rule(Kind.CONTENT_TYPE, "application/vnd.ms-word.template.macroEnabledTemplate.main+xml", Fate.REFUSED),
    *(Rule(Kind.FIELD, name, Fate.KEPT) for name in _KEPT_FIELDS),
    *(Rule(Kind.FIELD, name, Fate.REFUSED) for name in _REFUSED_FIELDS),
    *(Rule(Kind.SETTING, name, Fate.KEPT) for name in _KEPT_SETTINGS),
    *(Rule(Kind.SETTING, name, Fate.LEFT_OUT) for name in _LEFT_OUT_SETTINGS),
    *(Rule(Kind.ELEMENT, name, Fate.LEFT_OUT) for name in _LEFT_OUT_ELEMENTS),
    *(Rule(Kind.ATTRIBUTE, name, Fate.KEPT) for name in _TAGGED_ATTRIBUTES),
)

_RULES: Final = {(rule.kind, rule.name): rule for rule in TABLE}


def fate(kind: Kind, name: str) -> Fate:
    """What happens to an item of this kind and name."""
    found = _RULES.get((kind, name))
    return found.fate if found else OTHERWISE[kind]


def may_be(relationship: str, content_type: str) -> bool:
    """Whether the target of a kept relationship may have this content type."""
    return content_type in _RULES[Kind.RELATIONSHIP, relationship].content_types
