"""What is wrong with a locale file is told with its place, and everything else still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.profiles import profile_of, written

from letterkit.diagnostics import Diagnostics
from letterkit.language.nouns import more_than
from letterkit.language.profile import load_profile

if TYPE_CHECKING:
    from pathlib import Path


def told(problems: Diagnostics) -> list[str]:
    return [f"{found.origin}: {found.message}" for found in problems]


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
    assert {**profile.labels} == {**profile_of("en").labels}, "the English ones stand instead"
    assert more_than(profile, 200, "school") == "more than 200 schools"


def test_an_embargo_need_not_name_the_zone(tmp_path: Path) -> None:
    folder = written(tmp_path, en='labels: {embargo: "Not before {date}, {time} in {place}"}\n')
    assert profile_of("en", folder).labels["embargo"] == "Not before {date}, {time} in {place}"


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
    (
        'representing: {pattern: "for {count} {area}", number-case: dative}\n',
        "1:47: unknown key `number-case` in `representing`",
        None,
    ),
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
