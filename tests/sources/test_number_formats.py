"""Numbers of a workbook are read as people see them there."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.sources.number_formats import NotShownError, shown
from letterkit.sources.sheet import CellKind

TEXT, FIGURE, AMOUNT, DATE = CellKind.TEXT, CellKind.FIGURE, CellKind.AMOUNT, CellKind.DATE


@pytest.mark.parametrize(
    ("raw", "code", "text", "kind"),
    [
        ("2016", "General", "2016", FIGURE),
        ("1.5E10", "General", "15000000000", FIGURE),
        ("-7", "General", "-7", FIGURE),
        ("0.30000000000000004", "General", "0.3", AMOUNT),
        ("12345678901234567890", "@", "12345678901234567890", FIGURE),
        ("12", "0", "12", FIGURE),
        ("12.5", "0", "13", FIGURE),
        ("-5", "0;(0)", "-5", FIGURE),
        ("40", '0 "beds"', "40", FIGURE),
        # what people see of identifiers and telephone numbers
        ("123", "00000", "00123", TEXT),
        ("12", '"TR"00000', "TR00012", TEXT),
        ("905321112233", "+00 000 000 00 00", "+90 532 111 22 33", TEXT),
        ("905321112233", '"+"## ### ### ## ##', "+90 532 111 22 33", TEXT),
        ("5551234567", "(000) 000-0000", "(555) 123-4567", TEXT),
        ("15551234567", "(000) 000-0000", "(1555) 123-4567", TEXT),
        # amounts, with the decimals that are shown
        ("1250.5", "#,##0", "1251", AMOUNT),
        ("1250.5", "#,##0.00", "1250.50", AMOUNT),
        ("1250.5", '"€" #,##0.00', "1250.50", AMOUNT),
        ("1500", "[$₺-41F]#,##0.00", "1500.00", AMOUNT),
        ("1500", '0.00" TL"', "1500.00", AMOUNT),
        ("-1250.5", "#,##0.00;[Red]-#,##0.00", "-1250.50", AMOUNT),
        ("1250000", "#,##0,", "1250", AMOUNT),
        ("0.155", "0%", "16", AMOUNT),
        ("0.155", "0.0%", "15.5", AMOUNT),
        ("0.5", "# ?/?", "0.5", AMOUNT),
        ("1.23456789012345678", "0.00E+00", "1.23456789012346", AMOUNT),
        # days and times
        ("42424", "yyyy-mm-dd", "2016-02-24", DATE),
        ("42424", "[$-41F]d mmmm yyyy;@", "2016-02-24", DATE),
        ("42424", "mmm yyyy", "2016-02-24", DATE),
        ("42424.5", "dd/mm/yyyy", "2016-02-24", DATE),
        ("42424.5", "dd/mm/yyyy hh:mm", "2016-02-24 12:00", TEXT),
        ("42424", "dd/mm/yyyy hh:mm", "2016-02-24", DATE),
        ("0.5", "h:mm AM/PM", "12:00", TEXT),
        ("1.25", "[h]:mm:ss", "30:00", TEXT),
        ("59", "yyyy-mm-dd", "1900-02-28", DATE),
        ("61", "yyyy-mm-dd", "1900-03-01", DATE),
    ],
)
def test_a_number_is_what_is_seen_of_it(raw: str, code: str, text: str, kind: CellKind) -> None:
    assert shown(raw, code) == (text, kind)


@pytest.mark.parametrize("raw", ["60", "-1", "2958467", "0"])
def test_a_day_that_no_calendar_has_is_a_fault(raw: str) -> None:
    with pytest.raises(NotShownError, match="no day of the calendar"):
        shown(raw, "yyyy-mm-dd")


@pytest.mark.parametrize("raw", ["abc", "1E999999999", "NaN", "9" * 500, "", "Infinity"])
def test_what_is_no_number_is_a_fault(raw: str) -> None:
    with pytest.raises(NotShownError, match="is not a number"):
        shown(raw, "General")


def test_days_may_be_counted_from_1904() -> None:
    assert shown("40962", "yyyy-mm-dd", since_1904=True) == ("2016-02-24", DATE)


@given(st.dates(date(1900, 3, 1)))
def test_every_day_is_read_back(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert shown(str(serial), "d.m.yyyy") == (day.isoformat(), DATE)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_the_noise_of_binary_fractions_is_never_seen(number: Decimal) -> None:
    assert Decimal(shown(repr(float(number)), "#,##0.00")[0]) == number


@given(st.text(max_size=12), st.integers(-(10**6), 10**6))
def test_no_format_of_a_stranger_breaks_the_reading(code: str, number: int) -> None:
    try:
        text, _ = shown(str(number), code)
    except NotShownError:
        return
    assert isinstance(text, str)


def test_a_day_after_a_day_is_the_next() -> None:
    first, second = (shown(str(serial), "yyyy-mm-dd")[0] for serial in (42424, 42425))
    assert date.fromisoformat(second) - date.fromisoformat(first) == timedelta(days=1)
