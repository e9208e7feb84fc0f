"""Begins a locale of a workspace: from the CLDR, or over what is known of its language already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from letterkit.batch.files import OutputError, write_whole
from letterkit.batch.locale_text import Answers, new_text, text_over
from letterkit.diagnostics import Diagnostics, LetterkitError, Origin
from letterkit.language.cldr_gaps import cldr_locale, gaps
from letterkit.language.locale_dates import LIST_STYLES
from letterkit.language.locale_file import locale_files, normalized, our_locales
from letterkit.language.profile import load_profile

if TYPE_CHECKING:
    from pathlib import Path

    from letterkit.language.cldr_gaps import Gap
    from letterkit.language.profile import Profile

FIRST_LABELS = ("page", "reference", "subject", "copies", "signatories")
"""The labels without which no first letter looks right."""

_LEFT_IN_ENGLISH = "in English, and `letterkit check` tells it"
_LEFT_TO_OURS = "as letterkit has it, which brings this language along"


class LocaleBeginningError(LetterkitError):
    """A locale of that name cannot be begun: wrong usage."""

    exit_code: ClassVar[int] = 2


@dataclass(frozen=True, slots=True)
class Begun:
    """A locale file, and what the CLDR does not know of its language.

    `known` says whether the CLDR knows the language at all; `over`, whether this file shows what
    another one says, which it is laid over; `ours`, whether letterkit brings the language along.
    The gaps in `filled` are filled by that file.
    """

    path: Path
    text: str
    gaps: list[Gap]
    known: bool
    over: bool
    ours: bool
    filled: frozenset[str]


def refuse_taken(folder: Path, name: str) -> None:
    """Tell of a locale that the workspace has a file for; one that is ours alone may be begun.

    Raises:
        LocaleBeginningError: where there is such a file.
    """
    there = next((path for path in locale_files(folder) if normalized(path.stem) == name), None)
    if there is not None:
        raise LocaleBeginningError(
            f"the workspace has `{name}` already",
            Origin(str(there)),
            "go on in that file; `--dry-run` prints what a new one would have",
        )


def begins_over(folder: Path, name: str) -> bool:
    """Whether there is a file that a new one would be laid over: ours, or that of the language."""
    language = name.partition("-")[0]
    theirs = name != language and any(
        normalized(path.stem) == language for path in locale_files(folder)
    )
    return language in our_locales() or theirs


def begun_locale(folder: Path, name: str, answers: Answers, *, afresh: bool = False) -> Begun:
    """How a locale of a workspace begins: laid over the file for its language, where there is one.

    With `afresh` it is begun from the CLDR alone, whatever there is. Nothing is written.
    """
    language = name.partition("-")[0]
    there = begins_over(folder, name)
    below = load_profile(language, [folder], Diagnostics()) if there else None
    base = None if afresh else below
    cldr = cldr_locale(name)
    left = _LEFT_IN_ENGLISH if below is None else _LEFT_TO_OURS
    lines = (
        new_text(name, cldr, answers, left=left) if base is None else text_over(name, base, answers)
    )
    return Begun(
        path=folder / f"{name}.yaml",
        text="".join(lines),
        gaps=[] if cldr is None else gaps(cldr),
        known=cldr is not None,
        over=base is not None,
        ours=name in our_locales(),
        filled=frozenset() if below is None else _filled(below),
    )


def write_locale(begun: Begun) -> None:
    """Write the file of a locale that was begun; `refuse_taken` comes before it.

    Raises:
        OutputError: where it cannot be written.
    """
    folder = begun.path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "").lower()  # the system's own words, English
        raise OutputError(f"cannot make the folder: {reason}", Origin(str(folder))) from error
    write_whole(begun.path, begun.text.encode())


def _filled(base: Profile) -> frozenset[str]:
    """The keys of a locale file that a profile has its words from, by which gaps are named."""
    given = {
        "dates.month-names": base.dates.month_names,
        "dates.weekdays": base.dates.weekdays,
        "dates.patterns": base.dates.patterns,
        "nouns": base.nouns,
        "currencies": base.currencies,
        "languages": base.languages,
        **{f"lists.{style}": style in base.lists for style in LIST_STYLES},
    }
    return frozenset(key for key, there in given.items() if there)
