"""Texts too long for their boxes, continued on sheets attached behind the form."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Generic, NamedTuple, Protocol, TypeVar

from skjema.formats.fonts import font_for
from skjema.formats.pdf.fit_text import TextTooLongError, TextWriter
from skjema.layout.shown import BoxValue, PaperPlace, ShownRecord
from skjema.layout.variants import Variant
from skjema.render.pdf.running_head import HEAD
from skjema.wording import in_language
from skjema.wording.forms import paper_word


class LongText(NamedTuple):
    """A text that doesn't fit its box.

    Attributes:
        excess: How many characters too many it has.
        beginning: What stands in the box, with the number of the attachment; empty where nothing does.
        rest: What stands on the attached sheet: the rest of several lines, all of what has but one.
    """

    paper: PaperPlace
    excess: int
    beginning: str
    rest: str


def long_texts(shown: ShownRecord, writers: Mapping[str, TextWriter]) -> Iterator[LongText]:
    """Every text of a record that is too long for its box, in print order.

    Args:
        writers: What writes in each box, by its name.
    """
    number = 1
    texts = {paper.name: (paper, text) for paper, _, text in shown.values if text}
    for name, writer in writers.items():  # as the boxes stand on the pages
        if name not in texts or not (excess := writer.excess(texts[name][1])):
            continue
        paper, text = texts[name]
        beginning, rest = "", ""
        if not paper.field.kind.answers(paper.field):  # what is picked from a list is one of its answers, or nothing
            word = "continued" if writer.has_lines else "see-attached"
            with suppress(TextTooLongError):
                beginning, rest = writer.split(text, paper_word(word, shown.language, number=number))
        yield LongText(paper, excess, beginning, rest)
        number += bool(beginning)


def _without_lacking(label: str) -> str:
    """A label without letters that no page can be set with: somebody else's form has its own on its own pages."""
    lacking = font_for(label).lacks(label)
    return "".join(letter for letter in label if letter not in lacking).strip()


class _Pages(Protocol):
    @property
    def writers(self) -> Mapping[str, TextWriter]: ...


Pages = TypeVar("Pages", bound=_Pages)
Written = TypeVar("Written")


class Filled(NamedTuple, Generic[Pages, Written]):
    """A record's values, written on its pages.

    Attributes:
        variant: Of the pages, with the texts that stand on attached sheets.
        letters: All that are drawn.
        pages: As they were compiled.
        content: What writing has given.
    """

    variant: Variant
    letters: str
    pages: Pages
    content: Written


def filled(
    shown: ShownRecord,
    variant: Variant,
    values: dict[str, BoxValue],
    letters: str,
    pages_of: Callable[[Variant, str], Pages],
    write: Callable[[Pages], Written],
) -> Filled[Pages, Written]:
    """Write a record's values into its boxes; what they have no room for goes on on attached sheets.

    Args:
        values: By the names of boxes; those of texts that are too long are changed.
        letters: That they have.
        pages_of: Gives the pages of a variant for some letters.
        write: Writes the values; it raises TextTooLongError where one doesn't fit.
    """
    if shown.is_own_paper and variant.missing is not None:  # the sheet with what is missing says whose it is
        variant = replace(variant, running=str(values[HEAD]))
    pages = pages_of(variant, letters)
    try:
        return Filled(variant, letters, pages, write(pages))
    except TextTooLongError:
        variant, more = _with_attached(shown, variant, pages.writers, values)
        pages = pages_of(variant, letters + more)
        return Filled(variant, letters + more, pages, write(pages))


def _with_attached(
    shown: ShownRecord, variant: Variant, writers: Mapping[str, TextWriter], values: dict[str, BoxValue]
) -> tuple[Variant, str]:
    """The variant of a record with its attached texts, and the reference letters printed in their boxes."""
    attached: list[tuple[str, str]] = []
    letters: list[str] = []
    for paper, _, beginning, rest in long_texts(shown, writers):
        if beginning:
            label = _without_lacking(in_language(shown.label(paper), shown.language)) or paper.field.id
            attached.append((paper_word("attachment", shown.language, number=len(attached) + 1, label=label), rest))
            values[paper.name] = beginning
            letters.append(beginning)
    running = str(values.get(HEAD, ""))
    return replace(variant, attached=tuple(attached), running=running, is_common=False), "".join(letters)
