"""English words in two ways: British and American, with a hyphen and without, in one and in two.

Which of the two is right, only the house knows; *every day* and *everyday* are two words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.spelling.ways import APOSTROPHES, Way, solid

if TYPE_CHECKING:
    from collections.abc import Iterator

_LANGUAGE = "en"
_ENDINGS = re.compile(r"[’'](?:s|t|d|m|re|ll|ve)$")
_LAST_PART = re.compile("[-‑ ]")
_ARTICLES = ("al-", "al ")
_SHORTEST_COMPOUND = 7  # letters
_SHORTEST_PART = 3
_TWO_WORDS = frozenset(
    {
        *("already", "altogether", "anyone", "anything", "anyway", "awhile", "another"),
        *("because", "cannot", "everybody", "everyday", "everyone", "everything", "forever"),
        *("however", "inside", "instead", "maybe", "nobody", "nothing", "outside", "overall"),
        *("somebody", "someday", "someone", "something", "sometime", "sometimes", "somewhat"),
        *("somewhere", "therefore", "today", "together", "tomorrow", "underway", "whatever"),
        *("whenever", "wherever", "whoever", "without", "within", "workout"),
    }
)
"""Words that two words side by side may look like."""
# British and American spelling: the letters before, those that differ, an ending, and what American
# English has. Of organise and organized organis and organiz are left: one word in two ways.
_AMERICAN = tuple(
    (re.compile(f"^(?P<stem>{stem})(?P<way>{way})(?:{ending})$"), american)
    for stem, way, ending, american in (
        (r"\w{3,}", "i[sz]", "e|es|ed|er|ers|ing|ation|ations|ational", "iz"),
        (r"\w{3,}", "y[sz]", "e|es|ed|er|ers|ing", "yz"),
        (r"\w{3,}", "ou?r", "|s|ed|ing|able|ably|ful|hood|hoods|ite|ites|ly|er|ers", "or"),
        (r"\w{3,}t", "re|er", "s?", "er"),
        (r"\w{2,}fen", "[cs]e", "s?", "se"),
        (r"\w{3,}[aeiou]l", "l?", "ed|ing|er|ers", ""),
        (r"\w{2,}gram", "(?:me)?", "s?", ""),
        (r"\w{3,}og", "(?:ue)?", "s?", ""),
        (r"\w{2,}dg", "e?", "ments?", ""),
    )
)
_AMERICAN_VOWEL = re.compile("[ao]e")
_SHORTEST_WITH_TWO_VOWELS = 8  # gynaecology; poems are no pems


def ways_of_word(word: str, *, named: bool) -> Iterator[Way]:
    """A word without its ending after an apostrophe; a `named` one its bearer spells."""
    yield from _ways(_ENDINGS.sub("", word), named=named)


def ways_of_pair(word: str, following: str) -> Iterator[Way]:
    """Two words that elsewhere may be one, or have a hyphen between them."""
    pair = f"{word} {following}"
    if "-" in pair or APOSTROPHES.search(pair):
        return
    are_names = following[0].isupper() and (
        word[0].isupper() or casing.fold(word, _LANGUAGE) in {"al", "el"}
    )
    begins = casing.fold(word[:1], _LANGUAGE) + word[1:]
    are_common = begins.islower() and following.islower() and _may_be_one(begins, following)
    if are_names or are_common:
        yield from _ways(pair, named=False)


def _ways(written: str, *, named: bool) -> Iterator[Way]:
    way = casing.fold(written, _LANGUAGE)
    key = solid(way)
    if not named or "-" in way:
        key, way = _american(key, way)
    key = unicodedata.normalize("NFD", key)
    key = "".join(each for each in key if not unicodedata.combining(each))
    way = APOSTROPHES.sub("’", way.replace("‑", "-"))
    if re.search("[- ]", way) and _LAST_PART.split(written)[-1][:1].isupper():
        key = "name " + (re.sub("[ae]h$", "a", key) if way.startswith(_ARTICLES) else key)
        yield Way(key, way, written)
        return
    if written.islower():
        key, way = (re.sub(r"(?<=[^\Ws])s$", "", each) for each in (key, way))
    # One word may elsewhere be two or have a hyphen, but *long-term* and *long term* are two.
    if "-" not in way:
        yield Way(f"{key} in two", way, written)
    if " " not in way:
        yield Way(key, way, written)


def _american(key: str, way: str) -> tuple[str, str]:
    """A word as American English spells it, and as it was spelt; both without a verb's ending."""
    for pattern, american in _AMERICAN:
        match = pattern.match(key)
        if match:
            ending = len(key) - match.end("way")
            key = match["stem"] + american
            way = way[: len(way) - ending]
            break
    return _AMERICAN_VOWEL.sub("e", key) if len(key) >= _SHORTEST_WITH_TWO_VOWELS else key, way


def _may_be_one(word: str, following: str) -> bool:
    """Whether two common words may stand for one, as in `air strike`."""
    return (
        min(len(word), len(following)) >= _SHORTEST_PART
        and len(word) + len(following) >= _SHORTEST_COMPOUND
        and word + following not in _TWO_WORDS
    )
