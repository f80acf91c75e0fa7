"""A value as it goes into the text of a run."""

import re

_SPECIAL = re.compile("[&<>\"'\n\t]").search
_WRITTEN = str.maketrans({
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">', "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
})  # fmt: skip


def in_a_run(value: str) -> bytes:
    """Escaped, and with elements for line breaks and tabs; as UTF-8.

    Raises:
        TypeError: It is no plain text.
    """
    if value.__class__ is not str:
        raise TypeError(type(value))
    return (value.translate(_WRITTEN) if _SPECIAL(value) else value).encode()
