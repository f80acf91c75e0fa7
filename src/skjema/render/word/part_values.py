"""The values for rendering a part: a record's values, and functions for picture ids and rich text."""

from collections.abc import Mapping
from itertools import count
from typing import Any

from skjema.render.word.compiled_template import PARAGRAPHS, PICTURE_ID, RUNS, Look


def part_values(context: Mapping[str, Any], looks: tuple[Look, ...], first_picture: int) -> dict[str, Any]:
    """A record's values, with functions for the part's rich tags, and for picture ids that start at `first_picture`."""
    values = {**context, PICTURE_ID: count(first_picture).__next__}
    if looks:
        from markupsafe import Markup

        from skjema.render.word.rich_text import paragraphs, runs

        # both escape the text
        values[RUNS] = lambda text, number: Markup(runs(looks[number], text))  # noqa: S704
        values[PARAGRAPHS] = lambda text, number: Markup(paragraphs(looks[number], text))  # noqa: S704
    return values
