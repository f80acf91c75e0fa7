"""What a part of a template finds besides a record's names: functions that make ids and rich text."""

from collections.abc import Mapping
from itertools import count
from typing import Any

from skjema.render.word.compiled_template import PARAGRAPHS, PICTURE_ID, RUNS, Look


def part_values(context: Mapping[str, Any], looks: tuple[Look, ...], first_picture: int) -> dict[str, Any]:
    """The names of a record, and the functions of a part whose rich tags look so, with pictures counted anew."""
    values = {**context, PICTURE_ID: count(first_picture).__next__}
    if looks:
        from markupsafe import Markup

        from skjema.render.word.rich_text import paragraphs, runs

        # both escape the text
        values[RUNS] = lambda text, number: Markup(runs(looks[number], text))  # noqa: S704
        values[PARAGRAPHS] = lambda text, number: Markup(paragraphs(looks[number], text))  # noqa: S704
    return values
