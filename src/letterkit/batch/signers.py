"""Who signs a letter, as a list for people to read, and how many they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.document import plain_text
from letterkit.language import nouns
from letterkit.language.phrases import label
from letterkit.merge.signing import lines_of
from letterkit.people.localizer import Localizer
from letterkit.people.signatories import SignatoriesView

if TYPE_CHECKING:
    from letterkit.diagnostics import Diagnostics
    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Count:
    """How many sign; of them so many are not named."""

    organisations: int
    individuals: int
    withheld_organisations: int
    withheld_individuals: int


@dataclass(frozen=True, slots=True)
class Signers:
    """Those who sign a letter in one language.

    `groups` are headings, each with its lines; `said` is their number in words of the language,
    `late` the count of those who joined after the letter's day, who are in no other count.
    """

    letter: str
    locale: str
    said: str
    count: Count
    late: Count
    groups: tuple[tuple[str, tuple[str, ...]], ...]


def signers_of(
    workspace: Workspace, letter: Letter, locale: str, problems: Diagnostics
) -> Signers | None:
    """Who signs a letter; None where nothing is known of the language, which is told."""
    profile = workspace.profile(locale, problems)
    if profile is None:
        return None
    lists = workspace.signing.lists(letter, problems)
    view = SignatoriesView(lists, Localizer(profile, problems), letter.data.date)
    late = _groups(profile, view.late)
    title = label(profile, "joined-after-publication", count=_said(profile, view.late))
    return Signers(
        letter=letter.name,
        locale=str(profile.locale),
        said=_said(profile, view),
        count=_count(view),
        late=_count(view.late),
        groups=(
            *_groups(profile, view),
            *([(plain_text(title), ())] if late else []),
            *late,
        ),
    )


def _groups(profile: Profile, view: SignatoriesView) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: list[tuple[str, tuple[str, ...]]] = []
    for group in view.groups:
        entries, withheld = lines_of(profile, group)
        lines = [plain_text(line) for line in (*entries, withheld) if line]
        found.append((str(group.heading), tuple(lines)))
    return tuple(found)


def _said(profile: Profile, view: SignatoriesView) -> str:
    return plain_text(nouns.of_both(profile, view.organisations, view.individuals))


def _count(view: SignatoriesView) -> Count:
    return Count(
        organisations=view.organisations,
        individuals=view.individuals,
        withheld_organisations=view.withheld.organisations,
        withheld_individuals=view.withheld.individuals,
    )
