"""The pictures of `docs/eget-word-skjema.md`, made of the files that its commands make: `python -m tests.word_guide`

Wants LibreOffice and Poppler. The form itself is what LibreOffice makes of the text beside it.
"""

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "eget-word-skjema.md"
FOLDER = PAGE.with_suffix("")
FORM, LIST = "samtykkeskjema.docx", "barn.csv"
_FIRST = ("Nora", "Ola", "Eva", "Per", "Ida", "Ante", "Sara", "Emil", "Åse", "Jon")
_LAST = ("Eksempel", "Prøve", "Testesen", "Mønster", "Utkast", "Liste", "Kopi", "Skisse", "Forslag", "Øving")
_PLACES = (("Furulia barnehage", "Bamsene"), ("Solbakken barnehage", "Revene"), ("Elveli barnehage", "Ulvene"))
_SHOWN = ("-r", "64", "-x", "30", "-y", "30", "-W", "480", "-H", "390", "-gray", "-png", "-singlefile")


def commands() -> list[str]:
    """The commands of the page, in order."""
    return [
        line for block in re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.S) for line in block.splitlines()
    ]


def corrected(definition: str) -> str:
    """A definition with what the page says is to be corrected in it."""
    for block in re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.S):
        name = block.splitlines()[0]
        (old,) = re.findall(rf"{re.escape(name)}\n.*\n", definition)
        definition = definition.replace(old, block)
    return definition


def children() -> str:
    """The list of the page: a hundred children that nobody is."""
    lines = ["Barnets navn;Fødselsdato;Barnehage;Avdeling;Samtykket gjelder til"]
    for number in range(100):
        name = f"{_FIRST[number % 10]} {_LAST[(number // 10 + number) % 10]}"
        place, group = _PLACES[number % 3]
        lines.append(f"{name};{number % 28 + 1:02}.{number % 12 + 1:02}.{2021 + number % 4};{place};{group};01.08.2027")
    return "\n".join(lines) + "\n"


def main() -> None:
    (FOLDER / LIST).write_text(children(), "utf-8")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _to("docx:MS Word 2007 XML", folder, FOLDER / "samtykkeskjema.fodt")
        shutil.copy(folder / FORM, FOLDER / FORM)
        shutil.copy(FOLDER / LIST, folder)
        for line in commands():
            subprocess.run([sys.executable, "-m", *shlex.split(line)], check=True, cwd=folder, timeout=300)
            definition = folder / "templates" / "samtykke-bilder" / "skjema.toml"
            if line.startswith("skjema draft"):
                definition.write_text(corrected(definition.read_text("utf-8")), "utf-8")
        (one, *_) = sorted((folder / "samtykker").glob("*.docx"))
        template = definition.parent / "samtykke-bilder.nb.docx"
        for name, file in (("1-skjema", folder / FORM), ("2-mal", template), ("3-utfylt", one)):
            _to("pdf", folder, file)
            drawn = [str(folder / f"{file.stem}.pdf"), str(FOLDER / name)]
            subprocess.run(["pdftoppm", *_SHOWN, *drawn], check=True, timeout=60)


def _to(kind: str, folder: Path, file: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
