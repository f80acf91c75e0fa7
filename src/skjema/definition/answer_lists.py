"""Lists of answers that fields refer to by name, from the definition or from any shared block."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path as File

from skjema.definition.model import Choice
from skjema.definition.toml_file import TomlFile, nearest_names
from skjema.definition.toml_positions import Path
from skjema.definition.toml_tables import AnswerList
from skjema.formats.open_input import read_file

_BEGINNING = b"[[choices]]"


class AnswerLists:
    """Finds the lists of answers that a form's fields refer to.

    Args:
        files: The form's files read so far, a list that the caller extends; the first is the definition.
        blocks: Returns the file of each shared block, by name.
        open_file: Reads the file of a block as a part of the form.
    """

    def __init__(
        self,
        files: Sequence[TomlFile],
        blocks: Callable[[], Mapping[str, File]],
        open_file: Callable[[File], TomlFile],
    ) -> None:
        self._files, self._blocks, self._open = files, blocks, open_file
        self._lists: dict[TomlFile, dict[str, tuple[Choice, ...]]] = {}

    def find(self, name: str, file: TomlFile, path: Path) -> tuple[Choice, ...]:
        """The answers of a list; empty, with a problem added to `file`, where no file has the list.

        It is looked for in the field's own file, then in the definition, then in every shared block.

        Args:
            path: Path of the field in its file.
        """
        known: list[str] = []
        for candidate in self._candidates(file):
            lists = self.lists_of(candidate)
            if name in lists:
                return lists[name]
            known += lists
        file.fault((*path, "choices"), "choices-unknown", got=name, known=nearest_names(name, known))
        return ()

    def lists_of(self, file: TomlFile) -> Mapping[str, tuple[Choice, ...]]:
        """Each list in a file, by its id; faults are reported also in lists that no field refers to."""
        if file not in self._lists:
            self._lists[file] = dict(_lists_of(file))
        return self._lists[file]

    def _candidates(self, file: TomlFile) -> Iterator[TomlFile]:
        yield from dict.fromkeys((file, self._files[0]))
        opened = {one.path: one for one in self._files}
        for path in self._blocks().values():
            if path in opened:
                yield opened[path]
            # opened only if no nearer file has the list, since opening a block makes it a part of the form
            elif _BEGINNING in read_file(path, path.name):
                yield self._open(path)


def _lists_of(file: TomlFile) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    """Each list of answers in a file, by its id; a list with a fault gives no answers."""
    known: set[str] = set()
    for path, table in file.tables(file.data, "choices", ()):
        answers = file.read(AnswerList, table, path)
        if answers and not answers.answers:
            file.fault(path, "key-missing", got="answers")
        if answers and answers.id in known:
            file.fault((*path, "id"), "id-twice", got=answers.id)
        known.add(str(table.get("id")))
        yield str(table.get("id")), answers.answers if answers else ()
