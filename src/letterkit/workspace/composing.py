"""Composes letters of a workspace into one: a newsletter of what has gone out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from letterkit.diagnostics import Diagnostics, nearest
from letterkit.language.phrases import as_phrase
from letterkit.letter import LetterView
from letterkit.merge.article import Article, first_heading, own_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.letter.composed import ComposedData
    from letterkit.letter.version import Version
    from letterkit.merge.assembly import Assembly
    from letterkit.people.localizer import Localizer
    from letterkit.people.views import AddresseeView
    from letterkit.sources.nodes import DataText
    from letterkit.workspace.directory import Recipients


class Letters(Protocol):
    """What a workspace knows of its letters."""

    def letter_names(self) -> list[str]:
        """The letters there are."""

    def letter(self, name: str, problems: Diagnostics) -> Letter | None:
        """A letter by its name."""

    def recipients(self, letter: Letter, problems: Diagnostics) -> list[Recipients]:
        """To whom a letter goes."""

    def recipient_views(
        self, recipients: Recipients, profile: Profile, problems: Diagnostics
    ) -> tuple[AddresseeView, ...]:
        """The addressees of one copy in a language."""

    def assembly(
        self, letter: Letter, locale: str, problems: Diagnostics, *, version: Version
    ) -> Assembly | None:
        """A letter in one language, ready to be made."""


def composed(
    letter: Letter,
    localizer: Localizer,
    letters: Letters,
    problems: Diagnostics,
    *,
    version: Version,
) -> tuple[Article, ...]:
    """The letters that a letter is composed of, in its language and at its stage.

    What is wrong with one of them is told where it stands, and here that it is missing.
    """
    entries = _known(letter, letters, problems)
    if not entries or _runs_in_a_circle(letter, letters, problems):
        return ()
    articles: list[Article] = []
    for entry in entries:
        found = Diagnostics()
        article = _article(entry, localizer, letters, found, version)
        problems.extend(found)
        if article is not None:
            articles.append(article)
        if found.has_errors:
            problems.error(
                f"`{entry.letter}` has faults in `{localizer.profile.locale}` and cannot stand in"
                f" `{letter.name}`",
                entry.letter.origin,
                "mend what is told of it, or take it out of `letters`",
            )
    return tuple(articles)


def _known(letter: Letter, letters: Letters, problems: Diagnostics) -> list[ComposedData]:
    """The entries that name a letter there is, each once."""
    if not letter.data.letters:
        return []
    names = letters.letter_names()
    found: dict[str, ComposedData] = {}
    for entry in letter.data.letters:
        name = entry.letter
        if name not in names:
            others = [other for other in names if other != letter.name]
            problems.error(f"there is no letter `{name}`", name.origin, nearest(name, others))
        elif name in found:
            problems.error(f"`{name}` is named twice", name.origin, "take one of them out")
        else:
            found[str(name)] = entry
    return list(found.values())


def _article(
    entry: ComposedData,
    localizer: Localizer,
    letters: Letters,
    problems: Diagnostics,
    version: Version,
) -> Article | None:
    """A letter as an article; None where it cannot be put together, which is told."""
    letter = letters.letter(str(entry.letter), problems)
    if letter is None:
        return None
    profile = localizer.profile
    assembly = letters.assembly(letter, profile.locale, problems, version=version)
    copies = letters.recipients(letter, problems)
    if assembly is None or not all(copy.whole for copy in copies):
        return None
    # Of a letter to many, one by one, it is not said here whom it went to.
    one = copies[0] if len(copies) == 1 else None
    views = None if one is None else letters.recipient_views(one, profile, problems)
    title, parts = own_title(assembly.parts(views, problems))
    view = LetterView(letter, localizer)
    subject = view.subject
    if entry.title is not None:
        title = as_phrase(localizer.phrase(entry.title, "title"))
    elif not title and subject:
        title = as_phrase(subject)
    elif not title:
        title, parts = first_heading(parts)
    if not title and not problems.has_errors:
        problems.error(
            f"`{letter.name}` has neither headline nor subject to stand over it",
            entry.letter.origin,
            f"give it a `subject`, or write `{{letter: {letter.name}, title: …}}` here",
        )
    introduction = localizer.phrase(entry.introduction, "introduction")
    embargo = letter.data.embargo
    return Article(
        name=letter.name,
        place=entry.letter.origin,
        title=title,
        introduction=as_phrase(introduction) if introduction else (),
        parts=parts,
        embargo=embargo.moment if embargo else None,
        embargo_line=assembly.embargo_line(),
        confidential=view.confidential,
    )


def _runs_in_a_circle(letter: Letter, letters: Letters, problems: Diagnostics) -> bool:
    """Whether a letter is composed of itself, directly or through others, or of one that is.

    Told at one place for each circle, whichever of its letters is asked for.
    """
    found = False
    done: set[str] = set()

    def walk(here: Letter, above: tuple[tuple[Letter, DataText], ...]) -> None:
        nonlocal found
        for entry in here.data.letters:
            path = (*above, (here, entry.letter))
            names = [each.name for each, _ in path]
            if entry.letter in names:
                found = True
                _tell_of_circle(path[names.index(str(entry.letter)) :], problems)
            elif entry.letter not in done and entry.letter in known:
                inner = letters.letter(str(entry.letter), Diagnostics())
                if inner is not None:
                    walk(inner, path)
        done.add(here.name)

    known = set(letters.letter_names())
    walk(letter, ())
    return found


def _tell_of_circle(circle: Sequence[tuple[Letter, DataText]], problems: Diagnostics) -> None:
    """Tell of a circle where the first of its letters by name goes on to the next."""
    first, onward = min(circle, key=lambda step: step[0].name)
    at = circle.index((first, onward))
    others = [f"`{letter.name}`" for letter, _ in (*circle[at + 1 :], *circle[:at])]
    problems.error(
        f"`{first.name}` is composed of itself"
        + (f", by way of {' and '.join(others)}" if others else ""),
        onward.origin,
        "take one of them out of `letters`, so that the circle is open",
    )
