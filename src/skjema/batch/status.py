"""How it stands with those a run's documents are about, by the list, the run and the workbook of replies."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from skjema.batch.sent import sent_list
from skjema.definition.model import Form
from skjema.output.previous import Previous
from skjema.problems import Problem
from skjema.records.reply_lines import read_reply_lines
from skjema.validation.standing import Standing, standings


class Status(NamedTuple):
    """How it stands with everyone.

    Attributes:
        strangers: Numbers of replies that are nobody's.
        problems: What of the replies can't be read, and whose rows are gone from the list.
        contents: The list's files as they were read.
        unsigned: Numbers of those whose replies lack a signature.
    """

    everyone: list[Standing]
    strangers: tuple[int, ...]
    problems: list[Problem]
    contents: Mapping[Path, bytes]
    unsigned: tuple[int, ...] = ()


def read_status(
    form: Form, listed: Sequence[Path], previous: Previous | None, replies: Path, today: date, soon: int
) -> Status:
    """How it stands with everyone; see `skjema.api.status`."""
    day = previous.day if previous and previous.day else today
    sent = sent_list(form, listed, previous, day)
    lines, problems = read_reply_lines(form, replies, today, sent.run)
    known = {*sent.gone, *sent.unsure, *(one.number for one in sent.everyone)}
    strangers = tuple(sorted({line.number for line in lines} - known))
    everyone = standings(form, sent.everyone, lines, today, soon)
    unsigned = tuple(sorted({line.number for line in lines if not line.is_signed} & known))
    contents = sent.data.contents if sent.data else {}
    return Status(everyone, strangers, [*sent.problems, *problems], contents, unsigned)
