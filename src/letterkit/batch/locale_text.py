"""The text of a locale file that begins: what the CLDR knows is said, the rest stands in English.

A line behind `#` is English still. Whoever translates writes their own words and takes the `#`
away; what is left is printed in English, and every check tells it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics
from letterkit.language.cldr_gaps import (
    cldr_locale,
    gaps,
    has_arabic_comma,
    knows_region,
    likely_region,
)
from letterkit.language.cldr_quotation_marks import quotation_marks
from letterkit.language.conventions import PluralNoun
from letterkit.language.locale_nouns import categories_of_letters
from letterkit.language.locale_words import COMPARISONS, LABELS, RANGE_PHRASES, WITHHELD
from letterkit.language.phrases import NO_BREAK_SPACE
from letterkit.language.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import babel

    from letterkit.language.profile import Profile

_ENGLISH = "en"
_A_DAY = date(2016, 2, 24)
_WRITTEN_OUT = (("\\", "\\\\"), ('"', '\\"'), (NO_BREAK_SPACE, "\\u00a0"), ("\u202f", "\\u202f"))
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
_KNOWN = "Begun from the Unicode CLDR, which gives months, plurals and names of countries."
_UNKNOWN = "The Unicode CLDR does not know it: numbers and plurals are as in English."


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


def new_text(name: str, cldr: babel.Locale | None, answers: Answers, *, left: str) -> Iterator[str]:
    """A file that begins with what the CLDR knows; `left` says how what is left behind `#` prints.

    `cldr` is None for a language that the CLDR does not know.
    """
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


def text_over(name: str, base: Profile, answers: Answers) -> Iterator[str]:
    """A file laid over one that is there: all that it could change, as `base` has it."""
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
        months = _listed(_english().babel.months["format"]["wide"].values())
        yield f"  # months: own\n  # month-names:\n  #   own: {months}\n"
    if cldr is None or "dates.weekdays" in lacking:
        days = _english().babel.days["format"]["wide"]
        weekdays = _listed(days[number] for number in range(7))  # from Monday on
        yield f"  # weekdays: {weekdays}\n"
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


def _listed(names: Iterable[object]) -> str:
    """Names as a list of YAML."""
    return f"[{', '.join(map(str, names))}]"


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
