"""What the columns of a table hold, by their headings in any of the languages.

A heading is matched without regard to case, accents and the signs that Arabic sets on its letters;
a language may stand beside it: `Name (Arabic)`, `name.ar`, `الاسم بالعربية`, `Arapça ad`.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from letterkit.language import casing
from letterkit.language.locale_file import normalized
from letterkit.people.cell_words import keys_of, language_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from letterkit.people.cell_words import Key

ADDRESS = "address"
NAME = "name"
_LONG = 5  # letters of a word that can be told from others
_CLOSE = 0.85  # how like a known heading one is that was hardly meant for itself (0 to 1)
_SHARED = {
    "honorific": "honorific | prefix | اللقب",
    "title": (
        "title | job title | position | المنصب | الصفة | الوظيفة | المسمى الوظيفي"
        " | görev | görevi | unvan | unvanı"
    ),
    "gender": "gender | sex | الجنس | النوع الاجتماعي | cinsiyet | cinsiyeti",
    "organisation": (
        "organisation | organization | name of organisation | name of organization"
        " | organisation name | organization name | institution | company"
        " | المنظمة | اسم المنظمة | المؤسسة | اسم المؤسسة | الجهة | الجمعية | الشركة"
        " | kuruluş | kuruluş adı | kuruluşun adı | kurum | kurum adı | örgüt | dernek | şirket"
    ),
}
ADDRESSEE_HEADINGS = {
    **_SHARED,
    "id": "id | identifier | المعرف | kimlik",
    "name": (
        "name | full name | recipient | addressee | donor | donor name | name of donor"
        " | contact name | contact person"
        " | الاسم | الاسم الكامل | الاسم والكنية | اسم المتبرع | المتبرع | المرسل إليه"
        " | ad | adı | isim | ad soyad | adı soyadı | ad ve soyad | alıcı | bağışçı"
        " | bağışçı adı | bağışçının adı"
    ),
    "office": "office",
    "address": (
        "address | postal address | العنوان | العنوان البريدي | adres | adresi | posta adresi"
    ),
    "country": "country | البلد | الدولة | ülke | ülkesi",
    "locale": (
        "locale | language | preferred language | language of correspondence | lang"
        " | اللغة | اللغة المفضلة | لغة المراسلة | dil | dili | tercih edilen dil | yazışma dili"
    ),
    "salutation": "salutation | greeting | صيغة المخاطبة | hitap | hitap şekli",
}
"""The fields of an addressee, each with the headings it is known by."""

SIGNATORY_HEADINGS = {
    **_SHARED,
    "person": (
        "person | name of person | person name | full name | الشخص | اسم الشخص | الاسم الكامل"
        " | kişi | kişi adı | kişinin adı | ad soyad | adı soyadı"
    ),
    "description": "description | الوصف | نبذة | نبذة عن المنظمة | açıklama | tanım",
    "represents": (
        "represents | number of organisations | number of organizations"
        " | عدد المنظمات | تمثل | kuruluş sayısı | temsil ettiği kuruluş sayısı"
    ),
    "members": "members",
    "area": "area",
    "kind": "kind | type | النوع | نوع المنظمة | tür | kuruluş türü",
    "country": "country | البلد | الدولة | ülke | ülkesi",
    "sort_as": "sort as",
    "personal_capacity": "personal capacity | بصفة شخصية | kişisel",
    "joined": "joined | joined on | تاريخ الانضمام | katılım tarihi",
    "withdrawn": "withdrawn | withdrawn on | تاريخ الانسحاب | çekilme tarihi",
    "withheld": (
        "withheld | name withheld | withhold name | anonymous | محجوب | الاسم محجوب"
        " | يحجب الاسم | gizli | adı gizli | isim gizli"
    ),
    "consent_letter": "consent letter | consent for letter",
    "consent_by": "consent by | consent given by | صاحب الموافقة | onay veren",
    "consent_date": (
        "consent date | date of consent | consent | agreed on | تاريخ الموافقة | الموافقة"
        " | onay tarihi | onay"
    ),
    "consent_draft": "consent draft | draft | consent to draft | المسودة | رقم المسودة | taslak",
    "consent_locale": "consent locale | consent language",
    "group": "group | heading | المجموعة | الفئة | grup | başlık",
}
"""The fields of a signatory, each with the headings it is known by."""

SIGNATORY_NAME = "name | الاسم | ad | adı | isim"
"""What may be an organisation's name, or a person's: only another column tells."""

_NUMBERED = re.compile(r"(.+?)[ _.-]*(?:(?:line|satır|سطر)[ _.-]*)?[0-9]+")
_DOTTED = re.compile(r"(.+?)[\s.(\[_:/-]+([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)[\s)\]]*")
_WORD = re.compile(r"[\w'’]+")
_BETWEEN = frozenset({"in", "the", "language", "باللغة", "dilinde", "olarak"})


@lru_cache(maxsize=4)
def _table(headings: tuple[tuple[str, str], ...]) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for field, texts in headings:
        for text in (field, *texts.split("|")):
            for key in keys_of(text):
                found.setdefault(key, field)
    return found


def field_of(
    heading: str, headings: Mapping[str, str], locales: Sequence[str]
) -> tuple[str, str] | None:
    """The field that a heading names, and the locale it is in (empty: in all); None for no field.

    `locales` are those that are known.
    """
    table = _table(tuple(headings.items()))
    exact = _field(heading, table)
    if exact is not None:
        return exact, ""
    dotted = _DOTTED.fullmatch(heading)
    if dotted is not None and (locale := _known(normalized(dotted[2]), locales)):
        field = _field(dotted[1], table)
        if field is not None:
            return field, locale
    words = _WORD.findall(heading.replace("_", " "))
    for language, rest in ((words[-1:], words[:-1]), (words[:1], words[1:])):
        locale = _language("".join(language), locales)
        while locale and rest and casing.fold(rest[-1], "en") in _BETWEEN:
            rest.pop()
        field = _field(" ".join(rest), table) if locale else None
        if field is not None:
            return field, locale
    return None


def misspelt(heading: str, headings: Mapping[str, str]) -> str | None:
    """The known heading that one hardly differs from; None where it differs from all."""
    folded = casing.fold(heading, "en")
    known = [text.strip() for texts in headings.values() for text in texts.split("|")]
    long = [word for word in known if len(word) >= _LONG]  # short words are near to everything
    return next(iter(get_close_matches(folded, long, n=1, cutoff=_CLOSE)), None)


def _field(text: str, table: Mapping[Key, str]) -> str | None:
    for key in keys_of(text):
        if key in table:
            return table[key]
    numbered = _NUMBERED.fullmatch(text.strip())
    if numbered is not None and _field(numbered[1], table) == ADDRESS:
        return ADDRESS
    return None


def _known(locale: str, locales: Sequence[str]) -> str:
    """A locale, if its language is known."""
    language = casing.language_of(locale)
    return locale if any(casing.language_of(each) == language for each in locales) else ""


def _language(word: str, locales: Sequence[str]) -> str:
    """A locale by what its language is called; in Arabic also with “in” before it."""
    names = language_names()
    for candidate in (word, word.removeprefix("ب")):
        for key in keys_of(candidate):
            if key in names and (locale := _known(names[key], locales)):
                return locale
    return ""
