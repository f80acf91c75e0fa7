"""How pikepdf fills in a form; for single files and for the pack."""

from collections.abc import Mapping

from pikepdf import Pdf
from pikepdf.form import CheckboxField, ExtendedAppearanceStreamGenerator, Form, TextField


def fill(pdf: Pdf, values: Mapping[str, str | bool]) -> None:
    """Set each field and draw what it shows."""
    form = Form(pdf, ExtendedAppearanceStreamGenerator)
    for name, value in values.items():
        field = form[name]
        if isinstance(field, CheckboxField):
            field.checked = bool(value)
        elif isinstance(field, TextField):
            field.value = str(value)
