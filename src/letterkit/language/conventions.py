"""What a locale file says, once it has been read: plain immutable tables, no rules in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from letterkit.language.arabic import ArabicNoun
from letterkit.language.arabic_numbers import HUNDREDS
from letterkit.language.vocabulary import RELATED, Company

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from letterkit.language.vocabulary import Gender, Office

_TWO = 2

DIGITS = {
    "latn": "0",
    "arab": "٠",
    "arabext": "۰",
    "deva": "०",
    "beng": "০",
}
"""The numbering systems that letters can be printed in: CLDR name and the digit zero."""


GRAMMATICAL_GENDERS = ("masculine", "feminine")
"""The genders of nouns, and of the numbers that agree with them."""


class Grammar(StrEnum):
    """Which rules count nouns and say numbers in words, where CLDR's categories are not enough."""

    PLAIN = "plain"
    ENGLISH = "english"
    ARABIC = "arabic"
    TURKISH = "turkish"
    FRENCH = "french"
    SORANI = "sorani"


class Apostrophe(StrEnum):
    """Which Turkish proper names have an apostrophe before a case ending.

    `PRESS`: all but titles, and institutions whose short name follows in brackets; `TDK`: as the
    spelling guide has it, institutions neither.
    """

    PRESS = "press"
    TDK = "tdk"


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font names by script, and sizes in points."""

    latin: str = "Times New Roman"
    complex_script: str = "Times New Roman"
    size: float = 12.0
    complex_script_size: float = 12.0


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers are printed; None where CLDR's own sign or pattern stands.

    `grouping_from` is the smallest number whose digits are grouped; `ordinals` maps CLDR ordinal
    categories to patterns, `feminine_ordinals` the same beside a feminine noun: la 1re résolution;
    `percent_words` is percent in words; `money` and `units` are how an amount of them is usually
    printed (`letterkit.language.locale_numbers.MONEY_STYLES`, `UNIT_STYLES`), `money_code` the
    pattern of an amount with the code of its currency; `words_up_to` is the largest number that a
    counted noun has in words rather than in digits, `hundred` how Arabic spells a hundred
    (`letterkit.language.arabic_numbers.HUNDREDS`), and `tens` are the French ones that stand
    instead of soixante-dix and its like (`letterkit.language.french_numbers.TENS`).
    """

    group: str | None = None
    decimal: str | None = None
    grouping_from: int = 1000
    percent: str | None = None
    percent_words: str | None = None
    ordinals: Mapping[str, str] | None = None
    feminine_ordinals: Mapping[str, str] | None = None
    money: str = "symbol"
    money_code: str | None = None
    units: str = "symbol"
    words_up_to: int = 0
    hundred: str = HUNDREDS[0]
    tens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dates:
    """How dates are printed.

    `patterns` maps a style (long, full, short, day-month, month-year) to a CLDR date pattern that
    is used instead of CLDR's own; `month_names` maps the name of a custom (`un`) to twelve names;
    `months` is the custom by default, `regional` being CLDR's names; `weekdays` are seven names
    from Monday on, empty where CLDR's stand; `first_day` is how the first of a month is written
    where its name follows in words (1er février), empty where it is a number as any other; `time`
    is a pattern of the hour, in two digits as {hh}, and the minute, and `full_hour` that of an hour
    alone, empty for 10:00.
    """

    patterns: Mapping[str, str]
    month_names: Mapping[str, tuple[str, ...]]
    months: str
    dateline: str
    hijri: str
    hijri_months: tuple[str, ...]
    both_calendars: str
    weekdays: tuple[str, ...]
    first_day: str
    time: str
    full_hour: str


@dataclass(frozen=True, slots=True)
class ListPattern:
    """How items are joined, with {first} and {second}: two alone, any two, the last two."""

    two: str
    between: str
    last: str


@dataclass(frozen=True, slots=True)
class PluralNoun:
    """A noun with one form for each CLDR plural category; `other` is always there.

    For French: `feminine` is its gender, None where the file does not say, and `elides` whether a
    vowel is dropped before it where the spelling does not tell (d’hôpitaux).
    """

    forms: Mapping[str, str]
    feminine: bool | None = None
    elides: bool | None = None


Noun = PluralNoun | ArabicNoun


@dataclass(frozen=True, slots=True)
class CountingPhrase:
    """A pattern around a counted noun (or around its number and its noun), and their cases.

    `noun_case` is what the pattern asks of an Arabic noun; `number_case` is the Turkish case that
    the number takes. `periods` stands instead beside a stretch of time, which is measured rather
    than counted: less than 3 months, 3 aydan az; there the case is that of number and noun.
    """

    pattern: str
    noun_case: str = "nominative"
    number_case: str | None = None
    periods: str | None = None


@dataclass(frozen=True, slots=True)
class RangePhrase:
    """A pattern around the {start} and the {end} of a range, and the Turkish cases they take.

    `days` stands between days instead, where they have an article: du 1er au 16 février.
    """

    pattern: str
    start_case: str | None = None
    end_case: str | None = None
    days: str | None = None


@dataclass(frozen=True, slots=True)
class Ranges:
    """How ranges of numbers and periods of time are said, and which way is usual.

    `phrases` has `from` (from 10 to 15) and `between`; with a dash there is no phrase.
    """

    usual: str
    phrases: Mapping[str, RangePhrase]


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns of one form of address: the first one whose values are all there is used.

    `by_gender` may lack a gender; then what is said of unknown gender stands, then the default
    wording. `plural` is for several addressees at once and `two` for exactly two, by who is among
    them; `unnamed` is for one whom the salutation did not name, `jointly` where several sign or a
    body does, `alone` where one person does: our and my, Saygılarımızla and Saygılarımla.
    """

    by_gender: Mapping[Gender, tuple[str, ...]]
    plural: Mapping[Company, tuple[str, ...]] = field(default_factory=dict)
    two: Mapping[Company, tuple[str, ...]] = field(default_factory=dict)
    unnamed: tuple[str, ...] = ()
    jointly: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()

    def to_several(self, company: Company, number: int | None) -> Iterator[tuple[str, ...]]:
        """The patterns for several, the fittest first; None is a number that is not known."""
        for table in (self.two, self.plural) if number == _TWO else (self.plural,):
            for known in dict.fromkeys((company, Company.UNKNOWN)):
                yield table.get(known, ())


@dataclass(frozen=True, slots=True)
class FormsByOffice:
    """One kind of address (a salutation, a close, a line of the inside address) by office."""

    default: Wording
    by_office: Mapping[Office, Wording]

    def of(self, office: Office) -> Iterator[Wording]:
        """The wordings for an office, the fittest first: its own, a related one's, the default."""
        related: Office | None = office
        while related is not None:
            if related in self.by_office:
                yield self.by_office[related]
            related = RELATED.get(related)
        yield self.default


@dataclass(frozen=True, slots=True)
class Honorific:
    """A title of respect before a name: short as in lists, and in full by gender where known."""

    short: str
    by_gender: Mapping[Gender, str]


@dataclass(frozen=True, slots=True, eq=False)
class TitlesInShort:
    """What somebody is called by the title of their office: President of the Court is President.

    Such a title ends before the first of the words `until`, or a comma; `names` maps its last words
    to what people are called. Compared and hashed by identity, so that what is found can be kept.
    """

    until: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormsOfAddress:
    """How people are written to: see the locale files for what each table holds.

    `by_name` is how each of two is called where both are named in one salutation.
    `greeted_one_by_one` says of a letter to holders of several offices that an office which one of
    them alone holds is greeted as in a letter to that one.
    """

    salutation: FormsByOffice
    greeting: str
    complimentary_close: FormsByOffice
    name_line: FormsByOffice
    order: tuple[str, ...]
    country_in_capitals: bool
    courtesy: Mapping[Gender, str]
    honorifics: Mapping[str, Honorific]
    by_name: Wording
    titles: TitlesInShort
    greeted_one_by_one: bool = False


@dataclass(frozen=True, slots=True)
class TitleCase:
    """Which words titles of works and names of institutions keep small: those that link others.

    The first word never is one of them; where `last_is_capital`, nor is the last.
    """

    small: tuple[str, ...] = ()
    last_is_capital: bool = False


@dataclass(frozen=True, slots=True)
class Typography:
    """How a language sets its marks; see the locale files for what each table holds.

    `space_before` maps a mark to the space that stands before it, and is None where the file does
    not say; `marks` maps a Latin mark to the language's own; `letters` maps a letter of another
    language to its counterpart here (a second one is what it may be at the end of a word, or
    instead); `dash` is the dash between words, `range_dash` that between numbers, empty where no
    other is usual than the hyphen; `elisions` are words that lose their vowel before another (l’),
    without the apostrophe; `repeated_words` may stand twice in a row, and None where any word may
    but for `single_words`; `known_words` choose between counterparts of a letter; `before_vowels`
    maps a letter that stands only before one of `vowels` to the one that is meant elsewhere.
    """

    apostrophe: str = "’"
    dash: str = "–"
    range_dash: str = ""
    space_before: Mapping[str, str] | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    foreign_letters: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    no_break_after: tuple[str, ...] = ()
    no_break_before_number: tuple[str, ...] = ()
    no_break_after_number: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    repeated_words: tuple[str, ...] | None = None
    single_words: tuple[str, ...] = ()
    known_words: tuple[str, ...] = ()
    before_vowels: Mapping[str, str] = field(default_factory=dict)
    vowels: tuple[str, ...] = ()
