"""The names of languages, as a language has them: English, الإنكليزية, İngilizce."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from letterkit.language.profile import Profile


def language_name(profile: Profile, locale: str) -> str | None:
    """The name of a locale's language: the locale file's own, else CLDR's; None for no language.

    A language in a region has a name of its own only where CLDR gives one (Brazilian Portuguese).
    """
    for code in (locale, locale.partition("-")[0]):
        own = profile.languages.get(code)
        name = own if own is not None else profile.babel.languages.get(code.replace("-", "_"))
        if name is not None:
            return str(name)
    return None


def is_same_language(locale: str, other: str) -> bool:
    """Whether two locales are one language, in whichever regions."""
    return locale.partition("-")[0] == other.partition("-")[0]
