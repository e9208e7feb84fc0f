"""The filters that say amounts: what they print, and what they say of what they cannot take."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from tests.profiles import profile_of

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.document import Direction, Value, plain_text
from letterkit.template.expressions import ExpressionEnvironment

TEN = datetime(2016, 2, 24, 10, 0, tzinfo=timezone(timedelta(hours=2)))


def environment(locale: str) -> ExpressionEnvironment:
    profile = profile_of(locale)
    return ExpressionEnvironment(profile)


ENVIRONMENTS = {locale: environment(locale) for locale in ("en", "ar", "tr", "fr", "ckb")}


def printed(locale: str, source: str, **values: object) -> str:
    problems = Diagnostics()
    expression = ENVIRONMENTS[locale].compile(source, Origin("en.md"), problems)
    assert list(problems) == []
    assert expression is not None
    return plain_text(expression.inlines(values)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("'2016-02-24' | date | locative", "24 Şubat 2016’da"),
        ("'2016-02-24' | date('full') | locative", "24 Şubat 2016 Çarşamba’da"),
        ("'2016-02-24' | date('short') | ablative", "24.02.2016’dan"),
        ("'2016-02-24' | date('day-month') | dative", "24 Şubat’a"),
        ("'2016-02-24' | date('month-year') | genitive", "Şubat 2016’nın"),
        ("'2016-02-22' | date('weekday') | ablative", "Pazartesi’den"),
        ("'2016-02-24' | date(calendar='both') | locative",
         "15 Cemaziyelevvel 1437’de (24 Şubat 2016)"),
        ("2016 | date('year') | locative", "2016’da"),
        ("'2016-02-01' | to('2016-02-16') | locative", "1–16 Şubat 2016’da"),
        ("10 | to(15) | dative", "10–15’e"),
        ("moment | time | locative", "10.00’da"),
        ("moment | time(place='Gaziantep') | locative", "10.00’da (Gaziantep saatiyle, UTC+2)"),
        ("1500 | money('USD') | ablative", "1.500 ABD dolarından"),
        ("3 | money('TRY') | dative", "3 Türk lirasına"),
        ("12 | unit('kilometre', 'name') | dative", "12 kilometreye"),
        ("12 | unit('kilogram') | ablative", "12 kg’dan"),
        ("5 | unit('square-meter') | dative", "5 m²ye"),  # TDK: none after an exponent
        ("97 | percent | possessive | locative", "%97’sinde"),
        ("97 | percent(words=true) | possessive", "yüzde 97’si"),
        ("12 | spelled | dative", "on ikiye"),
        ("15 | counted('day') | dative", "15 güne"),
    ],
)  # fmt: skip
def test_what_an_amount_becomes_takes_its_turkish_case(source: str, expected: str) -> None:
    assert printed("tr", source, moment=TEN) == expected


@pytest.mark.parametrize(
    ("locale", "source", "expected"),
    [
        ("en", "moment | time", "10:00"),
        ("en", "moment | time(zone=true)", "10:00 (UTC+2)"),
        ("en", "moment | time(place='Gaziantep')", "10:00, Gaziantep time (UTC+2)"),
        ("en", "'2016-02-24 10:00 -05:30' | time(zone=true)", "10:00 (UTC-5:30)"),
        ("en", "'2016-02-24T10:00Z' | time(zone=true)", "10:00 (UTC)"),
        ("ar", "moment | time(place='غازي عنتاب')", "10:00 بتوقيت غازي عنتاب (UTC+2)"),
        ("ar", "moment | time(digits='arab')", "١٠:٠٠"),
        ("ckb", "moment | time(zone=true)", "١٠:٠٠ (UTC+2)"),
        ("en", "moment | date", "24 February 2016"),
        ("en", "'2016-02-24T10:00' | date", "24 February 2016"),
        ("en", "day | to('2016-02-26')", "24–26 February 2016"),
        ("en", "2014 | to(2016, form='year')", "2014–2016"),
        ("en", "'2.5' | to('3')", "2.5–3"),
        ("ar", "2 | spelled(gender='feminine', case='oblique')", "اثنتين"),
        ("ar", "1 | spelled(gender='feminine')", "واحدة"),
        ("ar", "12 | spelled('hospital', case='oblique')", "اثني عشر مستشفى"),
        ("ar", "21 | ordinal(gender='feminine', case='oblique')", "الحادية والعشرين"),
        ("ar", "121 | ordinal", "الـ121"),
        ("ar", "121 | ordinal(gender='feminine', words=true)", "الحادية والعشرون بعد المائة"),
        ("ar", "200 | spelled('organisation', case='oblique')", "مائتي منظمة"),
        ("ar", "8 | spelled(gender='feminine', case='accusative')", "ثمانيًا"),
        ("fr", "21 | spelled(gender='feminine')", "vingt et une"),
        ("fr", "1 | ordinal(gender='feminine', words=true)", "première"),
        ("fr", "1000000 | spelled('organisation') | capital", "Un million d’organisations"),
        ("ckb", "21 | ordinal(words=true)", "بیست و یەکەم"),
        ("en", "12 | spelled('hospital') | capital", "Twelve hospitals"),
        ("en", "200 | more_than('organisation') | capital", "More than 200 organisations"),
        ("tr", "200 | spelled('school') | capital", "İki yüz okul"),
        ("tr", "12 | spelled | dative | capital", "On ikiye"),
        ("ar", "12 | spelled('hospital') | capital", "اثنا عشر مستشفى"),
        ("en", "9 | counted('school', words_up_to=9)", "nine schools"),
        ("en", "10 | counted('school', words_up_to=9) | capital", "10 schools"),
        ("en", "3 | to(9, noun='school')", "3–9 schools"),
        ("en", "9 | at_least('school', words_up_to=9)", "at least nine schools"),
        ("ar", "3 | fewer_than('school', words_up_to=9)", "أقل من ثلاث مدارس"),
        ("ar", "2 | money('USD', case='oblique')", "دولارين أمريكيين"),
        ("tr", "4 | more_than('month', adjective='zor', words_up_to=9)", "dört zor aydan fazla"),
        ("ckb", "1.5 | unit('year')", "١٫٥ ساڵ"),
        ("ckb", "12 | unit('kilometre')", "١٢ کیلۆمەتر"),
        ("fr", "2.555 | money('KWD', 'name')", "2,555 dinars koweïtiens"),
        ("en", "20 | at_least('school', digits='arab')", "at least ٢٠ schools"),
        ("en", "'2016-02-24' | date('full', calendar='hijri')",
         "Wednesday, 15 Jumada al-Ula 1437 AH"),
        ("tr", "'2016-02-24' | date('full', calendar='hijri')",
         "15 Cemaziyelevvel 1437 Çarşamba"),
    ],
)  # fmt: skip
def test_an_amount_in_words(locale: str, source: str, expected: str) -> None:
    assert printed(locale, source, moment=TEN, day=date(2016, 2, 24)) == expected


def test_figures_alone_run_as_the_language_does() -> None:
    """In Arabic the first number of a range stands where reading begins; an ISO date turns not."""
    for source, direction in (("10 | to(15, 'dash')", Direction.RTL),
                              ("'2016-02-24' | date('iso')", Direction.LTR)):  # fmt: skip
        expression = ENVIRONMENTS["ar"].compile(source, Origin("ar.md"), Diagnostics())
        assert expression is not None
        (value,) = expression.inlines({})
        assert isinstance(value, Value)
        assert value.direction is direction


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("5 | time", "`time` takes a day and time"),
        ("'10:00' | time", "`time` takes a day and time, not `10:00`"),
        ("'2016-02-24T25:00' | time", "`time` takes a day and time, not `2016-02-24T25:00`"),
        ("'2016-02-24T10:00' | time(zone=true)",
         "`time` was given a time of day that does not say its zone"),
        ("moment | time(zone='yes')", "`zone` of `time` is `true` or `false`, not `yes`"),
        ("5 | to(8, form='long')", "`form` of `to` is for dates"),
        ("'2016-02-01' | to('2016-02-03', noun='day')", "`noun` of `to` is for numbers"),
        ("'2016-02-01' | to(7)", "`to` takes a date"),
        ("'2016-02-24' | date(calendar='julian')", "there is no calendar `julian`"),
        ("'2016-02-24' | date('short', calendar='both')", "an Islamic date has no style `short`"),
        ("'1900-01-01' | date(calendar='both')",
         "the Islamic date of `1900-01-01` is not known"),
        ("97 | percent(words='yes')", "`words` of `percent` is `true` or `false`, not `yes`"),
        ("5 | spelled(gender='neuter')", "`neuter` is no gender of a noun"),
        ("2.5 | spelled('school')", "`spelled` takes a whole number, not `2.5`"),
        ("-5 | spelled", "cannot write `-5` in words in `en`"),
        ("5 | counted('school', words_up_to='nine')",
         "`words_up_to` of `counted` is a whole number, not `nine`"),
        ("5 | counted('school', words_up_to=-1)",
         "`words_up_to` of `counted` is a whole number, not `-1`"),
        ("5.5 | at_least('school')", "`at_least` takes a whole number, not `5.5`"),
        ("5 | nearly(3)", "`nearly` takes text as its `noun`"),
    ],
)  # fmt: skip
def test_what_cannot_be_said_is_told(source: str, message: str) -> None:
    problems = Diagnostics()
    expression = ENVIRONMENTS["en"].compile(source, Origin("en.md"), problems)
    assert expression is not None
    with pytest.raises(Exception) as caught:  # noqa: PT011 - each error of ours has a diagnostic
        expression.inlines({"moment": TEN.astimezone(UTC)})
    assert caught.value.diagnostic.message == message  # type: ignore[attr-defined]
