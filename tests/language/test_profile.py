"""Profiles: our locale files, those of a workspace over them, and what is told of their faults."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

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
from letterkit.language.locale_file import is_locale_name, our_locales
from letterkit.language.locale_words import COMPARISONS, LABELS
from letterkit.language.nouns import counted, more_than
from letterkit.language.numbers import format_number, format_percent
from letterkit.language.profile import Profile, known_locales, load_profile
from letterkit.language.quotes import quote

LEAP_DAY = date(2016, 2, 29)


def written(folder: Path, **texts: str) -> Path:
    """A workspace's folder of locale files; `es="…"` becomes `locales/es.yaml`."""
    locales = folder / "locales"
    locales.mkdir(exist_ok=True)
    for name, text in texts.items():
        (locales / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return locales


def loaded(locale: str, *folders: Path) -> Profile:
    problems = Diagnostics()
    profile = load_profile(locale, folders, problems)
    assert profile is not None
    assert list(problems) == []
    return profile


def told(problems: Diagnostics) -> list[str]:
    return [f"{found.origin}: {found.message}" for found in problems]


@pytest.mark.parametrize("locale", our_locales())
def test_our_own_files_are_without_fault(locale: str) -> None:
    profile = loaded(locale)
    assert set(LABELS) <= set(profile.labels)
    assert len(profile.nouns) >= 23


@pytest.mark.parametrize("locale", our_locales())
def test_every_language_of_ours_has_the_same_nouns_and_offices(locale: str) -> None:
    profile, english = loaded(locale), loaded("en")
    assert set(profile.nouns) == set(english.nouns)
    assert all(profile.labels.values())


@pytest.mark.parametrize(
    ("asked", "locale", "tag", "direction"),
    [
        ("en", "en", "en-GB", Direction.LTR),
        ("en_US", "en-US", "en-US", Direction.LTR),
        ("ar", "ar", "ar-SY", Direction.RTL),
        ("ar-eg", "ar-EG", "ar-EG", Direction.RTL),
        ("ar-UN", "ar-UN", "ar-SY", Direction.RTL),
        ("TR_tr", "tr-TR", "tr-TR", Direction.LTR),
    ],
)
def test_locales_are_asked_for_as_people_write_them(
    asked: str, locale: str, tag: str, direction: Direction
) -> None:
    profile = loaded(asked)
    assert (profile.locale, profile.language_tag, profile.direction) == (locale, tag, direction)


def test_profiles_are_hashed_by_identity() -> None:
    first, second = loaded("en"), loaded("en")
    assert first != second
    assert len({first, second}) == 2


def test_a_locale_without_a_file_is_told_with_what_is_known() -> None:
    problems = Diagnostics()
    assert load_profile("es", [], problems) is None
    (problem,) = problems
    assert problem.message == "nothing is known of the locale `es`"
    assert problem.hint is not None
    assert problem.hint.endswith("; a new language is a file `locales/es.yaml`")


def test_locales_parted_by_an_arabic_comma_are_told_as_such() -> None:
    problems = Diagnostics()
    assert load_profile("en، ar", [], problems) is None
    assert [found.hint for found in problems] == ["write `,`, not `،`"]


@pytest.mark.parametrize("locale", ["", "-", "e", "../en", "en/../tr", "x" * 300, "\0", "ar ar"])
def test_a_strange_locale_name_is_told_and_nothing_is_raised(locale: str, tmp_path: Path) -> None:
    problems = Diagnostics()
    assert load_profile(locale, [tmp_path], problems) is None
    assert problems.has_errors


def test_a_workspace_lays_its_words_over_ours(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        ar="""
digits: arab
dates: {months: regional}
labels: {copies: "صورة إلى:"}
nouns:
  organisation: هيئة
  school: {singular: كلية}
forms-of-address:
  salutation:
    minister: {male: "سيادة الوزير،"}
""",
    )
    profile = loaded("ar", folder)
    assert format_date(profile, LEAP_DAY) == "٢٩ شباط ٢٠١٦"
    assert profile.labels["copies"] == "صورة إلى:"
    assert profile.labels["page"] == "صفحة {page} من {pages}"
    assert counted(profile, 2, "organisation") == "هيئتان"
    assert counted(profile, 3, "school") == "٣ كليات"  # not our مدارس: a noun is replaced whole
    assert counted(profile, 3, "hospital") == "٣ مستشفيات"
    said = salutation(profile, Office.MINISTER, Gender.MALE)
    assert str(said).splitlines()[0] == "سيادة الوزير،"
    said = salutation(profile, Office.MINISTER, Gender.FEMALE)
    assert str(said).splitlines()[0] == "معالي الوزيرة،"


def test_a_file_for_a_region_lies_over_that_of_its_language(tmp_path: Path) -> None:
    folder = written(tmp_path, ar='labels: {note: "تنبيه:"}', ar_EG="dates: {months: regional}\n")
    egyptian, syrian = loaded("ar-EG", folder), loaded("ar", folder)
    assert egyptian.labels["note"] == syrian.labels["note"] == "تنبيه:"
    assert format_date(egyptian, LEAP_DAY) == "29 فبراير 2016"
    assert format_date(syrian, LEAP_DAY) == "29 شباط/فبراير 2016"
    assert known_locales([folder]) == ["ar", "ar-EG", "ckb", "en", "fr", "tr"]


def test_a_later_folder_lies_over_an_earlier_one(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = written(tmp_path / "one", en='labels: {copies: "cc:", note: "NB:"}')
    second = written(tmp_path / "two", en='labels: {copies: "c.c.:"}')
    labels = loaded("en", first, second).labels
    assert (labels["copies"], labels["note"]) == ("c.c.:", "NB:")


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


SILENT = [
    (
        "labels: {reference: Réf.}\n",
        "1:21: the label `reference` does not say where `{reference}` stands",
        'write it as in English: "Reference: {reference}"',
    ),
    (
        'labels: {subject: ""}\n',
        "1:19: the label `subject` does not say where `{subject}` stands",
        'write it as in English: "Subject: {subject}"',
    ),
    (
        "labels: {page: Page}\n",
        "1:16: the label `page` does not say where `{page}` and `{pages}` stand",
        'write it as in English: "Page {page} of {pages}"',
    ),
    (
        'labels: {described: "{name}"}\n',
        "1:21: the label `described` does not say where `{description}` stands",
        'write it as in English: "{name} – {description}"',
    ),
    (
        'labels: {embargo: "Not before {date}, {time}"}\n',
        "1:19: the label `embargo` does not say where `{place}` stands",
        'write it as in English: "Embargoed until {date}, {time}, {place} time ({zone})"',
    ),
    (
        "more-than: over\n",
        "1:12: the phrase `more-than` does not say where `{counted}` stands",
        'write it as in English: "more than {counted}"',
    ),
    (
        'more-than: {pattern: "over {number}"}\n',
        "1:22: the phrase `more-than` does not say where `{noun}` stands",
        'write it as in English: "more than {counted}"',
    ),
    (
        'representing: {pattern: "for {count}"}\n',
        "1:25: the phrase `representing` does not say where `{area}` stands",
        'write it as in English: "representing {count} {area}"',
    ),
]


@pytest.mark.parametrize(("text", "message", "hint"), SILENT)
def test_a_pattern_that_would_leave_its_value_out_is_an_error(
    text: str, message: str, hint: str, tmp_path: Path
) -> None:
    problems = Diagnostics()
    profile = load_profile("en", [written(tmp_path, en=text)], problems)
    assert [(line, found.hint) for line, found in zip(told(problems), problems, strict=True)] == [
        (f"locales/en.yaml:{message}", hint)
    ]
    assert problems.has_errors
    assert profile is not None
    assert {**profile.labels} == {**loaded("en").labels}, "the English ones stand instead"
    assert more_than(profile, 200, "school") == "more than 200 schools"


def test_an_embargo_need_not_name_the_zone(tmp_path: Path) -> None:
    folder = written(tmp_path, en='labels: {embargo: "Not before {date}, {time} in {place}"}\n')
    assert loaded("en", folder).labels["embargo"] == "Not before {date}, {time} in {place}"


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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "comparisons: {nearly: near}\n",
            "1:23: the phrase `nearly` does not say where `{counted}` stands",
        ),
        (
            "ranges: {from: {pattern: 'from {start}', start-case: ablative}}\n",
            "1:26: the phrase `from` does not say where `{end}` stands",
        ),
        ("ranges: {usual: dashes}\n", "1:17: `dashes` is no value of `ranges.usual`"),
        (
            "comparisons: {about: {pattern: 'about {counted}', noun-case: dative}}\n",
            "1:62: `dative` is no value of `comparisons.about.noun-case`",
        ),
        ("numbers: {money: sign}\n", "1:18: `sign` is no value of `numbers.money`"),
    ],
)
def test_a_faulty_comparison_or_range_is_told_and_english_stands(
    text: str, message: str, tmp_path: Path
) -> None:
    problems = Diagnostics()
    profile = load_profile("en", [written(tmp_path, en=text)], problems)
    assert told(problems) == [f"locales/en.yaml:{message}"]
    assert profile is not None
    assert profile.comparisons["nearly"].pattern == "nearly {counted}"
    assert profile.ranges.phrases["from"].pattern == "from {start} to {end}"


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ar", "24 شباط/فبراير 2016"),
        ("ar-UN", "24 شباط/فبراير 2016"),
        ("ar-SY", "24 شباط 2016"),
        ("ar-LB", "24 شباط 2016"),
        ("ar-IQ", "24 شباط 2016"),
        ("ar-EG", "24 فبراير 2016"),
        ("ar-MA", "24 فبراير 2016"),
        ("ar-DZ", "24 فيفري 2016"),
        ("ar-TN", "24 فيفري 2016"),
    ],
)
def test_a_region_that_is_asked_for_has_its_own_months(locale: str, expected: str) -> None:
    assert format_date(loaded(locale), date(2016, 2, 24)) == expected


def test_what_a_house_says_of_a_language_stands_in_its_regions_too(tmp_path: Path) -> None:
    folder = written(tmp_path, ar="dates: {months: un}\n")
    assert format_date(loaded("ar-EG", folder), date(2016, 2, 24)) == "24 شباط/فبراير 2016"


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


FAULTS = [
    ("lists: {und: {}}\n", "1:9: unknown key `und` in `lists`", None),
    (
        'lists: {and: {last: "{first} & {second}"}}\n',
        "1:14: `lists.and` lacks its `between`",
        'as `between: "{first}, {second}"`',
    ),
    (
        'lists: {and: {between: "{first},", last: "{first} & {second}"}}\n',
        "1:24: `lists.and.between` must be a pattern with `{first}` and `{second}`",
        None,
    ),
    (
        "dates: {weekdays: [Mon, Tue]}\n",
        "1:19: `dates.weekdays` must be a list of 7 texts",
        None,
    ),
    ("labls: {}\n", "1:1: unknown key `labls`", "did you mean `labels`?"),
    ('labels: {copis: "cc"}\n', "1:10: unknown key `copis` in `labels`", "did you mean `copies`?"),
    (
        'labels: {page: "Page {pag} of {pages}"}\n',
        "1:16: nothing fills `{pag}` in `labels.page`",
        "did you mean `page`?",
    ),
    (
        'labels: {page: "Page {page"}\n',
        "1:16: `labels.page` must be a pattern with closed braces",
        "`Page {page` has a brace alone",
    ),
    (
        'dates: {hijri: "{day:>999999999}"}\n',
        "1:16: `dates.hijri` must be a pattern with plain names, as `{day}`",
        None,
    ),
    ("labels: [a]\n", "1:9: `labels` must be a mapping", "write `key: value` lines below it"),
    ("digits: roman\n", "1:9: `roman` is no value of `digits`", None),
    ("fonts: {size: big}\n", "1:15: `fonts.size` must be a number above zero", None),
    ("fonts: {size: nan}\n", "1:15: `fonts.size` must be a number above zero", None),
    ("fonts: {latin: [a]}\n", "1:16: `fonts.latin` must be text", None),
    (
        "dates: {month-names: {un: [a, b]}}\n",
        "1:27: `dates.month-names.un` must be a list of 12 texts",
        None,
    ),
    ("dates: {months: mine}\n", "1:17: `mine` is no value of `dates.months`", None),
    (
        'dates: {patterns: {long: "d QQQQQQ y"}}\n',
        "1:26: `dates.patterns.long` must be a date pattern of CLDR",
        "for example `d MMMM y`",
    ),
    (
        "case-endings: {apostrophe: tkd}\n",
        "1:28: `tkd` is no value of `case-endings.apostrophe`",
        "did you mean `tdk`?",
    ),
    ("region: XX\n", "1:9: `XX` is no region that CLDR knows for `en`", None),
    ("nouns: {ox: {one: ox, others: oxen}}\n", "1:23: unknown key `others` in `nouns.ox`", None),
    ("nouns: {ox: {few: oxen}}\n", "1:13: the noun `ox` lacks its form `other`", None),
    ("nouns: {ox: [a]}\n", "1:13: `nouns.ox` must be a noun, or its forms by plural", None),
    (
        'forms-of-address: {salutation: {ministre: "Sir,"}}\n',
        "1:33: unknown key `ministre` in `forms-of-address.salutation`",
        "did you mean `minister`?",
    ),
    (
        'forms-of-address: {salutation: {minister: {man: "Sir,"}}}\n',
        "1:44: unknown key `man` in `forms-of-address.salutation.minister`",
        None,
    ),
    (
        'forms-of-address: {salutation: {minister: ["Dear {nam},"]}}\n',
        "1:43: nothing fills `{nam}` in `forms-of-address.salutation.minister`",
        "did you mean `name`?",
    ),
    (
        "forms-of-address: {inside-address: {order: [name]}}\n",
        "1:44: `forms-of-address.inside-address.order` must be each of",
        None,
    ),
    (
        "forms-of-address: {honorifics: {doctor: {male: Dr.}}}\n",
        "1:41: the honorific `doctor` lacks its `short`",
        None,
    ),
    ("- a\n", "1:1: a locale file is a mapping", "write `key: value` lines"),
]


@pytest.mark.parametrize(("text", "message", "hint"), FAULTS)
def test_a_fault_in_a_workspace_file_is_told_with_its_place(
    text: str, message: str, hint: str | None, tmp_path: Path
) -> None:
    problems = Diagnostics()
    profile = load_profile("en", [written(tmp_path, en=text)], problems)
    assert profile is not None, "what is right in the file, and ours, still works"
    assert told(problems)[0].startswith(f"locales/en.yaml:{message}")
    assert len(problems) == 1
    if hint is not None:
        assert next(iter(problems)).hint == hint


ARABIC_FAULTS = [
    ("ox: ثور", "1:13: the noun `ox` lacks its `plural`", "no rule tells the plural of `ثور`"),
    ("ox: {plural: ثيران}", "1:13: the noun `ox` lacks its `singular`", None),
    ("ox: {singular: ثور, plurale: ثيران}", "1:29: unknown key `plurale` in `nouns.ox`", None),
    ("ox: {singular: ثورة, gender: female}", "1:38: `female` is no value of", None),
    ("ox: {singular: ثورة, human: yes}", "1:37: `yes` is no value of `nouns.ox.human`", None),
    ("ox: {singular: ثورة, adjectives: سوري}", "1:42: `nouns.ox.adjectives` must be a list", None),
    ("ox: {singular: ثورة, adjectives: [{feminine: س}]}", "1:43: an adjective lacks its", None),
    ("ox: [ثور]", "1:13: `nouns.ox` must be a noun, or a mapping with its `singular`", None),
    (
        "ox: {singular: ثورة, adjectives: [سورية]}",
        "1:43: the adjective `سورية` is feminine",
        "an adjective is given in its masculine singular, without an article",
    ),
]


@pytest.mark.parametrize(("text", "message", "hint"), ARABIC_FAULTS)
def test_a_fault_in_an_arabic_noun_is_told_with_its_place(
    text: str, message: str, hint: str | None, tmp_path: Path
) -> None:
    problems = Diagnostics()
    folder = written(tmp_path, ar=f"nouns: {{{text}}}")
    profile = load_profile("ar", [folder], problems)
    assert profile is not None
    assert told(problems)[0].startswith(f"locales/ar.yaml:{message}")
    if hint is not None:
        assert next(iter(problems)).hint == hint


@pytest.mark.parametrize(
    ("locale", "text", "message"),
    [
        (
            "ar",
            "{حكيم: [حكماء]}",
            "1:20: `adjectives.حكيم` must be the plural of the adjective, or",
        ),
        ("ar", "{حكيم: {plurale: س}}", "1:21: unknown key `plurale` in `adjectives.حكيم`"),
        ("en", "{wise: wiser}", "1:20: `adjectives.wise` must be left out, since only Arabic has"),
    ],
)
def test_a_fault_in_an_irregular_adjective_is_told_with_its_place(
    locale: str, text: str, message: str, tmp_path: Path
) -> None:
    problems = Diagnostics()
    folder = written(tmp_path, **{locale: f"adjectives: {text}"})
    assert load_profile(locale, [folder], problems) is not None
    assert told(problems)[0].startswith(f"locales/{locale}.yaml:{message}")
    assert len(problems) == 1


def test_a_category_that_a_noun_lacks_is_a_warning(tmp_path: Path) -> None:
    problems = Diagnostics()
    text = "region: RU\nnouns: {day: {one: день, few: дня, other: дня}}\n"
    profile = load_profile("ru", [written(tmp_path, ru=text)], problems)
    assert profile is not None
    assert (
        "locales/ru.yaml:2:14: the noun `day` lacks its form `many`, so `other` stands"
        in "\n".join(told(problems))
    )


def test_broken_syntax_leaves_our_own_words_standing(tmp_path: Path) -> None:
    problems = Diagnostics()
    profile = load_profile("en", [written(tmp_path, en="labels: {copies: [\n")], problems)
    assert problems.has_errors
    assert profile is not None
    assert profile.labels["copies"] == "Copy to:"


def test_the_workspace_of_this_repository_has_its_own_nouns() -> None:
    here = Path(__file__).parents[2] / "locales"
    expected = {
        "en": (
            "92 Syrian civil society organisations",
            "120 Syrian charities and relief organisations",
        ),
        "ar": ("92 منظمة مجتمع مدني سورية", "120 منظمة خيرية وإغاثية سورية"),
        "tr": ("92 Suriyeli sivil toplum kuruluşu", "120 Suriyeli hayır ve yardım kuruluşu"),
    }
    for locale, (civil, relief) in expected.items():
        profile = loaded(locale, here)
        assert counted(profile, 92, "Syrian civil society organisation") == civil
        assert counted(profile, 120, "Syrian charity and relief organisation") == relief


@pytest.mark.parametrize(
    "name", ["en-../../../x", "en-..", "../en", "en/x", "en-GB\n", "en-", "", "preferred", "en\\x"]
)
def test_a_name_that_is_no_locale_is_looked_up_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "preferred.yaml").write_text("direction: ltr\n")
    assert not is_locale_name(name)
    problems = Diagnostics()
    if name.strip() == name:
        assert load_profile(name, [tmp_path / "locales"], problems) is None
        assert problems.has_errors
    assert "preferred" not in known_locales([tmp_path / "locales"])
