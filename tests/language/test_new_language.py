"""A new language is a file: what it lacks is printed in English and told, to be given."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.profiles import written

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.document import Direction
from letterkit.language.address import (
    Gender,
    Office,
    complimentary_close,
    inside_address,
    salutation,
)
from letterkit.language.dates import dateline, format_date
from letterkit.language.lists import join
from letterkit.language.locale_words import COMPARISONS, LABELS
from letterkit.language.nouns import counted, more_than
from letterkit.language.numbers import format_number, format_percent
from letterkit.language.profile import load_profile
from letterkit.language.quotes import quote

if TYPE_CHECKING:
    from pathlib import Path

LEAP_DAY = date(2016, 2, 29)


SPANISH = """
region: ES
quotation-marks: {outer: ["«", "»"]}
labels: {page: "página {page} de {pages}", copies: "Copia:"}
more-than: {pattern: "más de {counted}"}
nouns:
  organisation: {one: organización, other: organizaciones}
forms-of-address:
  salutation:
    head-of-state: {female: "Señora Presidenta:", male: "Señor Presidente:"}
    default: {female: "Señora:", male: "Señor:", unknown: "Señora o señor:"}
  complimentary-close: "Atentamente,"
"""


def test_a_new_language_is_a_file_alone(tmp_path: Path) -> None:
    problems = Diagnostics()
    profile = load_profile("es", [written(tmp_path, es=SPANISH)], problems)
    assert profile is not None
    assert not problems.has_errors
    assert profile.language_tag == "es-ES"
    assert format_date(profile, LEAP_DAY, "full") == "lunes, 29 de febrero de 2016"
    assert format_number(profile, 1500) == "1.500"
    assert format_percent(profile, 97) == "97\u00a0%"
    assert str(join(profile, ["A", "B", "C"])) == "A, B y C"
    assert str(quote(profile, "A")) == "«A»"
    assert counted(profile, 1, "organisation") == "1 organización"
    assert more_than(profile, 200, "organisation") == "más de 200 organizaciones"
    assert str(dateline(profile, "Gaziantep", LEAP_DAY)) == "Gaziantep, 29 de febrero de 2016"
    assert str(salutation(profile, Office.HEAD_OF_STATE, Gender.MALE)) == "Señor Presidente:"
    assert str(salutation(profile, Office.JUDGE, Gender.UNKNOWN)) == "Señora o señor:"
    assert str(complimentary_close(profile, Office.JUDGE, Gender.MALE)) == "Atentamente,"


def test_each_label_that_a_new_language_lacks_is_told_once_and_printed_in_english(
    tmp_path: Path,
) -> None:
    problems = Diagnostics()
    profile = load_profile("es", [written(tmp_path, es=SPANISH)], problems)
    assert profile is not None
    labels = [label for label in LABELS if label not in ("page", "copies")]
    lacking = [*labels, "representing", "at-least", "from", "withheld"]
    warnings = [found for found in problems if found.severity is Severity.WARNING]
    named = [re.findall("`([a-z-]+)`", found.message)[1] for found in warnings]
    assert sorted(named) == sorted(lacking)
    assert {found.severity for found in problems} == {Severity.WARNING, Severity.NOTE}
    assert profile.labels["subject"] == "Subject: {subject}"
    assert "`es` has no label `subject`, so the English one is printed" in {
        found.message for found in problems
    }


LACKING_COMPARISONS = ", ".join(f'{key}: "… {{counted}}"' for key in COMPARISONS)


LACKING = {
    "label `reference`": ('labels: {reference: "… {reference}"}', "Reference: {reference}"),
    "label `page`": ('labels: {page: "… {page} … {pages}"}', "Page {page} of {pages}"),
    "label `copies`": ('labels: {copies: "…"}', "Copy to:"),
    "phrase `more-than`": ('more-than: {pattern: "… {counted}"}', "more than {counted}"),
    "phrases `at-least`, `at-most`, `fewer-than`, `nearly` and `about` in `comparisons`": (
        f"comparisons: {{{LACKING_COMPARISONS}}}",
        "at least {counted}",
    ),
    "phrases `from` and `between` in `ranges`": (
        'ranges: {from: "… {start} … {end}", between: "… {start} … {end}"}',
        "from {start} to {end}",
    ),
    "phrase `representing`": (
        'representing: {pattern: "… {count} … {area}"}',
        "representing {count} {area}",
    ),
    "phrase `withheld`": (
        'withheld: {organisation: {other: "… {count}"}, individual: {other: "… {count}"}}',
        "{count} whose names are withheld for their safety",
    ),
    "form of address `salutation`": (
        'forms-of-address: {salutation: "… {name},"}',
        "Dear {honorific} {name},",
    ),
}


@pytest.mark.parametrize("what", LACKING)
def test_the_hint_for_what_a_new_language_lacks_can_be_copied(what: str, tmp_path: Path) -> None:
    written_so, english = LACKING[what]
    problems = Diagnostics()
    load_profile("es", [written(tmp_path, es="region: ES\n")], problems)
    assert [found.hint for found in problems if f"has no {what}" in found.message] == [
        f'give `{written_so}` in the locale file (English: "{english}")'
    ]


def test_what_a_copied_hint_gives_is_taken(tmp_path: Path) -> None:
    before, after = Diagnostics(), Diagnostics()
    load_profile("es", [written(tmp_path, es="region: ES\n")], before)
    hints = [str(found.hint) for found in before if found.severity is Severity.WARNING]
    labels = [found for hint in hints for found in re.findall(r"`labels: \{(.*)\}` in", hint)]
    others = [found for hint in hints for found in re.findall(r"`([cmrw]\S*: .*)` in", hint)]
    forms = [found for hint in hints for found in re.findall(r"`forms\S*: \{(.*)\}` in", hint)]
    text = "\n".join(
        (
            *("region: ES", *others, "labels:"),
            *(f"  {line}" for line in labels),
            "forms-of-address:",
            *(f"  {line}" for line in forms),
        )
    )
    assert load_profile("es", [written(tmp_path, es=text)], after) is not None
    assert [found for found in after if found.severity is not Severity.NOTE] == []


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        (
            "region: ES\n",
            "no courtesy titles, no honorifics and no forms of the inside address",
        ),
        (
            "forms-of-address: {courtesy: {female: Sra.}, inside-address: {country: capitals}}\n",
            "no honorifics",
        ),
        ("forms-of-address: {courtesy: {}, honorifics: {}, inside-address: {}}\n", None),
    ],
)
def test_a_new_language_in_which_names_stand_bare_is_noted_once(
    text: str, lacking: str | None, tmp_path: Path
) -> None:
    problems = Diagnostics()
    load_profile("es", [written(tmp_path, es=text)], problems)
    notes = [found.message for found in problems if found.severity is Severity.NOTE]
    expected = f"`es` has {lacking}, so names stand without them"
    assert notes == ([] if lacking is None else [expected])


@pytest.mark.parametrize("locale", ["en", "es"])
def test_a_counting_phrase_may_be_its_pattern_alone(locale: str, tmp_path: Path) -> None:
    text = SPANISH.replace('more-than: {pattern: "más de {counted}"}', "")
    phrases = 'more-than: "más de {counted}"\nrepresenting: en nombre de {count} {area}\n'
    problems = Diagnostics()
    folder = written(tmp_path, es=text + phrases, en=phrases)
    profile = load_profile(locale, [folder], problems)
    assert profile is not None
    assert not problems.has_errors
    noun = {"en": "organisations", "es": "organizaciones"}[locale]
    assert more_than(profile, 200, "organisation") == f"más de 200 {noun}"
    assert profile.representing.pattern == "en nombre de {count} {area}"


def test_one_phrase_that_a_section_lacks_is_told_alone(tmp_path: Path) -> None:
    problems = Diagnostics()
    text = "ranges: {from: 'de {start} a {end}'}\n"
    profile = load_profile("pt", [written(tmp_path, pt=text)], problems)
    assert profile is not None
    assert profile.ranges.phrases["from"].pattern == "de {start} a {end}"
    assert profile.ranges.phrases["between"].pattern == "between {start} and {end}"
    told_of = [found for found in problems if "`ranges`" in found.message]
    assert [found.message for found in told_of] == [
        "`pt` has no phrase `between` in `ranges`, so what is lacking there in English is printed"
    ]


def test_an_empty_right_to_left_language_works_from_cldr_alone(tmp_path: Path) -> None:
    problems = Diagnostics()
    profile = load_profile("fa", [written(tmp_path, fa="region: IR\n")], problems)
    assert profile is not None
    assert not problems.has_errors
    assert profile.direction is Direction.RTL
    assert format_number(profile, 1500) == "۱٬۵۰۰"
    assert str(salutation(profile, Office.OFFICIAL, Gender.UNKNOWN, name="سارا")) == "سارا,"
    assert str(complimentary_close(profile, Office.OFFICIAL, Gender.UNKNOWN)) == ""
    (line,) = inside_address(profile, office=Office.OFFICIAL, gender=Gender.UNKNOWN, name="سارا")
    assert str(line.inlines[0]).count("سارا") == 1


def test_a_language_that_cldr_does_not_know_is_told_and_dated_as_in_english(
    tmp_path: Path,
) -> None:
    problems = Diagnostics()
    profile = load_profile("qaa", [written(tmp_path, qaa="direction: rtl\n")], problems)
    assert profile is not None
    assert not problems.has_errors
    assert "CLDR does not know `qaa`, so dates and numbers are as in English" in {
        found.message for found in problems
    }
    assert profile.direction is Direction.RTL
