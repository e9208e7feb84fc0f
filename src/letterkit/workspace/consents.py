"""Whether those who sign a letter have agreed to sign it, and to the words that it has now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.letter.version import Stage
from letterkit.people.loading import signatories_of
from letterkit.sources.schema import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from letterkit.diagnostics import Diagnostics
    from letterkit.letter import Letter
    from letterkit.letter.drafts import Draft
    from letterkit.letter.version import Version
    from letterkit.people.loading import SignatoryList
    from letterkit.people.signatory import Consent


def check_consents(
    letter: Letter,
    lists: Iterable[SignatoryList],
    version: Version,
    drafts: Mapping[int, Draft],
    words: Callable[[str], str],
    problems: Diagnostics,
) -> None:
    """Tell of everybody who signs and has not agreed to sign this letter, or these words of it.

    A draft is what people are asked with, so it is only told of there. Members that stand under a
    coalition sign through it. `words` gives the fingerprint of the letter's words in a language.
    """
    tell = problems.warning if version.stage is Stage.DRAFT else problems.error
    for signatory in signatories_of(lists):
        if signatory.withdrawn:
            continue
        _, name = signatory.name.anywhere()
        given = [each for each in signatory.consent if each.letter == letter.name]
        if not given and not letter.data.consent_is_elsewhere:
            tell(
                f"`{excerpt(name)}` has not agreed to sign `{letter.name}`",
                name.origin,
                f"add `consent: {{letter: {letter.name}, by: …, date: …}}`, or to the letter"
                " `consent: elsewhere`, where such records are kept elsewhere",
            )
        # Who agreed twice agreed to what came last.
        if given and given[-1].draft is not None:
            _check_words(given[-1], excerpt(name), drafts, words, problems)


def _check_words(
    consent: Consent,
    name: str,
    drafts: Mapping[int, Draft],
    words: Callable[[str], str],
    problems: Diagnostics,
) -> None:
    draft = drafts.get(consent.draft or 0)
    if draft is None:
        problems.error(
            f"`{name}` agreed to draft {consent.draft}, which was never made",
            consent.letter.origin,
            f"drafts are made by `letterkit generate {consent.letter} --draft N`",
        )
        return
    read = [str(consent.locale)] if consent.locale else list(draft.words)
    changed = [locale for locale in read if draft.words.get(locale) != words(locale)]
    if changed:
        listed = ", ".join(f"`{locale}`" for locale in changed)
        problems.warning(
            f"`{name}` agreed to draft {consent.draft}, and the words in {listed} are others now",
            consent.letter.origin,
            "ask again with a new draft, and say its number here",
        )
