"""Whether two names may be one: spelt with other marks, by another custom, in another script."""

from __future__ import annotations

import re
import unicodedata

from letterkit.language import casing, search

# What is left of a letter when a name goes through another spelling: consonants, and of those that
# customs interchange (q and k, z and d, emphatic and plain) one. Vowels, w and y come and go.
_CONSONANTS = {
    **dict.fromkeys("bpبپ", "b"),
    **dict.fromkeys("tتثط", "t"),
    **dict.fromkeys("jجچ", "j"),
    **dict.fromkeys("hحه", "h"),
    **dict.fromkeys("kqخقكک", "k"),
    **dict.fromkeys("dzدذزضظ", "d"),
    **dict.fromkeys("rر", "r"),
    **dict.fromkeys("sسص", "s"),
    **dict.fromkeys("gغگ", "g"),
    **dict.fromkeys("fvف", "f"),
    **dict.fromkeys("lل", "l"),
    **dict.fromkeys("mم", "m"),
    **dict.fromkeys("nن", "n"),
    "ش": "$",
    "x": "ks",
}
_DIGRAPHS = (
    ("sch", "$"),
    ("sh", "$"),
    ("kh", "k"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ch", "$"),
    ("dj", "j"),
)
_TURKISH = str.maketrans({"ş": "$", "ç": "j", "c": "j", "ğ": "g"})
_ARTICLE = re.compile(r"\b(?:al|el|ar|er|as|es|at|ad|an|az|ash|esh)[-\u2010\u2011 '’](?=\w)")
_ARABIC_ARTICLE = re.compile(r"\bال(?=\w{2})")
_DOUBLED = re.compile(r"(\D)\1+")
_LEAST_LETTERS = 4
_LEAST_WORDS = 2


def comparable(text: str) -> str:
    """Letters and digits alone, as they are searched for, whatever language the text is in.

    Two texts for which this is the same are one name to a reader.
    """
    return "".join(search.words(text))


def consonants(text: str, locale: str) -> str:
    """What a name keeps in any spelling: رامي الجراح, Rami Jarrah and Rami al-Jarah are one.

    Nothing where too little is left to go by. Words stay apart, in their order.
    """
    folded = casing.fold(text, locale)
    folded = _ARABIC_ARTICLE.sub("", _ARTICLE.sub("", folded))
    # Turkish c is j; in any other language of Latin letters it is hard, or part of ch.
    if casing.language_of(locale) == "tr":
        folded = folded.translate(_TURKISH)
    for digraph, sound in _DIGRAPHS:
        folded = folded.replace(digraph, sound)
    folded = unicodedata.normalize("NFKD", folded.replace("c", "k"))
    words = ["".join(map(_sound, word)) for word in re.findall(r"[\w$]+", folded)]
    kept = [_DOUBLED.sub(r"\1", word).removesuffix("h") for word in words]
    kept = [word for word in kept if word]
    if len(kept) < _LEAST_WORDS or sum(map(len, kept)) < _LEAST_LETTERS:
        return ""
    return " ".join(kept)


def _sound(character: str) -> str:
    if character == "$" or character.isdigit():
        return character
    return _CONSONANTS.get(character, "")
