"""Which documents are converted, under which names, and which are not fit for it."""

import io
import zipfile
from pathlib import Path

import pytest

from skjema.convert.documents import Document, find_documents, inspect_document
from skjema.errors import FileError, InputError, SkjemaError
from tests.drawing import lines
from tests.render.word.documents import docx, with_part

LINK = (
    '<Relationship Id="rB" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
    ' Target="{target}" TargetMode="External"/></Relationships>'
)


def put(path: Path, content: bytes = b"") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content or docx("Hei"))
    return path


def linked(target: str) -> bytes:
    return with_part(
        docx("Hei"),
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace("</Relationships>", LINK.format(target=target)),
    )


def odt(content: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", content)
    return out.getvalue()


def messages(path: Path, *, offline: bool = True) -> list[str]:
    return lines(inspect_document(Document(path, path.with_suffix(".pdf")), offline=offline))


def stopped(*places: Path, folder: Path | None = None) -> tuple[type[SkjemaError], list[str]]:
    with pytest.raises(SkjemaError) as caught:
        find_documents(places, folder)
    return caught.type, lines(caught.value.problems)


def test_a_pdf_is_to_stand_beside_its_document(tmp_path: Path) -> None:
    source = put(tmp_path / "plan.v2.docx")
    assert find_documents([source]) == [Document(source, tmp_path / "plan.v2.pdf")]
    assert find_documents([source], tmp_path / "ut") == [Document(source, tmp_path / "ut" / "plan.v2.pdf")]


def test_a_folder_stands_for_the_documents_in_it(tmp_path: Path) -> None:
    for name in ("b.docx", "A.DOC", "c.odt", "d.docm", "e.xlsx", "f.pdf", "~$b.docx", ".~lock.b.docx", "under/g.docx"):
        put(tmp_path / name)
    assert [document.source.name for document in find_documents([tmp_path])] == ["A.DOC", "b.docx", "c.odt", "d.docm"]


def test_a_document_named_twice_is_converted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "a.docx")
    monkeypatch.chdir(tmp_path)
    chosen = find_documents([Path("a.docx"), tmp_path, Path("..") / tmp_path.name / "a.docx"])
    assert [document.target for document in chosen] == [tmp_path / "a.pdf"]


def test_a_file_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    assert stopped(put(tmp_path / "a.docx"), tmp_path / "borte.docx") == (
        FileError,
        ["borte.docx: Filen finnes ikke. Se etter skrivefeil i navnet og om du står i riktig mappe. [file-missing]"],
    )


def test_a_folder_without_documents_stops_the_run(tmp_path: Path) -> None:
    put(tmp_path / "ut" / "notat.txt")
    assert stopped(tmp_path / "ut") == (
        InputError,
        [
            "ut: Mappen har ingen Word-dokumenter. Velg en mappe med .docx-filer; mapper i mappen blir ikke lest. [documents-none]"
        ],
    )


def test_two_documents_that_would_be_one_pdf_stop_the_run(tmp_path: Path) -> None:
    first, second = put(tmp_path / "a" / "Vedtak.docx"), put(tmp_path / "b" / "vedtak.odt")
    assert len(find_documents([first, second])) == 2
    assert stopped(first, second, folder=tmp_path) == (
        InputError,
        [
            f"{first} og {second} ville blitt samme PDF. Gi den ene et annet navn, eller lag dem hver for seg. [documents-collide]"
        ],
    )


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.docm", docx("Hei"), "document-macros"),
        ("a.docx", with_part(docx("Hei"), "word/vbaProject.bin", lambda _: "makro"), "document-macros"),
        ("a.xlsx", docx("Hei"), "document-kind"),
        ("a.docx", b"Dette er ren tekst", "document-kind"),
        ("a.docx", odt("<a/>"), "document-kind"),
        ("a.odt", docx("Hei"), "document-kind"),
        ("a.doc", None, "document-kind"),
        ("a.docx", None, "document-kind"),
        ("a.docx", docx("Hei")[:900], "file-damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file-password"),
        ("a.docx", with_part(docx("Hei"), "word/_rels/document.xml.rels", lambda xml: f"<!DOCTYPE a>{xml}"), "file-doctype"),
    ],
    ids=["docm", "docm-renamed", "xlsx", "text", "odt-as-docx", "docx-as-odt", "doc-empty", "empty", "cut", "password", "doctype"],
)  # fmt: skip
def test_what_is_not_fit_is_told(tmp_path: Path, name: str, content: bytes | None, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content or b"")
    assert [line.rpartition("[")[2] for line in messages(path)] == [f"{code}]"]


def test_a_document_that_is_gone_when_it_is_looked_at_is_told(tmp_path: Path) -> None:
    assert messages(tmp_path / "a.docx")[0].endswith("[file-missing]")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.docx", docx("Hei")), ("a.odt", odt("<a/>")), ("a.doc", b"{\\rtf1 Hei}"), ("A.DOCX", docx("Hei"))],
)
def test_what_is_fit_has_no_problems(tmp_path: Path, name: str, content: bytes) -> None:
    assert messages(put(tmp_path / name, content)) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", linked("https://kommune.no/logo.png")),
        (
            "a.odt",
            odt(
                '<draw:image xmlns:draw="d" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="HTTP://kommune.no/logo.png"/>'
            ),
        ),
    ],
)
def test_a_picture_on_the_net_is_told_of_where_it_will_be_missing(tmp_path: Path, name: str, content: bytes) -> None:
    path = put(tmp_path / name, content)
    assert messages(path) == [
        f"{name}: Bilder som bare finnes på nettet, mangler i PDF-en: 1. skjema henter ingenting derfra. Sett dem inn i"
        " selve dokumentet i Word. [document-pictures]"
    ]
    assert messages(path, offline=False) == []


def test_a_picture_linked_to_on_this_machine_is_no_problem(tmp_path: Path) -> None:
    assert messages(put(tmp_path / "a.docx", linked("file:///G:/logo.png"))) == []
