"""What a plan says where its caller leaves it out: the form's first language, and the day it is."""

from typing import TYPE_CHECKING, Any

from skjema.errors import UsageError
from skjema.problems import Problem
from skjema.wording import Language

# `skjema.api` imports this module at once, so it loads next to nothing
if TYPE_CHECKING:
    from datetime import date

    from skjema.batch.plan import Plan
    from skjema.definition.model import Form


def make_plan(
    form: "Form", formats: tuple[str, ...], language: Language | None, today: "date | None", **settings: Any
) -> "Plan":
    """A plan of these formats, with what is left out filled in; `settings` are its other attributes.

    Raises:
        UsageError: The form doesn't exist in the language.
    """
    from skjema.batch.plan import Plan

    return Plan(form, paper_language(form, language), today or today_here(), formats, **settings)


def paper_language(form: "Form", wanted: Language | None) -> Language:
    """The language to print a form in: the one that is wanted, or the form's first.

    Raises:
        UsageError: The form doesn't exist in it.
    """
    if wanted is not None and wanted not in form.languages:
        raise UsageError(Problem("language-unknown", params={"got": wanted, "known": form.languages}))
    return wanted or form.languages[0]


def today_here() -> "date":
    """The day it is where the program runs."""
    from datetime import date

    return date.today()  # noqa: DTZ011 - the day where the program runs is what counts
