"""Spaces: before marks, after them, within brackets, doubled, and those at which no line breaks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from letterkit.document import Direction
from letterkit.language.conventions import Grammar
from letterkit.language.phrases import NO_BREAK_SPACE
from letterkit.language.typography.findings import HIDDEN, LETTER, Finding, is_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterkit.language.profile import Profile
    from letterkit.language.typography.findings import Passage

_SPACES = " \u00a0\u202f\u2009"
_SPACED_MARK = re.compile(
    rf"(?<=[\w)\]}}»”’%…{HIDDEN}])(?P<spaces>[{_SPACES}]+)(?P<mark>[,.;:!?،؛؟])(?![\w.…/\\(:;=])"
)
_SPACED_COMMA = re.compile(
    rf"(?<=[\w)\]}}»”])(?P<spaces>[{_SPACES}]+)(?P<mark>[,،؛؟!?])(?={LETTER})"
)
_BARE_MARK = re.compile(r"(?<=[\w)\]}»”’%…])(?P<mark>[;:!?]|[!?]+)(?=[\s»”’)\]]|$)")
_CLOSE_MARK = re.compile(
    rf"(?P<before>{LETTER}|[)\]»”’])(?P<mark>[,;:!?،؛؟]+)(?P<after>{LETTER}|[“«])"
)
_CLOSE_STOP = re.compile(rf"(?<!{LETTER})(?P<before>{LETTER}+)\.(?P<after>{LETTER}+)")
_BRACKETS = re.compile(rf"(?<=[(\[])[{_SPACES}]+(?=[\w«“])|(?<=[\w»”.])[{_SPACES}]+(?=[)\]])")
_UNIT = re.compile("[a-z]{2}²?")  # a letter alone may be of a million, or of a flat
_WORD_BESIDE_NUMBER = re.compile(
    r"(?<!\w)(?![وف]?(?:بال|كال|ال)\d)(?P<before>[\u0621-\u064a]{3,})(?<!\u0640)(?=\d{2})|"
    r"(?<![A-Za-z\d.,/-])\d{1,4}(?P<after>[\u0621-\u064a\u064b-\u0652]{4,})"
)
_TAB = re.compile(r"(?<=\S)[ \u00a0]*\t\s*(?=\S)")
_STOP_BEFORE_WORD = re.compile(
    rf"(?<={LETTER}{{2}})[{_SPACES}]+\.(?={LETTER}(?P<upper>[a-zà-ÿ]{{2}})?)"
)
_AND_APART = re.compile(
    rf"(?<![^\s(«])و(?P<space>[{_SPACES}]+)(?![\u066e-\u06ff])(?=(?P<after>[\w«“(]\S*))"
)
_TURKISH_ENDING = (
    "(?:n?[ıiuü]n|y?[aeıiuü]|[dt][ae]n?|n[dt][ae]n?|y?l[ae]|s[ıiuü](?:n[ıiuüaedn]+)?|l[ae]r[ıiae]?|"
    "[dt][ae]ki)"
)
_APART = "(?P<apart>[’'`´] | [’'`´] ?)"  # an apostrophe with a space on a side or on both
_ENDINGS_APART = {
    grammar: re.compile(rf"(?<=[^\W_]){_APART}(?={endings}(?!\w))")
    for grammar, endings in (
        (Grammar.TURKISH, _TURKISH_ENDING),
        (Grammar.ENGLISH, "(?:s|t|re|ve|ll)"),
    )
}
_BARE_COMMA = re.compile(rf"(?<={LETTER}{{2}})[,;،؛](?=\d)")
_SEVERAL = re.compile(rf"(?<=\S)(?P<spaces>[{_SPACES}]{{2,}})(?=\S)")
_RESOLUTION = re.compile(r"(?<![\d.,])\d{3,4}(?P<space>[ \n]?)\((?:19|20)\d\d\)")
_AFTER_A_LETTER = frozenset({"من", "في", "إلى", "على", "عن", "مع"})
"""After which و may be the name of a paragraph: الفقرة و من المادة."""
_OPENING = {")": "(", "]": "["}
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}
_NO_BREAK = frozenset({NO_BREAK_SPACE, "\u202f"})
_FEW = 3
_SHORTEST = 2  # letters of a word that a full stop may end


def check_spaces(passage: Passage) -> Iterator[Finding]:
    """All findings about spaces."""
    yield from _on_the_wrong_side(passage)
    yield from _before_marks(passage)
    yield from _after_marks(passage)
    yield from _within_brackets(passage)
    for match in _SEVERAL.finditer(passage.shape):
        one = next((each for each in match[0] if each != " "), " ")
        if match[0].strip(one) or one == " ":
            # A long row of spaces was a line end or a column once.
            certain = len(match[0]) <= _FEW
            yield Finding("double-space", *match.span(), "several spaces", one, certain)
    for match in _TAB.finditer(passage.shape):
        yield Finding("double-space", *match.span(), "a tab", " ")
    yield from _no_break_spaces(passage)
    yield from _no_spaces(passage)


def check_parts_of_words(passage: Passage) -> Iterator[Finding]:
    """Spaces between what is written as one: an elision, an ending, the Arabic word for “and”."""
    profile = passage.profile
    if profile.grammar is Grammar.ARABIC:
        yield from _and_apart(passage)
    endings = _ENDINGS_APART.get(profile.grammar)
    if endings is not None and not _may_close_a_quotation(passage.text):
        for match in endings.finditer(passage.shape):
            what = "an ending is written together with its word"
            wanted = profile.typography.apostrophe
            yield Finding("apart", *match.span("apart"), what, wanted)
    if profile.typography.elisions:
        wanted = profile.typography.apostrophe
        for match in _elision_apart(profile.typography.elisions).finditer(passage.shape):
            what = "what is left out is written together with the word after it"
            yield Finding("apart", *match.span("apart"), what, wanted, certain=True)
        for match in _elision_without(profile.typography.elisions).finditer(passage.shape):
            what = "what is left out is not marked"
            yield Finding("apart", *match.span("apart"), what, wanted)


def _may_close_a_quotation(text: str) -> bool:
    """Whether an apostrophe may be the other one of a pair of quotation marks."""
    return "‘" in text or text.count("“") != text.count("”") or text.count('"') % 2 == 1


def _and_apart(passage: Passage) -> Iterator[Finding]:
    """The Arabic word for “and” before a space: و حلب for وحلب."""
    shape = passage.shape
    for match in _AND_APART.finditer(shape):
        after = match["after"]
        beside = [word.strip("ـ.،()") for word in (_word_before(shape, match.start()), after)]
        if any(len(word) == 1 and is_arabic(word) for word in beside):
            continue  # letters of an enumeration: هـ و ز
        what = "`و` is written together with the word after it"
        certain = after not in _AFTER_A_LETTER
        yield Finding("apart", *match.span("space"), what, "", certain)


def _word_before(shape: str, offset: int) -> str:
    """What stands between spaces before an offset; empty at the beginning."""
    end = offset
    while end and shape[end - 1].isspace():
        end -= 1
    begin = end
    while begin and not shape[begin - 1].isspace():
        begin -= 1
    return shape[begin:end]


@lru_cache(maxsize=64)
def _elision_apart(elisions: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(elisions, key=len, reverse=True)))
    vowel = r"(?=[aeiouyhœæ]|[^\x00-\x7f])"
    return re.compile(rf"(?<![\w’'-])(?:{words}){_APART}(?={LETTER}){vowel}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _elision_without(elisions: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(elisions, key=len, reverse=True)))
    behind = r"(?=[aeiouyhàâéèêîôœæ])(?!(?:et|ou)\b)"  # les points c et d
    return re.compile(
        rf"(?<![\w’'.\-])(?<!\d[{_SPACES}])(?![cdls] ont\b)(?:{words}|^(?i:{words}))"
        rf"(?P<apart> ){behind}(?={LETTER}{{2}}|[ay]\b)"
    )


def _within_brackets(passage: Passage) -> Iterator[Finding]:
    shape = passage.shape
    whole = {bracket: shape.count(bracket) for bracket in "()[]"}
    before = dict.fromkeys(whole, 0)  # how many of each stand before this place
    done = 0
    for match in _BRACKETS.finditer(shape):
        start, end = match.span()
        for bracket in before:
            before[bracket] += shape.count(bracket, done, start)
        done = start
        closing = passage.after(end)
        if closing in _OPENING:
            pairs = before[_OPENING[closing]] > before[closing]
        else:
            opening = passage.before(start)
            closing = _CLOSING[opening]
            pairs = whole[closing] - before[closing] > whole[opening] - before[opening]
        if not pairs:
            continue  # the bracket itself is spoken of
        yield Finding("brackets", *match.span(), "a space within brackets", "", certain=True)


def _on_the_wrong_side(passage: Passage) -> Iterator[Finding]:
    """A space before a full stop and none after it; .NET and .docx begin with one."""
    for match in _STOP_BEFORE_WORD.finditer(passage.shape):
        following = passage.after(match.end())
        certain = is_arabic(following)
        if certain or (match["upper"] and following.isupper()):
            what = "a space before `.` instead of after it"
            yield Finding("space-before-mark", *match.span(), what, ". ", certain)


def _before_marks(passage: Passage) -> Iterator[Finding]:
    spaced = passage.profile.typography.space_before
    for pattern in (_SPACED_MARK, _SPACED_COMMA):
        for match in pattern.finditer(passage.shape):
            mark = match["mark"]
            if spaced is None and mark not in ",.،":
                continue
            wanted = (spaced or {}).get(mark, "")
            if match["spaces"] == wanted or (wanted in _NO_BREAK and match["spaces"] in _NO_BREAK):
                continue
            what = (
                f"not the space that stands before `{mark}`"
                if wanted
                else f"a space before `{mark}`"
            )
            yield Finding("space-before-mark", *match.span("spaces"), what, wanted, certain=True)
    if not spaced:
        return
    for match in _BARE_MARK.finditer(passage.shape):
        wanted = spaced.get(match["mark"][0], "")
        if wanted:
            at = match.start()
            what = f"no space before `{match['mark'][0]}`"
            yield Finding("space-before-mark", at, at, what, wanted, certain=True)


def _after_marks(passage: Passage) -> Iterator[Finding]:
    for match in _CLOSE_MARK.finditer(passage.shape):
        before, mark, after = match["before"], match["mark"], match["after"]
        if "::" in mark or (mark == ":" and HIDDEN in before + after):
            continue  # a::b, {{ hours }}:{{ minutes }}
        at = match.end("mark")
        following = passage.after(at + 1)
        if HIDDEN in before + after or (is_arabic(after) != is_arabic(before) and before.isalpha()):
            certain = False
        elif not (passage.before(match.start()).isalpha() or following.isalpha()):
            certain = False  # single letters: [y,n]
        else:
            # `:` joins in other ways too: EU:n, default:RTL.
            certain = mark != ":" or is_arabic(after) or (after.isupper() and following.islower())
        if mark == ":" and not certain:
            continue
        what = f"no space after `{mark[-1]}`"
        yield Finding("space-after-mark", at, at, what, " ", certain)
    yield from _after_stops(passage)


def _after_stops(passage: Passage) -> Iterator[Finding]:
    """No space after a full stop between words, nor between a comma and a number."""
    for match in _BARE_COMMA.finditer(passage.shape):
        if HIDDEN not in passage.before(match.start()):
            what = f"no space after `{match[0]}`"
            yield Finding("space-after-mark", match.end(), match.end(), what, " ")
    short = {word.strip(".") for word in passage.profile.typography.abbreviations}
    for match in _CLOSE_STOP.finditer(passage.shape):
        before, after = match["before"], match["after"]
        if HIDDEN in before + after or min(len(before), len(after)) < _SHORTEST or before in short:
            continue
        if is_arabic(before[-1]) and is_arabic(after[0]):
            certain = "ـ" not in before
        elif before[-1].islower() and after[0].isupper() and not after[1:].isupper():
            certain = True
        else:
            continue
        at = match.start("after")
        yield Finding("space-after-mark", at, at, "no space after `.`", " ", certain)


def _no_break_spaces(passage: Passage) -> Iterator[Finding]:
    found: dict[int, str] = {}
    for match in _RESOLUTION.finditer(passage.shape):
        what = "a line may end within the number of a resolution"
        if match["space"]:
            found[match.start("space")] = what
        else:
            what = "no space within the number of a resolution"
            at = match.start("space")
            yield Finding("no-break-space", at, at, what, NO_BREAK_SPACE)
    after, before_number, after_number = _patterns(passage.profile)
    for pattern, what in (
        (after, "a line may end after the abbreviation"),
        (before_number, "a line may end before the number"),
        (after_number, "a line may end between number and unit"),
    ):
        if pattern is not None:
            for match in pattern.finditer(passage.shape):
                found.setdefault(match.start("space"), what)
    for at, what in found.items():
        # Where a line of the file ends there, nobody but its writer joins it with the next.
        certain = passage.shape[at] == " "
        yield Finding("no-break-space", at, at + 1, what, NO_BREAK_SPACE, certain)


def _no_spaces(passage: Passage) -> Iterator[Finding]:
    """Where the space is lacking at which no line may end: Dr.Rose, 5km, عام2016."""
    titles, units = _joined(passage.profile)
    if titles is not None:
        for match in titles.finditer(passage.shape):
            what = "no space after the abbreviation"
            yield Finding(
                "no-break-space", match.end(), match.end(), what, NO_BREAK_SPACE, certain=True
            )
    if units is not None:
        for match in units.finditer(passage.shape):
            what = "no space between number and unit"
            yield Finding("no-break-space", match.end(), match.end(), what, NO_BREAK_SPACE)
    if passage.right_to_left:
        for match in _WORD_BESIDE_NUMBER.finditer(passage.shape):
            if HIDDEN not in match[0]:
                at = match.start("after") if match["after"] else match.end("before")
                yield Finding("no-break-space", at, at, "no space beside the number", " ")


@lru_cache(maxsize=64)
def _joined(profile: Profile) -> tuple[re.Pattern[str] | None, ...]:
    """What finds an abbreviation that touches a name, and a number that touches its unit."""
    facts = profile.typography
    prefix = _prefix(profile)
    stopped = tuple(word for word in facts.no_break_after if word.endswith("."))
    units = tuple(word for word in facts.no_break_after_number if _UNIT.fullmatch(word))
    return (
        _any_of(stopped, rf"(?<![\w.]){prefix}(?:{{}})(?=[^\W\d_a-z]{LETTER}+(?![\w.]))"),
        _any_of(units, r"(?<![\w.,/-])\d+(?:[.,]\d+)?(?=(?:{})(?!\w))"),
    )


@lru_cache(maxsize=64)
def _patterns(profile: Profile) -> tuple[re.Pattern[str] | None, ...]:
    """What finds a plain space after an abbreviation, before a number, and after one."""
    facts = profile.typography
    prefix = _prefix(profile)
    digits = r"[\d\u0660-\u0669]"
    return (
        _any_of(facts.no_break_after, rf"(?<!\w){prefix}(?:{{}})(?P<space>[ \n])(?=[^\W\d_a-z])"),
        _any_of(
            facts.no_break_before_number,
            rf"(?<!\w){prefix}(?:{{}})(?P<space>[ \n])(?=[\d{HIDDEN}])",
        ),
        _any_of(facts.no_break_after_number, rf"(?<={digits})(?P<space>[ \n])(?:{{}})(?!\w)"),
    )


def _prefix(profile: Profile) -> str:
    """What a language of the Arabic script may write together with the next word: وصفحة, بصفحة."""
    return "[وفبلك]?" if profile.direction is Direction.RTL else ""


def _any_of(words: tuple[str, ...], pattern: str) -> re.Pattern[str] | None:
    if not words:
        return None
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(pattern.replace("{}", "|".join(map(re.escape, longest_first))))
