"""A letter: what is sent to whom, when and by whom, as `letters/NAME/letter.yaml` says it."""

from letterkit.letter.data import (
    LETTER_FILE,
    Letter,
    LetterData,
    load_letter,
)
from letterkit.letter.fields import PREFERRED
from letterkit.letter.variables import check_variables, free_variables, in_locale
from letterkit.letter.views import LetterView
from letterkit.template.structure import DEFAULT_KIND

__all__ = [
    "DEFAULT_KIND",
    "LETTER_FILE",
    "PREFERRED",
    "Letter",
    "LetterData",
    "LetterView",
    "check_variables",
    "free_variables",
    "in_locale",
    "load_letter",
]
