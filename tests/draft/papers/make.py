"""Makes the papers of this folder by the programs that offices use: `python -m tests.draft.papers.make`.

LibreOffice, Chromium, pdf-lib, typst and reportlab make the PDFs, kept here since the first three are not where tests run.
What stands in a paper to be filled in is written down by hand in the text file of its name: see `tests/draft/truth.py`.
"""

import base64
import io
import subprocess
import tempfile
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.shared import Pt
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent


def consent_of_lines() -> bytes:
    """A letter as offices write it in Word: lines of underscores and of dots, boxes as letters, a table for rows."""
    document = Document()
    document.core_properties.title = "Skjema"
    document.styles["Normal"].font.name = "Liberation Sans"
    document.styles["Normal"].font.size = Pt(11)
    document.add_heading("Samtykke til samarbeid", 0)
    document.add_paragraph("Vi ber om samtykke til at skolen kan samarbeide med andre om barnet ditt.")
    document.add_heading("Barnet", 1)
    document.add_paragraph("Barnets navn: ____________________________________________")
    document.add_paragraph("Født: ______________________   Skole: ____________________")
    document.add_heading("Samarbeidet", 1)
    document.add_paragraph("Vi samtykker til samarbeid med:")
    for one in ("Helsesykepleier", "PP-tjenesten", "Barnevernet"):
        document.add_paragraph(f"☐ {one}")
    document.add_paragraph("Opplysninger kan deles muntlig:   ☐ Ja   ☐ Nei")
    document.add_paragraph("Samtykket gjelder ikke:")
    for _ in range(3):
        document.add_paragraph("_" * 70)
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Fagperson", "Stilling", "Tlf."), strict=True):
        cell.text = text
    document.add_paragraph("")
    document.add_paragraph("Kontaktperson ..............................   E-post ..............................")
    document.add_paragraph("Dato: ____________   Underskrift av foresatt: _________________________")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def table_form() -> bytes:
    """A form of tables, as most of Word's are: a label and a cell beside it, headings of a shaded row, rows for people."""
    document = Document()
    document.core_properties.title = "Skjema"
    document.styles["Normal"].font.name = "Liberation Sans"
    document.styles["Normal"].font.size = Pt(10)
    document.add_heading("Søknad om SFO-plass", 0)
    _table(document, [
        ["*Opplysninger om barnet"], ["Etternavn", "", "Fornavn", ""], ["Fødselsnummer", "", "Trinn", ""],
        ["Adresse", "---"], ["Postnr.", "", "Poststed", ""],
    ])  # fmt: skip
    _table(document, [["*Foresatte"], ["Foresatts navn", "Mobil", "E-postadresse"], *[["", "", ""]] * 3])
    _table(document, [
        ["*Plassen"], ["Ønsket fra dato", ""], ["Type plass", "☐ Hel plass   ☐ Halv plass   ☐ Morgenplass"],
        ["Søsken på SFO", "☐ Ja   ☐ Nei"], ["Særlige behov", "\n" * 5],
    ])  # fmt: skip
    _table(document, [["Dato", "", "Søkers underskrift", ""]])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _table(document: DocumentObject, rows: list[list[str]]) -> None:
    """A table; a star makes a heading of its whole row, three strokes an empty cell to the end of it."""
    width = max(map(len, rows))
    table = document.add_table(rows=len(rows), cols=width, style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text.strip("*-") or ("\n" * text.count("\n"))
        if len(texts) < width:
            row.cells[len(texts) - 1].merge(row.cells[-1])
            cell = row.cells[-1]
            cell.text = texts[-1].strip("*-")
            if texts[0].startswith("*"):
                cell.paragraphs[0].runs[0].font.bold = True
                cell.paragraphs[0].runs[0].font.size = Pt(13)
    document.add_paragraph("")


def drawn_form() -> bytes:
    """A form as a drawing program makes it: lines with labels below, boxes for digits, squares, a frame round all."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.rect(30, 30, 535, 782)
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(50, 775, "Melding om flytting")
    canvas.setFont("Helvetica", 9)
    for x, width, label in ((50, 240, "Etternavn, fornavn"), (310, 230, "Telefonnummer")):
        canvas.line(x, 725, x + width, 725)
        canvas.drawString(x, 714, label)
    canvas.drawString(50, 690, "Fødselsnummer (11 siffer)")
    for at in range(11):
        canvas.rect(180 + 18 * at, 682, 18, 20)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(50, 650, "Ny adresse")
    canvas.setFont("Helvetica", 9)
    for y, label in ((625, "Gateadresse"), (600, "Postnummer"), (575, "Kommune")):
        canvas.drawString(50, y, label)
        canvas.rect(150, y - 6, 300, 18)
    canvas.drawString(50, 545, "Flyttegrunn")
    for at, label in enumerate(("Arbeid", "Studier", "Annet")):
        canvas.rect(150 + 90 * at, 543, 10, 10)
        canvas.drawString(165 + 90 * at, 545, label)
    canvas.rect(50, 510, 10, 10)
    canvas.drawString(66, 512, "Jeg ønsker å reservere adressen")
    canvas.rect(50, 484, 10, 10)
    canvas.drawString(66, 486, "Jeg flytter sammen med andre")
    canvas.drawString(50, 460, "Merknader")
    for at in range(4):
        canvas.line(50, 440 - 20 * at, 540, 440 - 20 * at)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(50, 340, "Underskrift")
    canvas.line(50, 336, 540, 336)
    canvas.setFont("Helvetica", 9)
    for x, width, label in ((50, 150, "Sted"), (220, 100, "Dato"), (340, 200, "Signatur")):
        canvas.line(x, 290, x + width, 290)
        canvas.drawString(x, 279, label)
    canvas.save()
    return out.getvalue()


TYPST = """
#set page("a4", margin: 20mm); #set text(10pt, lang: "nb")
#set document(title: "Meldeskjema", date: none)
#let cell(label, height: 32pt) = box(width: 100%, height: height, stroke: .7pt, inset: 4pt, align(left + top, text(8pt, label)))
#let tick = box(width: 9pt, height: 9pt, stroke: .7pt, baseline: 1pt)
#let words = lorem(30)
= Meldeskjema for aktivitet
#words
== Deltakeren
#grid(columns: (2fr, 1fr), gutter: 0pt, cell("Deltakerens navn"), cell("Født"))
#grid(columns: (1fr, 1fr, 2fr), gutter: 0pt, cell("Mobil"), cell("Postnr"), cell("Poststed"))
#v(6pt)
#tick Kan svømme #h(20pt) #tick Trenger skyss
== Aktiviteten
Velg én: #h(10pt) #tick Fotball #h(10pt) #tick Ski #h(10pt) #tick Dans
#table(columns: (1fr, 1fr), rows: 20pt, [Kontonummer], [], [Kontaktperson], [], [Kontaktens e-post], [])
#cell("Allergier og sykdommer", height: 80pt)
"""


def main() -> None:
    import typst

    (HERE / "tegnet.pdf").write_bytes(drawn_form())
    (HERE / "aktivitet.pdf").write_bytes(typst.compile(TYPST.encode()))
    bench = HERE.parents[2] / "bench"  # where pdf-lib is installed: npm ci
    script = (HERE / "barnehage.mjs").read_bytes()
    made = subprocess.run(
        ["node", "--input-type=module"], input=script, cwd=bench, capture_output=True, check=True, timeout=60
    )
    (HERE / "barnehage.pdf").write_bytes(base64.b64decode(made.stdout))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "samarbeid.docx").write_bytes(consent_of_lines())
        (home / "sfo.docx").write_bytes(table_form())
        convert = ["soffice", f"-env:UserInstallation=file://{home}/profil", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*convert, "--outdir", HERE, home / "samarbeid.docx", home / "sfo.docx"], check=True, timeout=120
        )
        for name in ("samtykke", "tabell"):
            chromium = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
            printed = f"--print-to-pdf={HERE / f'{name}.pdf'}"
            subprocess.run(
                [*chromium, f"--user-data-dir={home}/krom", printed, HERE / f"{name}.html"], check=True, timeout=60
            )


if __name__ == "__main__":
    main()
