"""Quotation marks and apostrophes: those of the language, in pairs, at their depth.

Which way a mark looks is told by what stands around it; its own shape is believed least, since that
is what is wrong in a text typed in haste: ”Syria…”, ‘’Medical staff…’’.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.language.conventions import Grammar
from letterkit.language.typography.findings import HIDDEN, LETTER, Finding, is_arabic, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.typography.findings import Passage

RULE = "quotation-marks"
APOSTROPHE_RULE = "apostrophe"

_UNIT = re.compile(
    r"''|’’|‘‘|‘’|``|´´|(?<!\w)`(?=[^\W\d_])|[\"“”„‟«»‹›'‘’‚‛]|(?<=[^\W\d_])[`´′ʼ](?=[^\W\d_])"
)
_SINGLE = frozenset("'‘’‚‛`´′ʼ")
_TYPED = frozenset({'"', "''", "’’", "‘‘", "‘’", "``", "´´", "'"})
_BEFORE_OPENING = frozenset("([{—–-/|¿¡")
_AFTER_CLOSING = frozenset(".,;:!?…)]}—–-/|،؛؟٪%")
_OPENING_GLYPHS = frozenset("“„«‹‘‚‟‛")
_SENTENCE_ENDS = frozenset(".!?…؟")
_WITHIN_WORDS = frozenset("'`´′")
_NOTHING = frozenset(("", *" \n\u00a0\u202f\u2009"))
_SPACES = frozenset(" \u00a0\u202f\u2009")
_ENGLISH_ENDING = re.compile(r"(?:s|t|re|ve|ll|d|m)(?!\w)")
_WORD_BEHIND = re.compile(rf"(?!{HIDDEN})[^\W\d_]{{2}}")
_LETTER = re.compile(LETTER)
_JOINED_IN_ARABIC = re.compile("[وف]?(?:[بلكو]|ال|بال|كال|لل|سال)?ـ*")
_YEARS = re.compile(r"\d0s\b|\d\d\b")


@dataclass(slots=True)
class _Mark:
    glyph: str
    start: int
    end: int

    @property
    def single(self) -> bool:
        return self.glyph in _SINGLE


@dataclass(slots=True)
class _Pair:
    opening: _Mark
    closing: _Mark


def check_quotation_marks(passage: Passage) -> Iterator[Finding]:
    """Marks of another language or of a typewriter, unpaired ones, and spaces around them."""
    reading = _Reading(passage)
    reading.read()
    yield from reading.apostrophes
    around: list[int] = []  # where the pairs end that this one stands in
    for pair in sorted(reading.pairs, key=lambda pair: pair.opening.start):
        while around and around[-1] < pair.closing.end:
            around.pop()
        yield from _check_pair(passage, pair, len(around))
        around.append(pair.closing.end)
    for mark in reading.unclosed:
        yield from _check_alone(passage, mark, opening=True)
    for mark in reading.stray:
        yield from _check_alone(passage, mark, opening=False)


def quoted(passage: Passage) -> list[tuple[int, int]]:
    """From where to where somebody is quoted: what they wrote keeps their spelling."""
    reading = _Reading(passage)
    reading.read()
    return [(pair.opening.end, pair.closing.start) for pair in reading.pairs]


class _Reading:
    """One way through a passage: which marks are pairs, which are apostrophes, which are alone."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._open: list[_Mark] = []
        self._doubles_open = 0
        self.pairs: list[_Pair] = []
        self.unclosed: list[_Mark] = []
        self.stray: list[_Mark] = []
        self.apostrophes: list[Finding] = []

    def read(self) -> None:
        for match in _UNIT.finditer(self._passage.shape):
            mark = _Mark(match[0], match.start(), match.end())
            if mark.single:
                self._single(mark)
            else:
                self._double(mark)
        for mark in self._open:
            if mark.single:
                self._leading_apostrophe(mark)
            elif not self._passage.continues:
                self.unclosed.append(mark)

    def _double(self, mark: _Mark) -> None:
        before = self._passage.before(mark.start)
        after = self._passage.after(mark.end)
        turkish = self._passage.profile.grammar is Grammar.TURKISH
        within = mark.glyph == '"' and is_word(before) and after.islower()
        if turkish and within and not self._open and self._passage.shape.count('"') == 1:
            self._apostrophe(mark, certain=False)
            return
        at_beginning = before == "" or before.isspace() or before in _BEFORE_OPENING
        at_end = after == "" or after.isspace() or after in _AFTER_CLOSING
        is_open = self._doubles_open > 0
        own = _expected(self._passage, 0)[0]
        spaced = mark.glyph == own.strip() != own and after in _SPACES
        if spaced and before.isalpha():
            opens = True  # the space is within: l’index« rose »
        elif not at_end and (at_beginning or before in _OPENING_GLYPHS):
            opens = True
        elif at_end and not at_beginning and not before.isspace():
            opens = False
        elif at_beginning and at_end and mark.glyph in "“„«" and after.isspace():
            opens = True
        else:
            opens = not is_open
        if opens:
            self._open.append(mark)
            self._doubles_open += 1
        elif is_open:
            while (opening := self._open.pop()).single:
                self._leading_apostrophe(opening)
            self._doubles_open -= 1
            self.pairs.append(_Pair(opening, mark))
        elif not (mark.glyph == '"' and before.isdigit()):  # inches
            self.stray.append(mark)

    def _single(self, mark: _Mark) -> None:
        before = self._passage.before(mark.start)
        after = self._passage.after(mark.end)
        if is_word(before) and is_word(after):
            self._within_word(mark, before, after)
            return
        is_open = bool(self._open) and self._open[-1].single
        if self._passage.right_to_left and is_arabic(before) and not is_open:
            return
        begins = before == "" or before.isspace() or before in '([{—–/|“«”"'
        ends = after == "" or after.isspace() or after in _AFTER_CLOSING or after in '”»"'
        if begins and is_word(after) and mark.glyph != "’":  # ’n’, ’tis
            self._open.append(mark)
        elif ends and before and not before.isspace():
            if self._open and self._open[-1].single:
                self.pairs.append(_Pair(self._open.pop(), mark))
            elif mark.glyph in _WITHIN_WORDS and before.isalpha():
                self._apostrophe(mark, certain=True)

    def _within_word(self, mark: _Mark, before: str, after: str) -> None:
        """An apostrophe; ‘ may be the ayn of an Arabic name, which only Turkish has no use for."""
        turkish = self._passage.profile.grammar is Grammar.TURKISH
        if self._passage.right_to_left or after.isdigit():
            return  # a Latin name keeps its own; 5'10
        english = self._passage.profile.grammar is Grammar.ENGLISH
        ending = english and _ENGLISH_ENDING.match(self._passage.shape, mark.end)
        if mark.glyph in _WITHIN_WORDS or (turkish and mark.glyph in "‘‛‚ʼ"):
            self._apostrophe(mark, certain=not before == after == HIDDEN)
        elif mark.glyph in "‘ʼ" and ending:
            self._apostrophe(mark, certain=ending[0] != "d")

    def _leading_apostrophe(self, mark: _Mark) -> None:
        years = _YEARS.match(self._passage.shape, mark.end)
        if years and mark.glyph in "'‘":
            self._apostrophe(mark, certain=True)
        elif mark.glyph in _WITHIN_WORDS and not self._passage.right_to_left:
            self._apostrophe(mark, certain=False)

    def _apostrophe(self, mark: _Mark, *, certain: bool) -> None:
        apostrophe = self._passage.profile.typography.apostrophe
        if mark.glyph != apostrophe:
            what = f"`{mark.glyph}` is no apostrophe" if mark.glyph != "`" else "a backquote"
            self.apostrophes.append(
                Finding(APOSTROPHE_RULE, mark.start, mark.end, what, apostrophe, certain)
            )


def _check_pair(passage: Passage, pair: _Pair, depth: int) -> Iterator[Finding]:
    opening, closing = pair.opening, pair.closing
    expected = _expected(passage, depth)
    typed = opening.glyph in _TYPED or closing.glyph in _TYPED
    if not typed and _is_foreign(passage, pair):
        return
    outer_is_single = expected[0].strip() in _SINGLE
    certain = outer_is_single or not opening.single
    if opening.single and not outer_is_single:
        between = passage.shape[opening.end : closing.start]
        # A plural possessive within would look like the end: 'the doctors' strike'.
        certain = opening.glyph == closing.glyph == "'" and not re.search(r"\w'\W", between)
        certain = certain and not passage.right_to_left and " " in between
    yield from _set(passage, opening, expected[0], opening=True, certain=certain)
    yield from _set(passage, closing, expected[1], opening=False, certain=certain)


def _check_alone(passage: Passage, mark: _Mark, *, opening: bool) -> Iterator[Finding]:
    expected = _expected(passage, 0)[0 if opening else 1]
    found = list(_set(passage, mark, expected, opening=opening, certain=False))
    what = "the quotation mark is not closed" if opening else "the quotation mark closes nothing"
    if found:
        first = found[0]
        # Between a full stop and a word it can be nothing else, since nothing is open to be closed.
        certain = opening and (first.replacement or "").startswith(" ")
        certain = certain and not passage.before(first.start).isalpha()
        yield Finding(RULE, first.start, first.end, what, first.replacement, certain)
    else:
        yield Finding(RULE, mark.start, mark.end, what)


def _set(
    passage: Passage, mark: _Mark, expected: str, *, opening: bool, certain: bool
) -> Iterator[Finding]:
    """What differs between a mark with the spaces around it and what should stand there."""
    start, end = _with_spaces_inside(passage, mark, opening=opening)
    lacking_before = lacking_after = ""
    if opening and _needs_space_before(passage, start):
        lacking_before = " "
    elif not opening and passage.before(start) in _SENTENCE_ENDS:
        after = passage.after(end)
        lacking_after = " " if after.isupper() or is_arabic(after) else ""
    elif not opening and _runs_on(passage, end):
        lacking_after = " "
    written = passage.text[start:end]
    beside = passage.after(end) if opening else passage.before(start)
    if (start, end) == (mark.start, mark.end) and beside in _NOTHING:
        expected = expected.strip()  # no space at the end of a line
    wanted = lacking_before + expected + lacking_after
    if written.replace("\u202f", "\u00a0") == wanted.replace("\u202f", "\u00a0"):
        return
    if mark.glyph != expected.strip():
        what = f"`{mark.glyph}` is not the quotation mark that the language has here"
    elif lacking_before or lacking_after:
        what = "no space between a quotation and what stands beside it"
    else:
        what = "not the space that stands within quotation marks"
    yield Finding(RULE, start, end, what, wanted, certain)


def _with_spaces_inside(passage: Passage, mark: _Mark, *, opening: bool) -> tuple[int, int]:
    """From where to where a mark stands with the spaces between it and what is quoted."""
    start, end = mark.start, mark.end
    if opening:
        while passage.after(end) in _SPACES:
            end += 1
        return (start, end) if passage.after(end) not in {"", "\n"} else (start, mark.end)
    while passage.before(start) in _SPACES:
        start -= 1
    return (start, end) if passage.before(start) not in {"", "\n"} else (mark.start, end)


def _runs_on(passage: Passage, end: int) -> bool:
    """Whether a word begins right behind a closing mark, where it is no ending of the language."""
    turkish = passage.profile.grammar is Grammar.TURKISH
    return not turkish and bool(_WORD_BEHIND.match(passage.shape, end))


def _needs_space_before(passage: Passage, start: int) -> bool:
    """Whether an opening mark stands apart from what is before it.

    What Arabic writes together with the next word (و, بـ, الـ) and an expression may touch it.
    """
    character = passage.before(start)
    begin = start
    while is_arabic(character) and begin and _LETTER.match(passage.shape, begin - 1):
        begin -= 1
    last = passage.shape[begin:start]
    if last and HIDDEN not in last:
        return _JOINED_IN_ARABIC.fullmatch(last) is None
    if character in _SENTENCE_ENDS or character in {",", ";", ":"}:
        return True
    return is_word(character) and not is_arabic(character) and character != HIDDEN


def _expected(passage: Passage, depth: int) -> tuple[str, str]:
    pairs = passage.profile.quotation_marks
    return pairs[depth % len(pairs)]


def _is_foreign(passage: Passage, pair: _Pair) -> bool:
    """Whether all that is quoted is of the other script, so that it may keep its own marks."""
    letters, arabic = (
        counted[pair.closing.start] - counted[pair.opening.end] for counted in passage.letters
    )
    return letters > 0 and arabic == (0 if passage.right_to_left else letters)
