"""The numbers on paper: of pages, of sections, and of those who sign."""

from collections.abc import Collection

from skjema.definition.model import Form
from skjema.wording import Language
from skjema.wording.forms import paper_word


def page_words(language: Language) -> tuple[str, str, str]:
    """The words before, between and after the page number and the page count."""
    # the words of each language about the two numbers, which Word and typst count themselves
    before, between, after = paper_word("page", language, n="%", total="%").split("%")
    return before, between, after


def section_numbers(form: Form, hidden: Collection[str]) -> dict[str, str]:
    """What is printed before the title of each section that has one, in print order; those left out have none.

    The parts of a letter aren't numbered.
    """
    titled = [section.id for section in form.sections if section.place == "body" and section.title]
    printed = [name for name in titled if name not in hidden]
    if form.letter:
        return dict.fromkeys(printed, "")
    return {name: str(number) for number, name in enumerate(printed, start=1)}


def signer_number(at: int, count: int) -> str:
    """The number after the label of signature line `at`, counted from 1; empty where there is only one."""
    return str(at) if count > 1 else ""
