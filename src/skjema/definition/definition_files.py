"""The files that one form is read from, each opened once, with references to laws and rules replaced."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path as File

from skjema.definition.catalogue import LAWS, RULES, bundled_folder
from skjema.definition.laws import LawBook, read_laws, with_laws
from skjema.definition.rule_book import RuleBook, read_rules, with_conditions
from skjema.definition.toml_file import TomlFile
from skjema.problems import Problem


class DefinitionFiles:
    """Opens the files of the form in a folder.

    Attributes:
        parts: The files that the form is made of so far, its definition first.
    """

    def __init__(self, folder: File) -> None:
        self._folder = folder
        self.parts: list[TomlFile] = []
        shelves = dict.fromkeys((folder.parent, bundled_folder()))
        laws, self._rule_paths = (
            [shelf / name for shelf in shelves if (shelf / name).is_file()] for name in (LAWS, RULES)
        )
        self._law_files = list(map(TomlFile, laws[:1]))
        self.laws = read_laws(self._law_files[0]) if laws else LawBook()

    @cached_property
    def _rule_files(self) -> list[TomlFile]:
        return list(map(TomlFile, self._rule_paths))

    @cached_property
    def rules(self) -> RuleBook:
        """The rules that forms share; the user's own replace bundled rules of the same id."""
        self._note(self._rule_files)
        for file in self._rule_files:
            self._put_laws(file)
        return read_rules(self._rule_files)

    @property
    def has_whole_rules(self) -> bool:
        """Whether the files of shared rules have no faults; else a rule may be missing because its entry is faulty."""
        return not any(file.problems for file in self._rule_files)

    @property
    def problems(self) -> Iterator[Problem]:
        """Every fault found so far: file by file, in line order."""
        for file in dict.fromkeys((*self.parts, *self._law_files)):  # rules are parts where they are used
            yield from sorted(file.problems, key=_line)

    def open(self, path: File) -> TomlFile:
        """A file as a part of the form, with its laws and shared conditions put in."""
        for known in self.parts:
            if known.path == path:
                return known
        file = TomlFile(path)
        self.parts.append(file)
        self._put_laws(file)
        if b"rule('" in file.content:
            file.data = with_conditions(file, self.rules, is_whole=self.has_whole_rules)
        version = file.data.get("schema", 1)
        if version != 1:
            # the value is quoted, but a table may be thousands of characters long
            file.fault(("schema",), "schema-version", got=version if isinstance(version, int) else str(version)[:60])
        return file

    def _put_laws(self, file: TomlFile) -> None:
        if b"ov(" not in file.content:
            return
        self._note(self._law_files)
        form = self.parts[0].data.get("form")
        version = str(form.get("version", "")) if isinstance(form, dict) else ""
        file.data = with_laws(file, {law.id: law for law in self.laws.law}, version)

    def _note(self, files: list[TomlFile]) -> None:
        """Count shared files among the form's parts, since the form changes when they do."""
        self.parts.extend(file for file in files if file not in self.parts)


def _line(problem: Problem) -> int:
    return problem.place.row if problem.place else 0
