"""Removes from somebody else's form what would hide or spoil written values."""

from pypdf.generic import DictionaryObject, NameObject, NumberObject

from skjema.formats.pdf.embed import Embedded
from skjema.formats.pdf.objects import Document, dictionary
from skjema.formats.pdf.syntax import DRAWN, TYPED
from skjema.formats.pdf.values import entries_of, whole


def tidy(document: Document, settings: DictionaryObject, fonts: Embedded) -> None:
    """Take from a form what would hide or spoil what is written in it, and give it a font where it has none."""
    for key in ("/XFA", "/NeedAppearances"):
        settings.pop(key, None)
    if "/SigFlags" in settings:  # nothing is signed here
        settings[NameObject("/SigFlags")] = NumberObject(whole(settings["/SigFlags"]) & ~2)
    document.root.pop("/NeedsRendering", None)
    document.root.pop("/Perms", None)
    resources = entries_of(settings.get("/DR"))
    known = entries_of(resources.get(NameObject("/Font")))
    named = {NameObject(f"/{TYPED}"): fonts.typed, NameObject(f"/{DRAWN}"): fonts.drawn}
    settings[NameObject("/DR")] = DictionaryObject({**resources, NameObject("/Font"): DictionaryObject(known | named)})
    if "/DA" not in settings:
        settings[NameObject("/DA")] = dictionary(x=f"/{TYPED} 0 Tf 0 g")["/x"]
