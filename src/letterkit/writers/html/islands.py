"""Stretches of another direction, as elements that neither move their surroundings nor are moved.

An element with a `dir` attribute is isolated (HTML Living Standard, 15.3.5), so no invisible marks
are needed; only a value that brings such characters along is balanced first, since a browser
honours them across elements (CSS Writing Modes 3, 2.4.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import name

from letterkit.language.bidi import has_controls, isolate, split_by_script
from letterkit.writers.html.markup import escape_text

if TYPE_CHECKING:
    from letterkit.document import Direction
    from letterkit.language.bidi import Stretch

# The first word of a letter's name in the Unicode Character Database → ISO 15924.
_SCRIPTS: Final = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "SYRIAC": "Syrc",
    "THAANA": "Thaa",
    "NKO": "Nkoo",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "ETHIOPIC": "Ethi",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
}


def language_of(text: str) -> str:
    """The BCP 47 tag of a stretch of which only the script is known; empty where it has no letter.

    Nobody has said which language a name is in: `und-Arab` is what can be told, enough to choose
    a font by, and it keeps a screen reader from spelling Arabic by English rules.
    """
    for character in text:
        if character.isalpha() and (script := _SCRIPTS.get(name(character, "").partition(" ")[0])):
            return f"und-{script}"
    return ""


def attributes(text: str, direction: Direction) -> str:
    """The `dir` of a stretch that is turned against its surroundings, and its `lang`."""
    language = language_of(text)
    return f' dir="{direction}"' + (f' lang="{language}"' if language else "")


def value_island(text: str, direction: Direction, surroundings: Direction) -> str:
    """One line of a value as an island that runs in `direction`, character for character."""
    told = f' dir="{direction}"' if direction is surroundings else attributes(text, direction)
    if has_controls(text):
        return f"<bdi{told}>{escape_text(isolate(text, direction))}</bdi>"
    return f"<bdi{told}>{directed(text, direction)}</bdi>"


def directed(text: str, base: Direction) -> str:
    """A text that runs in `base`, what runs the other way in it as islands."""
    return "".join(
        _span(stretch) if stretch.direction is not base else escape_text(stretch.text)
        for stretch in split_by_script(text, base)
    )


def _span(stretch: Stretch) -> str:
    text = stretch.text
    return f"<span{attributes(text, stretch.direction)}>{escape_text(text)}</span>"
