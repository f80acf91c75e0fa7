"""The table of all problems by code: what is wrong and what to do. Codes are public and never reused."""

from skjema.wording import Wording
from skjema.wording.problems_attached import ATTACHED
from skjema.wording.problems_data import DATA
from skjema.wording.problems_definition import DEFINITION
from skjema.wording.problems_files import FILES
from skjema.wording.problems_papers import PAPERS
from skjema.wording.problems_printing import PRINTING
from skjema.wording.problems_returned import RETURNED

PROBLEMS: dict[str, Wording] = {**FILES, **DATA, **ATTACHED, **DEFINITION, **PRINTING, **PAPERS, **RETURNED}
