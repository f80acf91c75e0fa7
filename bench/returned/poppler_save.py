"""Poppler's own forms and its own way to save, for Debian's python3 with gir1.2-poppler-0.18 and python3-gi.

python3 poppler_save.py SOURCE TARGET BOXES, with the boxes as JSON: page, left, bottom, right, top, state, text.
"""

import json
import sys
from pathlib import Path

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402

source, target, listed = sys.argv[1:]
document = Poppler.Document.new_from_file(Path(source).resolve().as_uri(), None)
for number, left, bottom, right, top, state, text in json.loads(listed):
    across, up = (left + right) / 2, (bottom + top) / 2
    for mapping in document.get_page(number).get_form_field_mapping():
        area, field = mapping.area, mapping.field
        if area.x1 <= across <= area.x2 and area.y1 <= up <= area.y2:
            if state:
                field.button_set_state(True)
            else:
                field.text_set_text(text)
document.save(Path(target).resolve().as_uri())
