"""Single characters: marks and letters of another language, stretched, split or hidden ones."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from letterkit.language.bidi import CONTROLS
from letterkit.language.conventions import Grammar
from letterkit.language.typography.direction import check_direction
from letterkit.language.typography.findings import HIDDEN, Finding, is_arabic, is_word
from letterkit.language.typography.quotation import quoted
from letterkit.sources.hidden import hidden_in
from letterkit.sources.text import visible

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
_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
_SPACED_RANGE = re.compile(
    r"(?<![\w\-–/.,#])(?P<first>\d{1,4}) - (?P<last>\d{1,4})(?![\w\-–/.]|,\d)"
)
_TATWEEL = re.compile(rf"(?<=[{_ARABIC}])\u0640+(?=[{_ARABIC}])")
_AND = re.compile("^[وف](?=..)")
# Not before fewer letters: كفی is no كفي.
_BEFORE_A_WORD = re.compile("^[وف]?[بلك]?(?:ال)?(?=.{4})")
_PRESENTATION = re.compile("[\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]+")
_UNSEEN = {
    "\u00ad": "a soft hyphen",
    "\u180e": "an invisible space",
    "\u200b": "an invisible space",
    "\ufeff": "a byte order mark",
}
_ACCENT_ALONE = re.compile(r"(?<=[\u0621-\u064a])[ ]+(?=[\u064b-\u0652])")
_LATIN_WORD = re.compile(r"[^\W\d_\u0590-\u08ff\U00010000]+")
_WIDE = frozenset("\u115f\u1160\u3164\uffa0\x85\u2028\u2029")
"""What is not seen and yet takes room or ends a line, so that something must stand there."""
_OF_USE_IN_WORDS = frozenset("\u034f\u200c\u2060")
_ONES = frozenset("0123456789٠١٢٣٤٥٦٧٨٩")


def check_characters(passage: Passage) -> Iterator[Finding]:
    """All findings about single characters of words of a language."""
    yield from _marks_of_the_other_script(passage)
    for match in _ELLIPSIS.finditer(passage.shape):
        yield Finding("ellipsis", *match.span(), "three full stops", "…", certain=True)
    yield from _dashes(passage)
    yield from _letters(passage)
    yield from _before_no_vowel(passage)


def check_unseen(passage: Passage) -> Iterator[Finding]:
    """What cannot be seen, or only looks like what it should be: wrong in any language."""
    text = passage.shape
    yield from check_direction(passage)
    for hidden in hidden_in(text):
        character = text[hidden.offset]
        if character not in CONTROLS and character not in _OF_USE_IN_WORDS:
            certain = character not in _WIDE and unicodedata.category(character) != "Cc"
            what = _UNSEEN.get(character, "an invisible character")
            yield Finding(
                "invisible",
                hidden.offset,
                hidden.offset + 1,
                what,
                "" if certain else None,
                certain,
            )
    for match in _PRESENTATION.finditer(text):
        plain = unicodedata.normalize("NFKC", match[0])
        yield Finding("presentation-forms", *match.span(), "shapes of letters", plain, certain=True)
    for match in _TATWEEL.finditer(text):
        yield Finding("tatweel", *match.span(), "letters drawn out with `ـ`", "", certain=True)
    for match in _ACCENT_ALONE.finditer(text):
        what = "a space between a letter and its accent"
        yield Finding("split-letters", *match.span(), what, "", certain=True)
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
    # Letters that stand alone (the points A, B and C) are signs, and the marks are the sentence's.
    signs = all(len(word[0]) == 1 for word in _LATIN_WORD.finditer(passage.shape))
    for match in _MARKS.finditer(passage.shape):
        mark, at = match[0], match.start()
        if mark in own and passage.right_to_left:
            if passage.before(at) in {"(", "[", "{"}:
                continue  # the mark itself is spoken of
            if passage.before(at) in _ONES and passage.after(at + 1) in _ONES:
                continue
            around = {passage.script_before(at), passage.script_after(at + 1)}
            if signs:
                around = {"AL" if script == "L" else script for script in around}
            if "L" in around or "AL" not in around:
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
    ranges = {
        match.end("first")
        for match in _SPACED_RANGE.finditer(shape)
        if int(match["first"]) < int(match["last"])
    }
    for match in _SPACED_HYPHEN.finditer(shape):
        numbers = passage.before(match.start()).isdigit() and passage.after(match.end()).isdigit()
        what = "a hyphen for a dash"
        if facts.range_dash and match.start() in ranges:
            yield Finding("dash", *match.span(), what, facts.range_dash)
            continue
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


def _letters(passage: Passage) -> Iterator[Finding]:
    """Letters of another language that uses the script; a word of that language is told once."""
    facts = passage.profile.typography
    written = sorted((*facts.letters, *facts.foreign_letters), key=len, reverse=True)
    if not written or not any(each in passage.shape for each in written):
        return
    pattern = re.compile("|".join(map(re.escape, written)))
    quotations = _Quotations(passage)
    begin = end = 0
    from_another = strange = False
    foreign: bool | None = None
    for match in pattern.finditer(passage.shape):
        letter, at = match[0], match.start()
        if at >= end:  # else the word is the same
            begin, end = _word_around(passage.shape, at)
            from_another = quotations.show_another(begin, end)
            strange, foreign = False, None
        if from_another:
            continue
        if letter in facts.foreign_letters:
            if not strange:
                yield Finding("letters", at, at + 1, f"`{letter}` is no letter of the language")
            strange = True
            continue
        counterparts = facts.letters[letter]
        following = passage.after(match.end())
        within = is_arabic(following) and following != HIDDEN
        what = f"`{visible(letter)}` is a letter of another language"
        if len(counterparts) > 1 and not within:
            written_so = (passage.shape[begin:at], passage.shape[match.end() : end])
            known = _known(written_so, counterparts, facts.known_words)
            either = " or ".join(f"`{each}`" for each in counterparts)
            if known is None:
                what = f"{what}; here it is {either}"
            yield Finding("letters", at, match.end(), what, known, certain=known is not None)
        else:
            if foreign is None:
                foreign = _is_foreign_word(passage, begin, end, quotations)
            yield Finding("letters", at, match.end(), what, counterparts[0], certain=not foreign)


def _known(
    written: tuple[str, str], counterparts: tuple[str, ...], known_words: tuple[str, ...]
) -> str | None:
    """The one letter with which a word is known, with what is written together with it or without.

    `written` is what stands before the letter in the word, and behind it.
    """
    found = None
    for letter in counterparts:
        word = letter.join(written)
        if not {word, _AND.sub("", word), _BEFORE_A_WORD.sub("", word)}.isdisjoint(known_words):
            if found is not None:
                return None
            found = letter
    return found


def _before_no_vowel(passage: Passage) -> Iterator[Finding]:
    """A letter that stands only before vowels, between consonants or after the last one."""
    facts = passage.profile.typography
    vowels = {*facts.vowels, *facts.before_vowels}
    quotations = _Quotations(passage)
    for letter, meant in facts.before_vowels.items():
        begin = end = 0
        foreign = False
        for match in re.finditer(re.escape(letter), passage.shape):
            before, after = passage.before(match.start()), passage.after(match.end())
            if not is_arabic(before) or before in vowels or after in vowels or after == "\u200c":
                continue
            if match.start() >= end:  # else the word is the same
                begin, end = _word_around(passage.shape, match.start())
                foreign = quotations.show_another(begin, end) or _has_foreign_sign(
                    passage, passage.shape[begin:end]
                )
            if not foreign:
                what = f"`{letter}` stands only before a vowel"
                yield Finding("letters", *match.span(), what, meant)


def _word_around(text: str, at: int) -> tuple[int, int]:
    begin = end = at
    while begin > 0 and is_word(text[begin - 1]):
        begin -= 1
    while end < len(text) and is_word(text[end]):
        end += 1
    return begin, end


def _is_foreign_word(passage: Passage, begin: int, end: int, quotations: _Quotations) -> bool:
    """Whether a word may be one of the other language, which keeps its letters.

    A Latin one may be a name, and all that is quoted in which no letter of the language's own
    stands may be of another.
    """
    if not passage.right_to_left or _has_foreign_sign(passage, passage.shape[begin:end]):
        return True
    return quotations.may_be_of_another(begin, end)


def _has_foreign_sign(passage: Passage, word: str) -> bool:
    """Whether a word has a letter that the language lacks, or the article that only Arabic has."""
    if not set(passage.profile.typography.foreign_letters).isdisjoint(word):
        return True
    return passage.profile.grammar is not Grammar.ARABIC and bool(re.match("[وب]?ال", word))


class _Quotations:
    """What is quoted in a passage, looked at once and only where a letter asks for it."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        return quoted(self._passage)

    @cached_property
    def _another(self) -> list[tuple[int, int]]:
        shape = self._passage.shape
        return [
            (start, stop)
            for start, stop in self._quoted
            if any(_has_foreign_sign(self._passage, word) for word in shape[start:stop].split())
        ]

    @cached_property
    def _without_own(self) -> list[tuple[int, int]]:
        letters = self._passage.profile.typography.letters.values()
        own = {letter for counterparts in letters for letter in counterparts}
        shape = self._passage.shape
        return [span for span in self._quoted if own.isdisjoint(shape[slice(*span)])]

    def show_another(self, begin: int, end: int) -> bool:
        """Whether a word is quoted with others that show another language: «گفتگو»."""
        return any(start <= begin and end <= stop for start, stop in self._another)

    def may_be_of_another(self, begin: int, end: int) -> bool:
        """Whether a word is quoted with none that has a letter of the language's own."""
        return any(start <= begin and end <= stop for start, stop in self._without_own)
