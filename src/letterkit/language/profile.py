"""All that letterkit knows of a locale: CLDR's data by Babel, and what a locale file adds.

A locale is files: ours in `letterkit/locales`, over them those of the workspace, and over the file
of the bare language that of the language with its region (`ar.yaml`, then `ar-EG.yaml`). What no
file says comes from CLDR; what CLDR does not know either is printed in English, with a warning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, nearest
from letterkit.document import Direction
from letterkit.language.casing import lower
from letterkit.language.cldr_gaps import gaps_in_words
from letterkit.language.conventions import (
    DIGITS,
    Apostrophe,
    CountingPhrase,
    Dates,
    Fonts,
    FormsOfAddress,
    Grammar,
    ListPattern,
    Noun,
    Numbers,
    Ranges,
    TitleCase,
    Typography,
)
from letterkit.language.locale_address import FORMS_KEYS, read_forms
from letterkit.language.locale_arabic_nouns import read_adjectives
from letterkit.language.locale_dates import DATE_KEYS, LIST_STYLES, read_dates, read_lists
from letterkit.language.locale_file import (
    Section,
    in_usage,
    is_locale_name,
    laid_over,
    locale_files,
    normalized,
    our_locales,
    read_ours,
    read_theirs,
)
from letterkit.language.locale_nouns import read_nouns
from letterkit.language.locale_numbers import NUMBER_KEYS, read_numbers
from letterkit.language.locale_typography import TYPOGRAPHY_KEYS, read_typography
from letterkit.language.locale_words import Words
from letterkit.sources.nodes import DataMapping, DataText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import babel

    from letterkit.language.arabic import Adjective

_IN_REGIONS = "in-regions"
_KEYS = (
    "region",
    "language-tag",
    "direction",
    "grammar",
    "fonts",
    "digits",
    "numbers",
    "case-endings",
    "pronunciations",
    "dates",
    "lists",
    "title-case",
    "quotation-marks",
    "typography",
    "labels",
    "more-than",
    "comparisons",
    "ranges",
    "representing",
    "withheld",
    "nouns",
    "adjectives",
    "sorting",
    "currencies",
    "units",
    "countries",
    "languages",
    "forms-of-address",
    _IN_REGIONS,
)
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"))
_FONT_KEYS = ("latin", "complex-script", "size", "complex-script-size")
_FONTS = Fonts()


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One locale. Compared and hashed by identity, so that what is made of it can be cached.

    `locale` is the name that was asked for (`ar`, `ar-EG`); `language` its language code;
    `language_tag` the BCP 47 tag for spelling checkers and browsers; `apostrophe` is for Turkish
    case endings, `pronunciations` how names are spoken that these stand on, by their last words in
    small letters; `article_is_ignored` sorts names without the article ال; `lists` are the
    patterns that stand instead of CLDR's for `and` and `or`;
    `quotation_marks` are the pairs from the outside inwards; `labels` are patterns with {names},
    see `locale_words.LABELS`; `countries` and `languages` are names that are printed instead of
    CLDR's, by ISO 3166 code and by locale; `comparisons` has the phrases around a counted noun
    (`more-than`, `at-least`, …), `currencies` and `units` the nouns that amounts of them are
    counted with, by ISO 4217 code and by CLDR's identifier; `adjectives` are those of Arabic that
    no rule tells, by their masculine singular.
    """

    locale: str
    language: str
    babel: babel.Locale
    language_tag: str
    direction: Direction
    grammar: Grammar
    fonts: Fonts
    digits: str
    numbers: Numbers
    apostrophe: Apostrophe
    pronunciations: Mapping[str, str]
    article_is_ignored: bool
    dates: Dates
    lists: Mapping[str, ListPattern]
    title_case: TitleCase
    quotation_marks: tuple[tuple[str, str], ...]
    typography: Typography
    labels: Mapping[str, str]
    comparisons: Mapping[str, CountingPhrase]
    ranges: Ranges
    representing: CountingPhrase
    withheld: Mapping[str, Mapping[str, str]]
    nouns: Mapping[str, Noun]
    adjectives: Mapping[str, Adjective]
    currencies: Mapping[str, Noun]
    units: Mapping[str, Noun]
    countries: Mapping[str, str]
    languages: Mapping[str, str]
    forms_of_address: FormsOfAddress


def known_locales(folders: Sequence[Path]) -> list[str]:
    """The locales there are files for, ours and those of these folders, by their codes."""
    theirs = (path.stem for folder in folders for path in locale_files(folder))
    found = {normalized(name) for name in (*our_locales(), *theirs)}
    return sorted(filter(is_locale_name, found))


def load_profile(locale: str, folders: Sequence[Path], problems: Diagnostics) -> Profile | None:
    """The profile of a locale, with the files of `folders` laid over ours in turn.

    None where there is no file at all for its language; faults in a file are told and left out.
    """
    name = normalized(locale)
    before = len(problems)
    node = _layers(name, folders, problems) if is_locale_name(name) else None
    if node is None:
        if len(problems) == before:
            problems.error(
                f"nothing is known of the locale `{locale}`",
                hint=_how_to_add(name, known_locales(folders)),
            )
        return None
    return _Reading(name, node, problems).profile()


def _how_to_add(name: str, known: list[str]) -> str:
    told = nearest(name, known) or ""
    if not is_locale_name(name):  # as `en، ar`
        return told
    return f"{told}; a new language is a file `locales/{name.partition('-')[0]}.yaml`"


def _layers(name: str, folders: Sequence[Path], problems: Diagnostics) -> DataMapping | None:
    """The files for a locale, the bare language first, laid one over another."""
    layers = [
        layer
        for part in dict.fromkeys((name.partition("-")[0], name))
        for node in (
            read_ours(part, problems),
            *(read_theirs(part, folder, problems) for folder in folders),
        )
        if node is not None
        for layer in _with_regional(node, here=part != name and _has_region(name))
    ]
    laid: DataMapping | None = None
    for node in in_usage(layers):
        laid = node if laid is None else laid_over(laid, node, problems)
    return laid


def _with_regional(node: DataMapping, *, here: bool) -> list[DataMapping]:
    """A layer, and over it what it says of regions where one is asked for."""
    regional = node.get(DataText(_IN_REGIONS, node.origin))
    return [node, regional] if here and isinstance(regional, DataMapping) else [node]


def _has_region(name: str) -> bool:
    """Whether a locale's name says a region in which CLDR knows the language."""
    import babel

    try:
        return babel.Locale.parse(name, sep="-").territory is not None
    except (babel.UnknownLocaleError, ValueError):
        return False


class _Reading:
    """The way from a locale file's data to a profile."""

    def __init__(self, name: str, node: DataMapping, problems: Diagnostics) -> None:
        self.name = name
        self.language = name.partition("-")[0]
        self.problems = problems
        self.file = Section(node, "", problems, _KEYS)
        self.babel, self.region = self._babel()

    def profile(self) -> Profile:
        grammar = Grammar(self.file.choice("grammar", tuple(Grammar)) or Grammar.PLAIN)
        adjectives = read_adjectives(self.file.section("adjectives", None), grammar)

        def nouns(key: str) -> Mapping[str, Noun]:
            return read_nouns(self.file.section(key, None), grammar, self.babel, adjectives)

        forms = self.file.section("forms-of-address", FORMS_KEYS)
        words = Words(self.file, self.language)
        words.tell_of_lacking_forms(forms)
        labels = words.labels()
        representing = words.counting("representing")
        self._tell_of_gaps()
        return Profile(
            locale=self.name,
            language=self.language,
            babel=self.babel,
            language_tag=self._language_tag(),
            direction=self._direction(),
            grammar=grammar,
            fonts=self._fonts(),
            digits=self._digits(),
            numbers=read_numbers(self.file.section("numbers", NUMBER_KEYS), self.babel),
            apostrophe=self._apostrophe(),
            pronunciations=self._pronunciations(),
            article_is_ignored=self._article_is_ignored(),
            dates=read_dates(self.file.section("dates", DATE_KEYS)),
            lists=read_lists(self.file.section("lists", LIST_STYLES)),
            title_case=self._title_case(),
            quotation_marks=self._quotation_marks(),
            typography=read_typography(self.file.section("typography", TYPOGRAPHY_KEYS)),
            labels={**labels, "representing": representing.pattern},
            comparisons=words.comparisons(),
            ranges=words.ranges(),
            representing=representing,
            withheld=words.withheld(),
            nouns=nouns("nouns"),
            adjectives=adjectives,
            currencies=nouns("currencies"),
            units=nouns("units"),
            countries=self._countries(),
            languages=self._languages(),
            forms_of_address=read_forms(forms),
        )

    def _babel(self) -> tuple[babel.Locale, str | None]:
        """CLDR's locale, and the region asked for where CLDR knows the language there."""
        import babel

        region = self.file.text("region")
        names = (self.name, self.language)
        with_region = [f"{name}-{region}" for name in names if region]
        for candidate in dict.fromkeys((*with_region[:1], self.name, *with_region, self.language)):
            try:
                found = babel.Locale.parse(candidate, sep="-")
            except (babel.UnknownLocaleError, ValueError):
                continue
            if region and found.territory is None:
                break
            return found, found.territory if candidate == self.name else None
        if region:
            self.problems.error(
                f"`{region}` is no region that CLDR knows for `{self.language}`",
                self.file.origin("region"),
            )
        try:
            return babel.Locale.parse(self.language), None
        except (babel.UnknownLocaleError, ValueError):
            self._tell_of_unknown_language()
            return babel.Locale.parse("en_001"), None

    def _tell_of_gaps(self) -> None:
        """Tell of dates and lists that would be printed in no language: months called M01."""
        if self.language in our_locales():
            return
        for gap in gaps_in_words(self.babel):
            section, _, key = gap.key.partition(".")
            if key and not self.file.section(section, None).get(key):
                hint = f"give `{gap.key}` in the locale file"
                self.problems.warning(gap.message, self.file.node.origin, hint)

    def _tell_of_unknown_language(self) -> None:
        dates = self.file.section("dates", None)
        lacking = [key for key in ("month-names", "weekdays", "patterns") if not dates.get(key)]
        if lacking:
            names = [f"`dates.{key}`" for key in lacking]
            self.problems.warning(
                f"CLDR does not know `{self.language}`, so dates and numbers are as in English",
                self.file.node.origin,
                f"give {', '.join(names)} in the locale file",
            )

    def _language_tag(self) -> str:
        territory = self.babel.territory
        if self.region is not None and territory and territory.isalpha():
            return self.name
        given = self.file.text("language-tag")
        if given is not None:
            return given
        return f"{self.language}-{territory}" if territory else self.language

    def _direction(self) -> Direction:
        given = self.file.choice("direction", tuple(Direction))
        return Direction(given or self.babel.text_direction)

    def _fonts(self) -> Fonts:
        told = self.file.section("fonts", _FONT_KEYS)
        size = told.number("size") or _FONTS.size
        return Fonts(
            latin=told.text("latin") or _FONTS.latin,
            complex_script=told.text("complex-script") or _FONTS.complex_script,
            size=size,
            complex_script_size=told.number("complex-script-size") or size,
        )

    def _digits(self) -> str:
        given = self.file.choice("digits", DIGITS)
        own = self.babel.default_numbering_system
        return given or (own if own in DIGITS else "latn")

    def _apostrophe(self) -> Apostrophe:
        told = self.file.section("case-endings", ("apostrophe",))
        return Apostrophe(told.choice("apostrophe", tuple(Apostrophe)) or Apostrophe.PRESS)

    def _article_is_ignored(self) -> bool:
        told = self.file.section("sorting", ("article",))
        return told.choice("article", ("counted", "ignored")) == "ignored"

    def _pronunciations(self) -> Mapping[str, str]:
        told = self.file.section("pronunciations", None)
        return {
            lower(name, self.language): spoken
            for name in told.node
            if (spoken := told.text(name)) is not None
        }

    def _title_case(self) -> TitleCase:
        told = self.file.section("title-case", ("small", "last"))
        return TitleCase(
            small=told.texts("small") or (),
            last_is_capital=told.choice("last", ("capital", "small")) == "capital",
        )

    def _quotation_marks(self) -> tuple[tuple[str, str], ...]:
        outer, inner = "outer", "inner"
        told = self.file.section("quotation-marks", (outer, inner))
        pairs = (told.texts(outer, 2), told.texts(inner, 2))
        return tuple(
            _QUOTATION_MARKS[depth] if pair is None else (pair[0], pair[1])
            for depth, pair in enumerate(pairs)
        )

    def _countries(self) -> Mapping[str, str]:
        told = self.file.section("countries", self.babel.territories)
        return {str(key): name for key in told.node if (name := told.text(key)) is not None}

    def _languages(self) -> Mapping[str, str]:
        told = self.file.section("languages", None)
        names: dict[str, str] = {}
        for key in told.node:
            if not is_locale_name(key):
                self.problems.error(
                    f"`{key}` is no locale", key.origin, "a locale is a code as `en`, `ar`, `tr`"
                )
            elif (name := told.text(key)) is not None:
                names[normalized(key)] = name
        return names
