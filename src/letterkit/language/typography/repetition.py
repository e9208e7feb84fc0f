"""Marks and words that stand twice, and brackets that stand alone or touch what is beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.conventions import Grammar
from letterkit.language.typography.findings import HIDDEN, LETTER, Finding, is_arabic, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.typography.findings import Passage

_TWO_STOPS = re.compile(r"(?<=[^\W_])(?:\.\.|\.{4,})(?![./…\d])")
_STOPS_BESIDE_ELLIPSIS = re.compile(r"…+\.[.…]*|(?<!\.)\.+…[.…]*|……+")
_REST_OF_END = re.compile(r"[”»’)\] \n]*\Z")
_SAME_MARK = re.compile(
    r"(?<=[\w)\]»”’])([,،;؛])[ \u00a0\u202f]?\1(?![,،;؛\w])|"
    r"(?<=\w)([!?؟])[!?؟]*\2(?![!?؟])"
)
_TWO_MARKS = re.compile(r"(?<=[^\W\d_])(?:,[.;:]|[;:][,.]|،[.؛:]|[؛:]،|؛\.)(?=\s|$)")
_SAME_WORD = re.compile(
    rf"(?<![\w'’-])(?P<word>{LETTER}+)(?P<again>[ \u00a0\n]+(?P=word))(?![\w'’-])"
)
_BEFORE_SENTENCE = "”»’)] \u00a0\n“«‘(["
_BRACKET = re.compile(r"[()]")
_LABEL = re.compile(r"(?:^|(?<=[\s,;،؛(]))[\w.]{1,3}$")
_LONGEST_LABEL = 3
_TOUCHING_BEFORE = re.compile(rf"(?<={LETTER}{{2}})\((?P<within>[^()\[\]]*)\)")
_TOUCHING_AFTER = re.compile(rf"\((?P<within>[^()\[\]]*)\)(?={LETTER}{{2}})")


def check_repetition(passage: Passage) -> Iterator[Finding]:
    """All findings about what stands twice, and about brackets."""
    yield from _marks(passage)
    yield from _words(passage)
    yield from _brackets_alone(passage)
    yield from _brackets_beside_words(passage)


def _marks(passage: Passage) -> Iterator[Finding]:
    shape = passage.shape
    for match in _TWO_STOPS.finditer(shape):
        ends = _REST_OF_END.match(shape, match.end()) is not None
        two = match[0] == ".."
        what = "two full stops" if two else "more than three full stops"
        # A capital letter begins a sentence; after an ellipsis it seldom stands.
        at = match.end()
        while at < len(shape) and shape[at] in _BEFORE_SENTENCE:
            at += 1
        ends = ends or shape[at : at + 1].isupper()
        yield Finding("ellipsis", *match.span(), what, "." if two and ends else "…")
    for match in _STOPS_BESIDE_ELLIPSIS.finditer(shape):
        yield Finding("ellipsis", *match.span(), "full stops beside an ellipsis", "…")
    for match in _SAME_MARK.finditer(shape):
        mark = match[1] or match[2]
        certain = match[1] is not None
        yield Finding("repeated", *match.span(), f"`{mark}` more than once", mark, certain)
    for match in _TWO_MARKS.finditer(shape):
        yield Finding("repeated", *match.span(), "two marks where one stands")


def _words(passage: Passage) -> Iterator[Finding]:
    """A word twice in a row; a suggestion, and only in languages that do not say things so."""
    may_stand = passage.profile.typography.repeated_words
    never = passage.profile.typography.single_words
    if may_stand is None and not never:
        return
    locale = passage.profile.locale
    allowed = {casing.fold(word, locale) for word in may_stand or ()}
    forbidden = {casing.fold(word, locale) for word in never}
    for match in _SAME_WORD.finditer(passage.shape):
        word = match["word"]
        if HIDDEN in word or word[0].isupper():
            continue  # Kota Kota is a name
        folded = casing.fold(word, locale)
        if folded not in forbidden if may_stand is None else folded in allowed:
            continue
        yield Finding("repeated", *match.span("again"), "a word twice in a row", "")


def _brackets_alone(passage: Passage) -> Iterator[Finding]:
    """Brackets without a partner, but for those after the letter or number of an item: a)."""
    waiting: list[int] = []
    for match in _BRACKET.finditer(passage.shape):
        at = match.start()
        if match[0] == "(":
            waiting.append(at)
        elif waiting:
            waiting.pop()
        elif is_word(passage.before(at)) and not _LABEL.search(
            passage.shape, max(0, at - _LONGEST_LABEL), at
        ):
            yield Finding("brackets", at, at + 1, "the bracket closes nothing")
    for at in waiting:
        if is_word(passage.after(at + 1)):
            yield Finding("brackets", at, at + 1, "the bracket is not closed")


def _brackets_beside_words(passage: Passage) -> Iterator[Finding]:
    """No space between a word and a bracket of several words; person(s) and colo(u)r are one."""
    what = "no space between a word and a bracket"
    for match in _TOUCHING_BEFORE.finditer(passage.shape):
        at = match.start()
        within = match["within"].strip()
        several = " " in within
        # Milletler(BM) lacks a space, person(s) does not.
        name = within[:1].isupper() and HIDDEN not in within and not within[1:2].isdigit()
        if several or (name and len(within) > 1 and not is_word(passage.after(match.end()))):
            yield Finding("brackets", at, at, what, " ", certain=several)
    if passage.profile.grammar is Grammar.TURKISH:
        return  # endings stand after the bracket
    for match in _TOUCHING_AFTER.finditer(passage.shape):
        if " " in match["within"].strip() and HIDDEN not in passage.after(match.end()):
            # A pronoun may be written together with an Arabic bracket.
            certain = not is_arabic(passage.after(match.end()))
            yield Finding("brackets", match.end(), match.end(), what, " ", certain)
