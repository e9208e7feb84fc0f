"""The profiles of languages: ours, and those whose files a test writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, Severity
from letterkit.document import Direction
from letterkit.language.profile import Profile, load_profile

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, **texts: str) -> Path:
    """A workspace's folder of locale files; `ar_EG="…"` becomes `locales/ar-EG.yaml`."""
    locales = folder / "locales"
    locales.mkdir(exist_ok=True)
    for name, text in texts.items():
        (locales / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return locales


def profile_of(locale: str, *folders: Path) -> Profile:
    """The profile of a locale in whose files nothing is wrong or lacking."""
    problems = Diagnostics()
    profile = load_profile(locale, folders, problems)
    assert profile is not None
    assert list(problems) == []
    return profile


def begun_profile_of(locale: str, *folders: Path) -> Profile:
    """The profile of a locale whose files lack words, which is told, and have no error."""
    problems = Diagnostics()
    profile = load_profile(locale, folders, problems)
    assert profile is not None
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    return profile


PROFILES = {locale: profile_of(locale) for locale in ("en", "ar", "tr")}
BY_DIRECTION = {Direction.LTR: PROFILES["en"], Direction.RTL: PROFILES["ar"]}
