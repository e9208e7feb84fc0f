"""Single characters: marks and letters of another language, stretched, split or hidden ones."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from letterkit.language.numbers import format_percent
from letterkit.language.typography.findings import HIDDEN, Finding, is_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.typography.findings import Passage

_ARABIC_MARKS = {"،": ",", "؛": ";", "؟": "?"}
_MARKS = re.compile("[,;?،؛؟]")
_ELLIPSIS = re.compile(r"(?<![.…])(?:\.\.\.|\. \. \.)(?![.…])")
_SPACED_HYPHEN = re.compile(r"(?<=\S) (?P<hyphen>--?) (?=\S)")
_DOUBLE_HYPHEN = re.compile(r"(?<=[^\W\d_])--(?=[^\W\d_])")
_CLOSED_DASH = re.compile(r"(?<=[^\W\d_])—(?=[^\W\d_])")
_RANGE = re.compile(r"(?<![\w\-–/.,#])(?P<first>\d{1,4})-(?P<last>\d{1,4})(?![\w\-–/.]|,\d)")
_PERCENT = re.compile(
    r"(?<![\w.,%٪])(?:[%٪][ \u00a0\u202f]?\d[\d.,]*\d|[%٪]\d|\d+(?:[.,]\d+)*"
    r"[ \u00a0\u202f]?[%٪])(?!\w)"
)
_TATWEEL = re.compile(r"(?<=[\u0621-\u063a\u0641-\u064a])\u0640+(?=[\u0621-\u063a\u0641-\u064a])")
_PRESENTATION = re.compile("[\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]+")
_UNSEEN = {
    "\u00ad": "a soft hyphen",
    "\u180e": "an invisible space",
    "\u200b": "an invisible space",
    "\ufeff": "a byte order mark",
    "\u202a": "a direction control",
    "\u202b": "a direction control",
    "\u202c": "a direction control",
    "\u202d": "a direction control that overrides the order of letters",
    "\u202e": "a direction control that overrides the order of letters",
}
_UNSEEN_RUN = re.compile(f"[{''.join(_UNSEEN)}]")
_IDLE_MARK = re.compile(
    r"(?<=[A-Za-z])\u200e+(?=[A-Za-z])|"
    r"(?<=[\u0621-\u064a])[\u200f\u061c]+(?=[\u0621-\u064a])"
)
_ONES = frozenset("0123456789٠١٢٣٤٥٦٧٨٩")


def check_characters(passage: Passage) -> Iterator[Finding]:
    """All findings about single characters of words of a language."""
    yield from _marks_of_the_other_script(passage)
    for match in _ELLIPSIS.finditer(passage.shape):
        yield Finding("ellipsis", *match.span(), "three full stops", "…", certain=True)
    yield from _dashes(passage)
    yield from _percent(passage)
    yield from _letters(passage)


def check_unseen(passage: Passage) -> Iterator[Finding]:
    """What cannot be seen, or only looks like what it should be: wrong in any language."""
    text = passage.shape
    for match in _UNSEEN_RUN.finditer(text):
        certain = match[0] < "\u202a" or match[0] == "\ufeff"
        yield Finding("invisible", *match.span(), _UNSEEN[match[0]], "", certain)
    for match in _IDLE_MARK.finditer(text):
        yield Finding(
            "invisible", *match.span(), "a direction mark that does nothing", "", certain=True
        )
    for match in _PRESENTATION.finditer(text):
        plain = unicodedata.normalize("NFKC", match[0])
        yield Finding("presentation-forms", *match.span(), "shapes of letters", plain, certain=True)
    for match in _TATWEEL.finditer(text):
        yield Finding("tatweel", *match.span(), "letters drawn out with `ـ`", "", certain=True)
    if not unicodedata.is_normalized("NFC", text):
        yield from _split_letters(text)


def _split_letters(text: str) -> Iterator[Finding]:
    """Letters whose accent is a character of its own where one character has both."""
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and unicodedata.combining(text[end]):
            continue
        written = text[start:end]
        composed = unicodedata.normalize("NFC", written)
        if len(composed) < len(written):
            what = "a letter and its accent apart"
            yield Finding("split-letters", start, end, what, composed, certain=True)
        start = end


def _marks_of_the_other_script(passage: Passage) -> Iterator[Finding]:
    own = passage.profile.typography.marks
    for match in _MARKS.finditer(passage.shape):
        mark, at = match[0], match.start()
        if mark in own and passage.right_to_left:
            if passage.before(at) in {"(", "[", "{"}:
                continue  # the mark itself is spoken of
            if passage.before(at) in _ONES and passage.after(at + 1) in _ONES:
                continue
            scripts = (passage.script_before(at), passage.script_after(at + 1))
            if "L" in scripts or "AL" not in scripts:
                continue
            what = f"`{mark}` of the Latin script"
            # A question mark within a word stands for a letter that an old program has lost.
            lost = is_arabic(passage.before(at)) and is_arabic(passage.after(at + 1))
            certain = mark != "?" or not lost
            yield Finding("marks", at, at + 1, what, own[mark], certain)
        elif mark in _ARABIC_MARKS and not passage.right_to_left:
            scripts = (passage.script_before(at), passage.script_after(at + 1))
            if scripts[0] == "L" and scripts[1] != "AL":
                what = f"`{mark}` of the Arabic script"
                yield Finding("marks", at, at + 1, what, _ARABIC_MARKS[mark], certain=True)


def _dashes(passage: Passage) -> Iterator[Finding]:
    facts = passage.profile.typography
    shape = passage.shape
    for match in _SPACED_HYPHEN.finditer(shape):
        numbers = passage.before(match.start()).isdigit() and passage.after(match.end()).isdigit()
        what = "a hyphen for a dash"
        yield Finding("dash", *match.span("hyphen"), what, facts.dash, certain=not numbers)
    for pattern, what in (
        (_DOUBLE_HYPHEN, "two hyphens for a dash"),
        (_CLOSED_DASH, "a dash without spaces"),
    ):
        if facts.dash == "–":
            for match in pattern.finditer(shape):
                yield Finding("dash", *match.span(), what, f" {facts.dash} ")
    if facts.range_dash:
        for match in _RANGE.finditer(shape):
            if int(match["first"]) < int(match["last"]):
                at = match.end("first")
                what = "a hyphen in a range of numbers"
                yield Finding("dash", at, at + 1, what, facts.range_dash)


def _percent(passage: Passage) -> Iterator[Finding]:
    """The sign on the side on which the language has it; only a suggestion."""
    usual = format_percent(passage.profile, 5, digits="latn")
    number = re.compile(r"\d[\d.,]*")
    for match in _PERCENT.finditer(passage.shape):
        digits = number.search(match[0])
        if digits is None:
            continue
        sign_first = match[0][0] in "%٪"
        if sign_first != (usual[0] in "%٪"):
            wanted = usual.replace("5", digits[0])
            yield Finding("percent", *match.span(), "the sign on the other side", wanted)


def _letters(passage: Passage) -> Iterator[Finding]:
    facts = passage.profile.typography
    wrong = {*facts.letters, *facts.foreign_letters}
    if not wrong or wrong.isdisjoint(passage.shape):
        return
    for at, letter in enumerate(passage.shape):
        if letter in facts.foreign_letters:
            what = f"`{letter}` is no letter of the language"
            yield Finding("letters", at, at + 1, what)
        elif letter in facts.letters:
            counterparts = facts.letters[letter]
            following = passage.after(at + 1)
            within = is_arabic(following) and following != HIDDEN
            what = f"`{letter}` is a letter of another language"
            if len(counterparts) > 1 and not within:
                either = " or ".join(f"`{each}`" for each in counterparts)
                yield Finding("letters", at, at + 1, f"{what}; here it is {either}")
            else:
                yield Finding("letters", at, at + 1, what, counterparts[0], certain=True)
