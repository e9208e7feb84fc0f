"""Money and measures, by CLDR and by the nouns of a locale."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profiles import profile_of

from letterkit.language.bidi import has_controls
from letterkit.language.errors import LanguageError
from letterkit.language.locale_numbers import MONEY_STYLES, UNIT_STYLES
from letterkit.language.measures import format_money, format_unit
from letterkit.language.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Callable


PROFILES = {name: profile_of(name) for name in ("en", "en-US", "ar", "tr")}


@pytest.mark.parametrize(
    ("amount", "currency", "style", "english", "turkish", "arabic"),
    [
        (1500, "USD", None, "US$1,500", "1.500 ABD doları", "1500 دولار أمريكي"),
        (1500, "USD", "code", "USD 1,500", "1.500 USD", "1500 USD"),
        (1500, "USD", "name", "1,500 US dollars", "1.500 ABD doları", "1500 دولار أمريكي"),
        (1, "USD", "name", "1 US dollar", "1 ABD doları", "دولار أمريكي واحد"),
        (2, "USD", "name", "2 US dollars", "2 ABD doları", "دولاران أمريكيان"),
        (7, "USD", "name", "7 US dollars", "7 ABD doları", "7 دولارات أمريكية"),
        (15, "SYP", "name", "15 Syrian pounds", "15 Suriye lirası", "15 ليرة سورية"),
        (40, "EUR", None, "€40", "40 avro", "40 يورو"),
        (40, "TRY", "symbol", "TRY 40", "₺40", "40 TRY"),
        (Decimal("2.5"), "USD", None, "US$2.50", "2,50 ABD doları", "2.50 دولار أمريكي"),
        (Decimal("2.505"), "USD", None, "US$2.505", "2,505 ABD doları", "2.505 دولار أمريكي"),
        (Decimal("7.5"), "SYP", "name", "7.50 Syrian pounds", "7,50 Suriye lirası",
         "7.50 ليرة سورية"),
        (-3, "USD", "symbol", "−US$3", "−$3", "−3 US$"),
    ],
)  # fmt: skip
def test_money(
    amount: Decimal, currency: str, style: str | None, english: str, turkish: str, arabic: str
) -> None:
    printed = [format_money(PROFILES[name], amount, currency, style) for name in ("en", "tr", "ar")]
    assert [text.replace("\u00a0", " ") for text in printed] == [english, turkish, arabic]


def test_money_is_not_parted_from_what_it_is() -> None:
    assert format_money(PROFILES["tr"], 1500, "USD") == "1.500\u00a0ABD doları"
    assert format_money(PROFILES["tr"], -1500, "USD", "code") == "−1.500\u00a0USD"
    assert format_money(PROFILES["ar"], 70_000, "USD") == "70,000\u00a0دولار أمريكي"
    assert format_money(PROFILES["en-US"], 1500, "USD") == "$1,500"


def test_arabic_money_has_its_case() -> None:
    assert format_money(PROFILES["ar"], 2, "USD", case="oblique") == "دولارين أمريكيين"


@pytest.mark.parametrize(
    ("amount", "unit", "style", "english", "turkish", "arabic"),
    [
        (12, "kilometre", "symbol", "12 km", "12 km", "12 كم"),
        (12, "kilometer", "name", "12 kilometres", "12 kilometre", "12 كيلومترًا"),
        (1, "kilometre", "name", "1 kilometre", "1 kilometre", "كيلومتر واحد"),
        (2, "tonne", "name", "2 tonnes", "2 ton", "طنان"),
        (5, "tonne", "name", "5 tonnes", "5 ton", "5 أطنان"),
        (12, "square kilometre", "name", "12 square kilometres", "12 kilometrekare",
         "12 كيلومترًا مربعًا"),
        (Decimal("2.5"), "litre", "name", "2.5 litres", "2,5 litre", "2.5 لتر"),
        (1, "litre", "symbol", "1 l", "1 l", "1 لتر"),
        (1, "kilogram", "symbol", "1 kg", "1 kg", "1 كغم"),
    ],
)  # fmt: skip
def test_measures(
    amount: Decimal, unit: str, style: str, english: str, turkish: str, arabic: str
) -> None:
    printed = [format_unit(PROFILES[name], amount, unit, style) for name in ("en", "tr", "ar")]
    assert [text.replace("\u00a0", " ") for text in printed] == [english, turkish, arabic]
    assert all("\u00a0" in text for text in printed if text[0].isdigit())


def test_a_unit_without_a_word_in_the_language_is_printed_by_its_symbol() -> None:
    assert format_unit(PROFILES["tr"], 3, "hectare", "name") == "3\u00a0hektar"


NAMELESS = "give it under `{}` in `locales/ar.yaml`, or print its symbol: `{}`"


@pytest.mark.parametrize(
    ("make", "message", "hint"),
    [
        (lambda: format_money(PROFILES["en"], 1, "USDD"), "there is no currency `USDD`",
         "a currency is its ISO 4217 code, as `USD`; did you mean `USD`?"),
        (lambda: format_money(PROFILES["en"], 1, "USD", "sign"),
         "there is no style `sign` of amounts", "known: `code`, `name`, `symbol`"),
        (lambda: format_money(PROFILES["ar"], 1, "NZD"), "`ar` has no name for the currency `NZD`",
         NAMELESS.format("currencies", 'money("NZD", "symbol")')),
        (lambda: format_unit(PROFILES["en"], 1, "kilometrs"), "there is no unit `kilometrs`",
         "did you mean `kilometer`?"),
        (lambda: format_unit(PROFILES["ar"], 1, "fathom"), "`ar` has no name for the unit `fathom`",
         NAMELESS.format("units", 'unit("fathom", "symbol")')),
    ],
)  # fmt: skip
def test_what_there_is_not_is_told(make: Callable[[], str], message: str, hint: str) -> None:
    with pytest.raises(LanguageError) as caught:
        make()
    assert caught.value.diagnostic.message == message
    assert caught.value.diagnostic.hint == hint


@given(
    st.one_of(st.integers(3, 10**9), st.decimals(3, 10**9, places=2)),
    st.sampled_from(sorted(PROFILES)),
    st.sampled_from(MONEY_STYLES),
    st.sampled_from(["USD", "EUR", "GBP", "TRY", "SYP", "IQD", "AED"]),
)
def test_every_amount_of_money_shows_its_number(
    amount: Decimal, locale: str, style: str, currency: str
) -> None:
    printed = format_money(PROFILES[locale], amount, currency, style)
    assert format_number(PROFILES[locale], amount) in printed
    assert not has_controls(printed)


@given(
    st.integers(3, 10**9),
    st.sampled_from(sorted(PROFILES)),
    st.sampled_from(UNIT_STYLES),
    st.sampled_from(["kilometre", "kilogram", "litre", "hectare", "hour", "celsius"]),
)
def test_every_measure_shows_its_number(amount: int, locale: str, style: str, unit: str) -> None:
    printed = format_unit(PROFILES[locale], amount, unit, style)
    assert format_number(PROFILES[locale], amount) in printed
    assert not has_controls(printed)
