"""Begins a locale file: what the CLDR knows is said, what must be translated stands in English.

A line behind `#` is English still. Whoever translates writes their own words and takes the `#`
away; what is left is printed in English, and every check tells it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from letterkit.batch.files import OutputError, write_whole
from letterkit.diagnostics import Diagnostics, LetterkitError, Origin
from letterkit.language.cldr_gaps import (
    cldr_locale,
    gaps,
    has_arabic_comma,
    knows_region,
    likely_region,
)
from letterkit.language.cldr_quotation_marks import quotation_marks
from letterkit.language.conventions import PluralNoun
from letterkit.language.locale_dates import LIST_STYLES
from letterkit.language.locale_file import locale_files, normalized, our_locales
from letterkit.language.locale_nouns import categories_of_letters
from letterkit.language.locale_words import COMPARISONS, LABELS, RANGE_PHRASES, WITHHELD
from letterkit.language.phrases import NO_BREAK_SPACE
from letterkit.language.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import babel

    from letterkit.language.cldr_gaps import Gap
    from letterkit.language.profile import Profile

FIRST_LABELS = ("page", "reference", "subject", "copies", "signatories")
"""The labels without which no first letter looks right."""

_ENGLISH = "en"
_A_DAY = date(2016, 2, 24)
_WRITTEN_OUT = (("\\", "\\\\"), ('"', '\\"'), (NO_BREAK_SPACE, "\\u00a0"), ("\u202f", "\\u202f"))
_MONTHS = (
    "[January, February, March, April, May, June,"
    " July, August, September, October, November, December]"
)
_WEEKDAYS = "[Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday]"
_ARABIC_MARKS = '{",": "،", ";": "؛", "?": "؟"}'
_LIST = '{{between: "{{first}}, {{second}}", last: "{{first}} {word} {{second}}"}}'
_FORMS = """\
  # courtesy: {female: Ms., male: Mr.}
  # honorifics: {doctor: Dr., professor: Professor, engineer: Eng., judge: Judge}
"""
_NAME_LINE = """\
  # inside-address: {name: ["{honorific} {name}", "{name}"]}
"""
_SALUTATION = """\
  # salutation:
  #   head-of-state: {female: "Madam,", male: "Sir,", unknown: "Excellency,"}
  #   default:
  #     female: ["Dear {honorific} {name},", "Dear Madam,"]
  #     male: ["Dear {honorific} {name},", "Dear Sir,"]
  #     unknown: ["Dear {name},", "Dear Sir or Madam,"]
"""
_ANSWERED_SALUTATION = """\
  salutation:
    # head-of-state: {{female: "Madam,", male: "Sir,", unknown: "Excellency,"}}
    default:
      # female: ["Dear {{honorific}} {{name}},", "Dear Madam,"]
      # male: ["Dear {{honorific}} {{name}},", "Dear Sir,"]
      unknown: {salutation}  # Dear Sir or Madam,
"""
_OVER = """\
# {name}
#
# What is printed otherwise here than in the file for the language. That is what stands behind `#`:
# where you would have it otherwise, take the `#` away and change it. All other lines may go.
"""
_NEW = """\
# {name}
#
# {source}
# What stands behind `#` is English still: write your own words there and take the `#` away. What
# you leave is printed {left}.
"""
_LEFT_IN_ENGLISH = "in English, and `letterkit check` tells it"
_LEFT_TO_OURS = "as letterkit has it, which brings this language along"
_KNOWN = "Begun from the Unicode CLDR, which gives months, plurals and names of countries."
_UNKNOWN = "The Unicode CLDR does not know it: numbers and plurals are as in English."


class LocaleBeginningError(LetterkitError):
    """A locale of that name cannot be begun: wrong usage."""

    exit_code: ClassVar[int] = 2


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody has said of the language already; the rest stays in English.

    `direction` is for a language that the CLDR does not know; `salutation` greets somebody of whom
    nothing is known.
    """

    region: str | None = None
    direction: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    salutation: str | None = None
    close: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A locale file, and what the CLDR does not know of its language.

    `known` says whether the CLDR knows the language at all; `over`, whether this file shows what
    another one says, which it is laid over; `ours`, whether letterkit brings the language along.
    The gaps in `filled` are filled by that file.
    """

    path: Path
    text: str
    gaps: list[Gap]
    known: bool
    over: bool
    ours: bool
    filled: frozenset[str]


def refuse_taken(folder: Path, name: str) -> None:
    """Tell of a locale that the workspace has a file for; one that is ours alone may be begun.

    Raises:
        LocaleBeginningError: where there is such a file.
    """
    there = next((path for path in locale_files(folder) if normalized(path.stem) == name), None)
    if there is not None:
        raise LocaleBeginningError(
            f"the workspace has `{name}` already",
            Origin(str(there)),
            "go on in that file; `--dry-run` prints what a new one would have",
        )


def begins_over(folder: Path, name: str) -> bool:
    """Whether there is a file that a new one would be laid over: ours, or that of the language."""
    language = name.partition("-")[0]
    theirs = name != language and any(
        normalized(path.stem) == language for path in locale_files(folder)
    )
    return language in our_locales() or theirs


def begun_locale(folder: Path, name: str, answers: Answers, *, afresh: bool = False) -> Begun:
    """How a locale of a workspace begins: laid over the file for its language, where there is one.

    With `afresh` it is begun from the CLDR alone, whatever there is. Nothing is written.
    """
    language = name.partition("-")[0]
    there = begins_over(folder, name)
    below = load_profile(language, [folder], Diagnostics()) if there else None
    base = None if afresh else below
    cldr = cldr_locale(name)
    left = _LEFT_IN_ENGLISH if below is None else _LEFT_TO_OURS
    lines = (
        _new_file(name, cldr, answers, left=left)
        if base is None
        else _file_over(name, base, answers)
    )
    return Begun(
        path=folder / f"{name}.yaml",
        text="".join(lines),
        gaps=[] if cldr is None else gaps(cldr),
        known=cldr is not None,
        over=base is not None,
        ours=name in our_locales(),
        filled=frozenset() if below is None else _filled(below),
    )


def write_locale(begun: Begun) -> None:
    """Write the file of a locale that was begun; `refuse_taken` comes before it.

    Raises:
        OutputError: where it cannot be written.
    """
    folder = begun.path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "").lower()  # the system's own words, English
        raise OutputError(f"cannot make the folder: {reason}", Origin(str(folder))) from error
    write_whole(begun.path, begun.text.encode())


def _filled(base: Profile) -> frozenset[str]:
    """The keys of a locale file that a profile has its words from, by which gaps are named."""
    given = {
        "dates.month-names": base.dates.month_names,
        "dates.weekdays": base.dates.weekdays,
        "dates.patterns": base.dates.patterns,
        "nouns": base.nouns,
        "currencies": base.currencies,
        "languages": base.languages,
        **{f"lists.{style}": style in base.lists for style in LIST_STYLES},
    }
    return frozenset(key for key, there in given.items() if there)


def _new_file(
    name: str, cldr: babel.Locale | None, answers: Answers, *, left: str
) -> Iterator[str]:
    language = name.partition("-")[0]
    lacking: set[str] = set() if cldr is None else {gap.key for gap in gaps(cldr)}
    source = _UNKNOWN if cldr is None else _KNOWN
    yield _NEW.format(name=_called(name, cldr), source=source, left=left) + "\n"
    if cldr is not None and not cldr.territory:
        chosen = answers.region or likely_region(language)
        yield f"region: {chosen}\n" if chosen and knows_region(language, chosen) else ""
    if cldr is None:
        yield f"direction: {answers.direction or 'ltr'}  # or rtl: from right to left\n"
    elif cldr.default_numbering_system != "latn" and "digits" not in lacking:
        yield f"digits: {cldr.default_numbering_system}  # latn prints 123\n"
    yield "\nquotation-marks:\n"
    for key, pair in zip(("outer", "inner"), quotation_marks(name), strict=True):
        yield f"  {key}: [{_quoted(pair[0])}, {_quoted(pair[1])}]\n"
    yield from _typography(cldr)
    yield "\n"
    yield from _dates(cldr, lacking)
    yield from _lists(cldr, lacking)
    yield from _words(_english(), answers)
    yield from _nouns(_english(), cldr)
    yield "\nforms-of-address:\n" + _FORMS
    if answers.salutation is None:
        yield _SALUTATION
    else:
        yield _ANSWERED_SALUTATION.format(salutation=_quoted(answers.salutation))
    yield _line("complimentary-close", answers.close, "Yours sincerely,", 2)
    yield _NAME_LINE


def _file_over(name: str, base: Profile, answers: Answers) -> Iterator[str]:
    """A file laid over one that is there: all that it could change, as that has it."""
    yield _OVER.format(name=_called(name, cldr_locale(name))) + "\n"
    if answers.region:
        yield f"region: {answers.region}\n"
    yield f"# digits: {base.digits}\n"
    yield f"# dates: {{months: {base.dates.months}, dateline: {_quoted(base.dates.dateline)}}}\n"
    yield "# quotation-marks:\n"
    for key, pair in zip(("outer", "inner"), base.quotation_marks, strict=True):
        yield f"#   {key}: [{_quoted(pair[0])}, {_quoted(pair[1])}]\n"
    yield from _words(base, answers)
    if answers.salutation or answers.close:
        yield "\nforms-of-address:\n"
    if answers.salutation:
        salutation = _quoted(answers.salutation)
        yield f"  salutation: {{default: {{unknown: {salutation}}}}}  # Dear Sir or Madam,\n"
    if answers.close:
        yield _line("complimentary-close", answers.close, "Yours sincerely,", 2)


def _called(name: str, cldr: babel.Locale | None) -> str:
    """A language as a heading names it: German (Deutsch), French (Canada), or its bare code."""
    if cldr is None:
        return f"`{name}`"
    english, own = str(cldr.english_name), str(cldr.display_name)
    return english if "(" in english or english == own else f"{english} ({own})"


def _dates(cldr: babel.Locale | None, lacking: set[str]) -> Iterator[str]:
    from babel.dates import format_date

    yield "dates:\n"
    if cldr is not None and not lacking & {"dates.month-names", "dates.weekdays"}:
        printed = [format_date(_A_DAY, style, locale=cldr) for style in ("long", "full", "short")]
        yield f"  # The CLDR prints {'; '.join(printed)}; other ways go under `patterns`.\n"
    if cldr is not None and has_arabic_comma(cldr):
        yield '  dateline: "{place}، {date}"\n'
    else:
        yield '  # dateline: "{place}, {date}"\n'
    if cldr is None or "dates.month-names" in lacking:
        yield f"  # months: own\n  # month-names:\n  #   own: {_MONTHS}\n"
    if cldr is None or "dates.weekdays" in lacking:
        yield f"  # weekdays: {_WEEKDAYS}\n"
    if cldr is None or "dates.patterns" in lacking:
        yield (
            '  # patterns: {long: d MMMM y, full: "EEEE, d MMMM y", short: dd/MM/y,'
            " day-month: d MMMM, month-year: MMMM y}\n"
        )


def _typography(cldr: babel.Locale | None) -> Iterator[str]:
    """What `letterkit check` holds words to: Arabic marks where lists have them."""
    yield "\ntypography:\n"
    yield "  # space-before: {}  # no mark has a space before it, as in English\n"
    if cldr is not None and has_arabic_comma(cldr):
        yield f"  marks: {_ARABIC_MARKS}\n"
    yield "  # no-break-after: [Dr., Mr., Mrs.]\n"


def _lists(cldr: babel.Locale | None, lacking: set[str]) -> Iterator[str]:
    wanted = [word for word in ("and", "or") if cldr is None or f"lists.{word}" in lacking]
    if wanted:
        yield "\nlists:\n"
    for word in wanted:
        yield f"  # {word}: {_LIST.format(word=word)}\n"


def _words(base: Profile, answers: Answers) -> Iterator[str]:
    english = _english()
    yield "\nlabels:\n"
    for label in LABELS:
        given = answers.labels.get(label)
        yield _line(label, given, base.labels[label], 2, english.labels[label])
    yield "\n"
    yield _line("more-than", None, base.comparisons["more-than"].pattern, 0)
    yield _line("representing", None, base.representing.pattern, 0)
    if base is not english:
        return
    yield "# comparisons:\n"
    for key in COMPARISONS:
        yield f"#   {key}: {_quoted(base.comparisons[key].pattern)}\n"
    yield "# ranges:\n"
    for key in RANGE_PHRASES:
        yield f"#   {key}: {_quoted(base.ranges.phrases[key].pattern)}\n"
    yield "# withheld:\n"
    for noun in WITHHELD:
        yield f"#   {noun}: {{other: {_quoted(base.withheld[noun]['other'])}}}\n"


def _nouns(english: Profile, cldr: babel.Locale | None) -> Iterator[str]:
    """All nouns with a form for each plural category of the language."""
    categories = ["other"] if cldr is None else categories_of_letters(cldr)
    yield "\nnouns:\n"
    for key, noun in english.nouns.items():
        if isinstance(noun, PluralNoun):
            forms = [f"{tag}: {noun.forms.get(tag, noun.forms['other'])}" for tag in categories]
            yield f"  # {key}: {{{', '.join(forms)}}}\n"


def _line(key: str, given: str | None, printed: str, indent: int, english: str = "") -> str:
    """A key with its words, the English behind them; behind `#` where they are still to come."""
    beginning = " " * indent
    shown = (english or printed).replace(NO_BREAK_SPACE, " ")
    if given is not None:
        return f"{beginning}{key}: {_quoted(given)}  # {shown}\n"
    behind = f"  # {shown}" if english and english != printed else ""
    return f"{beginning}# {key}: {_quoted(printed)}{behind}\n"


def _quoted(text: str) -> str:
    """A text as a YAML scalar in double quotes, spaces that look alike written out."""
    for plain, written in _WRITTEN_OUT:
        text = text.replace(plain, written)
    return f'"{text}"'


@cache
def _english() -> Profile:
    profile = load_profile(_ENGLISH, [], Diagnostics())
    if profile is None:
        raise AssertionError(_ENGLISH)
    return profile
