"""What letterkit itself prints is set as it tells others to set theirs."""

from __future__ import annotations

from importlib import resources

import pytest
from tests.profiles import profile_of

from letterkit.diagnostics import Diagnostics
from letterkit.language.locale_file import our_locales
from letterkit.proofreading.data import stretches_of_locale
from letterkit.sources.yaml import parse_yaml


@pytest.mark.parametrize("locale", our_locales())
def test_our_locale_files_are_right(locale: str) -> None:
    entry = resources.files("letterkit").joinpath("locales", f"{locale}.yaml")
    text = entry.read_text(encoding="utf-8")
    profile = profile_of(locale)
    stretches = stretches_of_locale(parse_yaml(text, entry.name, Diagnostics()), text, profile)
    assert len(stretches) > 100
    found = [(str(each.origin), each.text, each.findings()) for each in stretches]
    assert [each for each in found if each[2]] == []
    assert all(None not in each.spans for each in stretches)


WORDS = {
    "dates": "{weekdays: [W, W, W, W, W, W, W]}",
    "labels": "{draft: W}",
    "more-than": "{pattern: W}",
    "comparisons": "{nearly: {pattern: W}}",
    "ranges": "{from: W}",
    "representing": "{pattern: W}",
    "withheld": "{organisation: {other: W}}",
    "nouns": "{rose: {singular: W}}",
    "units": "{metre: {singular: W}}",
    "currencies": "{USD: {singular: W}}",
    "countries": "{SY: W}",
    "languages": "{de: W}",
    "forms-of-address": "{greeting: W}",
}


@pytest.mark.parametrize("section", WORDS)
def test_the_words_of_every_section_of_a_locale_file_are_read(section: str) -> None:
    text = f"{section}: {WORDS[section]}\n".replace("W", '"Roses  bloom"')
    profile = profile_of("en")
    stretches = stretches_of_locale(parse_yaml(text, "en.yaml", Diagnostics()), text, profile)
    assert [finding.rule for each in stretches for finding in each.findings()]
