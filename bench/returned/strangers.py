"""Files that come back and are no answers: each has to be told by its name, and why."""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

DATE = "2026-11-22"


def strangers(sent: Path, folder: Path, form: str, root: Path) -> dict[str, str]:
    """Put ten of them into a folder; with what code each has to be told, by its name."""
    pdf = (sent / f"{form}-0001.pdf").read_bytes()
    made = {
        "Bilde fra mobil.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(200), "returned-picture"),
        "Tom.pdf": (b"", "pdf-damaged"),
        "Ødelagt.pdf": (pdf[: len(pdf) // 3], "pdf-damaged"),
        "Med passord.pdf": (_encrypted(pdf), "returned-password"),
        "Skannet.pdf": (_scanned(pdf), "pdf-no-fields"),
        "Ikke fylt ut.pdf": (pdf, "returned-blank"),
        "Annet skjema.pdf": (_of_form("samtykke-overgang", root), "returned-other-form"),
        "Eldre utgave.pdf": (_older(pdf), "returned-other-edition"),
        "Brev.docx": (_letter(), "docx-no-fields"),
        "Tegnet i LibreOffice.pdf": (_drawn_again(pdf), "pdf-no-fields"),
    }
    for name, (content, _) in made.items():
        (folder / name).write_bytes(content)
    return {name: what for name, (_, what) in made.items()}


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _encrypted(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt("hemmelig", algorithm="RC4-128")
    return _written(writer)


def _scanned(pdf: bytes) -> bytes:
    pages = [page.render(scale=1.2).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:])
    return out.getvalue()


def _of_form(form: str, root: Path) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        data = root / "samples" / form / "barn.xlsx"
        command = (
            str(Path(sys.executable).with_name("skjema")),
            "fill",
            form,
            str(data),
            "-o",
            f"{folder}/ut",
            "--rows",
            "1",
        )
        fixed = ("--kommune", str(root / "samples" / "kommune.toml"), "--date", DATE, "--format", "pdf")
        subprocess.run([*command, *fixed], check=False, capture_output=True)
        return Path(folder, "ut", f"{form}-0001.pdf").read_bytes()


def _older(pdf: bytes) -> bytes:
    """The same, saying wherever it does that it is an edition of last year."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for one in writer.root_object["/AcroForm"]["/Fields"]:
        mark = one.get_object()
        if mark.get("/T") == "@skjema":
            form, edition, language, token = str(mark["/V"]).split()
            older = f"{form} 2025-11-30 {language} {token}"
            mark[NameObject("/V")] = TextStringObject(older)
    writer.add_metadata({"/Keywords": older})
    xmp = writer.root_object["/Metadata"].get_object()
    xmp.set_data(xmp.get_data().replace(edition.encode(), b"2025-11-30"))
    return _written(writer)


def _letter() -> bytes:
    from docx import Document

    document, out = Document(), io.BytesIO()
    document.add_paragraph("Hei, vi vil gjerne snakke med dere først.")
    document.save(out)
    return out.getvalue()


def _drawn_again(pdf: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "inn", "skjema.pdf")
        source.parent.mkdir()
        source.write_bytes(pdf)
        profile = f"-env:UserInstallation=file://{folder}/profil"
        command = (
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf:draw_pdf_Export",
            "--outdir",
            folder,
            str(source),
        )
        subprocess.run(command, check=True, capture_output=True, env=os.environ)
        return Path(folder, "skjema.pdf").read_bytes()
