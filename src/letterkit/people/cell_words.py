"""Words in the cells of a table that stand for a key: genders, offices, countries, languages.

A table is filled in by people who know none of our keys; what they write in English, Arabic or
Turkish is understood where it can mean one thing only. Whatever else they write is left as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.collation import sort_key
from letterkit.language.locale_file import is_locale_name, normalized, our_locales
from letterkit.language.vocabulary import HONORIFICS, Gender, Office

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Key = tuple[int, ...]

_GENDERS: Mapping[str, str] = {
    Gender.FEMALE: "f | woman | ms | mrs | أنثى | امرأة | مؤنث | السيدة | kadın | k | bayan",
    Gender.MALE: "m | man | mr | ذكر | رجل | مذكر | السيد | erkek | e | bay",
    Gender.UNKNOWN: "not known | غير معروف | غير محدد | bilinmiyor | belirtilmemiş",
}
_HONORIFICS: Mapping[str, str] = {
    "doctor": "dr | د | الدكتور | الدكتورة | دكتور | دكتورة | doktor",
    "professor": "prof | prof dr | أ د | الأستاذ الدكتور | الأستاذة الدكتورة | profesör",
    "engineer": "eng | م | المهندس | المهندسة | مهندس | مهندسة | mühendis | müh",
    "lawyer": "المحامي | المحامية | محام | محامية | avukat | av",
    "judge": "القاضي | القاضية | قاض | قاضية | hâkim | yargıç",
    "reverend": "rev",
}
_OFFICES: Mapping[str, str] = {
    Office.HEAD_OF_STATE: "رئيس دولة | رئيسة دولة | devlet başkanı | cumhurbaşkanı",
    Office.HEAD_OF_GOVERNMENT: "prime minister | رئيس وزراء | رئيسة وزراء | başbakan",
    Office.MINISTER: "وزير | وزيرة | bakan",
    Office.AMBASSADOR: "سفير | سفيرة | büyükelçi",
    Office.SPEAKER: "رئيس برلمان | رئيسة برلمان | meclis başkanı",
    Office.DEPUTY_MINISTER: "نائب وزير | نائبة وزير | bakan yardımcısı",
    Office.SENATOR: "عضو مجلس شيوخ | عضوة مجلس شيوخ | senatör",
    Office.JUDGE: "قاض | قاضية | hâkim | yargıç",
    Office.PROSECUTOR: "مدع عام | مدعية عامة | savcı",
    Office.CONSUL: "قنصل | قنصلة | konsolos",
    Office.MAYOR: "رئيس بلدية | رئيسة بلدية | belediye başkanı",
    Office.EDITOR: "رئيس تحرير | رئيسة تحرير | editör",
    Office.PROFESSOR: "أستاذ جامعي | أستاذة جامعية | profesör",
    Office.DOCTOR: "دكتور | دكتورة | doktor",
    Office.ORGANISATION: "organization | منظمة | kuruluş",
    Office.PRIVATE_PERSON: "فرد | birey",
}
_TURKIC = frozenset({"az", "crh", "gag", "kk", "ky", "tk", "tt", "ug", "uz"})
_TRUTHS: Mapping[str, str] = {
    "true": "yes | y | x | 1 | نعم | evet",
    "false": "no | n | 0 | لا | hayır",
}
_WORD = re.compile(r"[\w'’]+")
_WRITTEN_ALIKE = str.maketrans({"ة": "ه", "ى": "ي"})
"""What many write for one another at the end of Arabic words."""
_COUNTRIES: Mapping[str, str] = {
    "AE": "uae | الإمارات",
    "CZ": "czech republic",
    "GB": "uk | great britain | britain",
    "NL": "holland | هولندة",
    "PS": "palestine | فلسطين | filistin",
    "SY": "syrian arab republic | الجمهورية العربية السورية | سورية",
    "TR": "turkey | turkiye | تركية",
    "US": "usa | united states of america | أمريكا | abd",
}
"""What countries are called besides by CLDR, short, long or of old."""
_CODE = re.compile(r"[A-Z]{2}")


@lru_cache(maxsize=8192)
def key_of(text: str, locale: str = "en") -> Key:
    """What words are compared by: their letters, whatever their case, accents and punctuation.

    Hamza, the dots of taa marbuta and alif maqsura do not count either; capitals are those of the
    locale, in which I is small ı or small i.
    """
    folded = " ".join(_WORD.findall(casing.fold(text.replace("_", " "), locale)))
    return sort_key(folded.translate(_WRITTEN_ALIKE), "ar")[0]


def keys_of(text: str) -> tuple[Key, ...]:
    """The keys of a text whose language nobody knows, as it is written and as Turks write it."""
    return tuple(dict.fromkeys((key_of(text, "en"), key_of(text, "tr"))))


def gender_of(text: str) -> str:
    """The key of a gender, or the text itself."""
    return _said(text, _genders())


def honorific_of(text: str) -> str:
    """The key of an honorific, or the text itself, which then prints as it is."""
    return _said(text, _honorifics())


def truth_of(text: str) -> str:
    """`true` or `false` for yes and no, or the text itself."""
    return _said(text, _truths())


def office_of(text: str) -> str:
    """The key of an office, or the text itself."""
    return _said(text, _offices())


def country_of(text: str) -> str:
    """The ISO 3166 code of a country named in one of our languages, or the text itself."""
    return text if _CODE.fullmatch(text) else _said(text, _countries())


def language_of(text: str) -> str | None:
    """The locale that a text names by its code or by what its language is called; else None."""
    name = normalized(text)
    if is_locale_name(name) and name.partition("-")[0] in _language_codes():
        return name
    names = language_names()
    return next((names[key] for key in keys_of(text) if key in names), None)


def nearest_language(locale: str, known: Sequence[str]) -> str:
    """Of the locales that are known, the one that readers of another will most likely read.

    That is one of the same family where we know of it, else one of the same script, else the first.
    """
    from babel.core import get_global

    language = casing.language_of(locale)
    by_language: dict[str, str] = {}
    for each in known:
        by_language.setdefault(casing.language_of(each), each)
    if language in _TURKIC and "tr" in by_language:
        return by_language["tr"]
    likely = get_global("likely_subtags")

    def script(code: str) -> str:
        return str(likely.get(code, "")).partition("_")[2].partition("_")[0]

    alike = (each for each in by_language if script(each) == script(language))
    return by_language[next(alike, next(iter(by_language)))]


@lru_cache(maxsize=1)
def language_names() -> Mapping[Key, str]:
    """The codes of languages by what they are called in our languages and in their own."""
    from babel import Locale

    found: dict[Key, str] = {}
    for ours in our_locales():
        for code, name in Locale.parse(ours, sep="-").languages.items():
            if "_" not in code:
                _remember(name, code, found)
    for code in _language_codes():
        if len(code) == 2 and (own := Locale(code).get_display_name(code)):  # noqa: PLR2004
            _remember(own, code, found)
    return found


@lru_cache(maxsize=1)
def _language_codes() -> frozenset[str]:
    from babel.localedata import locale_identifiers

    return frozenset(name.partition("_")[0] for name in locale_identifiers())


def _remember(text: str, meaning: str, found: dict[Key, str]) -> None:
    for key in keys_of(text):
        if key:
            found.setdefault(key, meaning)


def _said(text: str, known: Mapping[Key, str]) -> str:
    return next((known[key] for key in keys_of(text) if key in known), text)


def _vocabulary(words: Mapping[str, str], keys: Iterable[str]) -> Mapping[Key, str]:
    found: dict[Key, str] = {}
    for key in keys:
        _remember(key, str(key), found)
    for key, texts in words.items():
        for text in texts.split("|"):
            _remember(text, str(key), found)
    return found


@lru_cache(maxsize=1)
def _genders() -> Mapping[Key, str]:
    return _vocabulary(_GENDERS, Gender)


@lru_cache(maxsize=1)
def _truths() -> Mapping[Key, str]:
    return _vocabulary(_TRUTHS, _TRUTHS)


@lru_cache(maxsize=1)
def _honorifics() -> Mapping[Key, str]:
    return _vocabulary(_HONORIFICS, HONORIFICS)


@lru_cache(maxsize=1)
def _offices() -> Mapping[Key, str]:
    return _vocabulary(_OFFICES, Office)


@lru_cache(maxsize=1)
def _countries() -> Mapping[Key, str]:
    from babel import Locale

    found = dict(_vocabulary(_COUNTRIES, _COUNTRIES))
    for ours in our_locales():
        for code, name in Locale.parse(ours, sep="-").territories.items():
            if _CODE.fullmatch(code):
                _remember(name, code, found)
    return found
