"""What letterkit itself prints is set as it tells others to set theirs."""

from __future__ import annotations

from importlib import resources

import pytest

from letterkit.diagnostics import Diagnostics
from letterkit.language.locale_file import our_locales
from letterkit.language.profile import load_profile
from letterkit.proofreading.data import stretches_of_locale
from letterkit.sources.yaml import parse_yaml


@pytest.mark.parametrize("locale", our_locales())
def test_our_locale_files_are_right(locale: str) -> None:
    entry = resources.files("letterkit").joinpath("locales", f"{locale}.yaml")
    text = entry.read_text(encoding="utf-8")
    profile = load_profile(locale, [], Diagnostics())
    assert profile is not None
    stretches = stretches_of_locale(parse_yaml(text, entry.name, Diagnostics()), text, profile)
    assert len(stretches) > 100
    found = [(str(each.origin), each.text, each.findings()) for each in stretches]
    assert [each for each in found if each[2]] == []
    assert all(None not in each.spans for each in stretches)
