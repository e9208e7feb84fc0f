"""The Word file that a letter is poured into: our plain one, or one that a designer made."""

from letterkit.letterhead.beside import bilingual_letterhead
from letterkit.letterhead.designed import load_letterhead
from letterkit.letterhead.model import Letterhead
from letterkit.letterhead.own import base_letterhead, write_own_letterhead

__all__ = [
    "Letterhead",
    "base_letterhead",
    "bilingual_letterhead",
    "load_letterhead",
    "write_own_letterhead",
]
