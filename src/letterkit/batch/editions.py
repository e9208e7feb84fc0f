"""Editions: a letter in one language, or in two side by side, ready for its addressees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics
from letterkit.merge.parallel import side_by_side
from letterkit.writers.formats import parallel_writer_for, writer_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from letterkit.document import Document, Parallel
    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.letter.version import Version
    from letterkit.merge.assembly import Assembly
    from letterkit.people.views import AddresseeView
    from letterkit.workspace import Recipients, Workspace
    from letterkit.writers.formats import Format


class Writers:
    """One writer for each format and language, or pair of languages; each is made when wanted."""

    def __init__(self, workspace: Workspace, wrap: int | None) -> None:
        self._workspace = workspace
        self._wrap = wrap
        self._single: dict[tuple[Format, str], Callable[[Document], bytes]] = {}
        self._parallel: dict[tuple[Format, str, str], Callable[[Parallel], bytes]] = {}

    def write(self, form: Format, document: Document, profile: Profile) -> bytes:
        """A document in a format.

        Raises:
            LetterkitError: it cannot be written so.
        """
        key = (form, profile.locale)
        if key not in self._single:
            letterhead = self._workspace.letterhead(profile, Diagnostics())
            self._single[key] = writer_for(form, profile, letterhead=letterhead, wrap=self._wrap)
        return self._single[key](document)

    def write_parallel(
        self, form: Format, parallel: Parallel, first: Profile, second: Profile
    ) -> bytes:
        """A letter in two languages in a format. Raises as `write`."""
        key = (form, first.locale, second.locale)
        if key not in self._parallel:
            letterhead = self._workspace.letterhead(first, Diagnostics(), beside=second)
            self._parallel[key] = parallel_writer_for(
                form, first, second, letterhead=letterhead, wrap=self._wrap
            )
        return self._parallel[key](parallel)


@dataclass(frozen=True, slots=True)
class Addressed:
    """A letter to somebody, to be had in any format, and what stands in it in each language."""

    write: Callable[[Format], bytes]
    documents: tuple[tuple[Document, Profile], ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One letter in one language."""

    assembly: Assembly
    profile: Profile
    workspace: Workspace

    def made(self, recipients: Recipients, writers: Writers, found: Diagnostics) -> Addressed:
        """The letter to somebody; what is wrong with it is told."""
        document = self.assembly.document(self.views(recipients, found), found)
        return Addressed(
            lambda form: writers.write(form, document, self.profile), ((document, self.profile),)
        )

    def views(self, recipients: Recipients, found: Diagnostics) -> tuple[AddresseeView, ...]:
        """Those whom it goes to, as they are seen in its language."""
        return self.workspace.recipient_views(recipients, self.profile, found)


@dataclass(frozen=True, slots=True)
class BilingualEdition:
    """One letter in two languages, side by side."""

    first: Edition
    second: Edition

    def made(self, recipients: Recipients, writers: Writers, found: Diagnostics) -> Addressed:
        """As that of an edition in one language: a fault in either is one of the letter."""
        left, right = (
            each.assembly.in_parts(each.views(recipients, found), found)
            for each in (self.first, self.second)
        )
        parallel = side_by_side(left, right)
        first, second = self.first.profile, self.second.profile
        return Addressed(
            lambda form: writers.write_parallel(form, parallel, first, second),
            ((left[0], first), (right[0], second)),
        )


def edition(
    workspace: Workspace, letter: Letter, locale: str, version: Version, problems: Diagnostics
) -> Edition | None:
    """A letter in one language; None where it cannot be put together, and why is told."""
    made = _edition(workspace, letter, locale, version, problems)
    if (profile := workspace.profile(locale, Diagnostics())) is not None:
        workspace.letterhead(profile, problems)  # told here, once for the letter
    return made


def bilingual_edition(
    workspace: Workspace,
    letter: Letter,
    locales: tuple[str, str],
    version: Version,
    problems: Diagnostics,
) -> BilingualEdition | None:
    """A letter in two languages; None where either cannot be put together, and why is told."""
    found = Diagnostics()
    first, second = (_edition(workspace, letter, each, version, found) for each in locales)
    profiles = [workspace.profile(each, Diagnostics()) for each in locales]
    if profiles[0] is not None:
        workspace.letterhead(profiles[0], found, beside=profiles[1])
    for diagnostic in dict.fromkeys(found):  # what is wrong with the data shows in both
        problems.add(diagnostic)
    return BilingualEdition(first, second) if first and second else None


def _edition(
    workspace: Workspace, letter: Letter, locale: str, version: Version, problems: Diagnostics
) -> Edition | None:
    assembly = workspace.assembly(letter, locale, problems, version=version)
    profile = workspace.profile(locale, problems)
    return Edition(assembly, profile, workspace) if assembly and profile else None
