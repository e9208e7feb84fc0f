"""Drafts that are circulated to those who sign, and what has changed since the last of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from letterkit.batch.files import OutputError, write_whole
from letterkit.diagnostics import Diagnostics
from letterkit.document import (
    Heading,
    Paragraph,
    Table,
    every_block,
    plain_text,
    values_in,
)
from letterkit.letter.drafts import (
    DRAFTS_FILE,
    Draft,
    fingerprint_of_name,
    fingerprint_of_words,
    written,
)
from letterkit.letter.version import Stage
from letterkit.people.loading import signatories_of
from letterkit.people.withheld import total
from letterkit.sources.schema import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from letterkit.diagnostics import Origin
    from letterkit.document import Block, Document
    from letterkit.letter import Letter
    from letterkit.letter.version import Version
    from letterkit.people.signatory import Signatory
    from letterkit.sources.nodes import DataText
    from letterkit.workspace import Workspace

_COUNTED = re.compile(r"\bsignatories\b")


@dataclass(slots=True)
class _Seen:
    """What a run has seen of one letter: its sentences that tell a number, by locale."""

    letter: Letter
    sentences: dict[str, dict[str, tuple[str, Origin | None]]] = field(default_factory=dict)
    held_back: bool = False


class Circulation:
    """What a run circulates as a draft; and of letters that were, what has changed since."""

    def __init__(self, workspace: Workspace, version: Version) -> None:
        self._workspace = workspace
        self._version = version
        self._seen: dict[str, _Seen] = {}

    def refuses(self, letter: Letter, locale: str, problems: Diagnostics) -> bool:
        """Whether a draft of this number has gone out with other words, which is told."""
        if self._version.stage is not Stage.DRAFT:
            return False
        number = self._version.number
        drafts = self._workspace.signing.drafts(letter, Diagnostics())
        earlier = drafts[number].words.get(locale) if number in drafts else None
        if earlier in {None, self._workspace.signing.words_fingerprint(letter, locale)}:
            return False
        problems.error(
            f"draft {number} of `{letter.name}` was made with other words in `{locale}`",
            letter.origin,
            f"this is draft {max(drafts) + 1}: `--draft {max(drafts) + 1}`",
        )
        return True

    def see(self, letter: Letter, document: Document) -> None:
        """Take note of a document that is made; one of each language is enough."""
        if not letter.data.signatories:
            return
        seen = self._seen.setdefault(letter.name, _Seen(letter))
        if document.locale not in seen.sentences:
            seen.sentences[document.locale] = {
                fingerprint_of_words(text): (text, place)
                for text, place in _counting_sentences(document.blocks)
            }

    def hold_back(self, letter: Letter) -> None:
        """Take note that something of a letter was not made, so that no draft of it goes out."""
        self._seen.setdefault(letter.name, _Seen(letter)).held_back = True

    def tell_of_changes(self, problems: Diagnostics) -> None:
        """Tell of each letter what has changed since its last draft that went out before."""
        for seen in self._seen.values():
            drafts = self._workspace.signing.drafts(seen.letter, Diagnostics())
            this = self._version.number if self._version.stage is Stage.DRAFT else None
            earlier = [number for number in drafts if this is None or number < this]
            if earlier:
                number = max(earlier)
                self._tell_of_names(seen, number, drafts[number], problems)
                _tell_of_sentences(seen, number, drafts[number], problems)

    def record(self, problems: Diagnostics) -> None:
        """Write down the drafts of this run in the folders of their letters."""
        if self._version.stage is not Stage.DRAFT:
            return
        for seen in self._seen.values():
            if not seen.held_back:
                self._record(seen, problems)

    def _record(self, seen: _Seen, problems: Diagnostics) -> None:
        number = self._version.number
        drafts = dict(self._workspace.signing.drafts(seen.letter, Diagnostics()))
        earlier = drafts.get(number, Draft())
        signing = self._signing(seen.letter)
        fingerprint = self._workspace.signing.words_fingerprint
        words = {locale: fingerprint(seen.letter, locale) for locale in seen.sentences}
        sentences = {locale: frozenset(texts) for locale, texts in seen.sentences.items()}
        drafts[number] = Draft(
            words={**earlier.words, **words},
            names=frozenset(signing.names),
            sentences={**earlier.sentences, **sentences},
            organisations=signing.organisations,
            individuals=signing.individuals,
        )
        path = seen.letter.folder / DRAFTS_FILE
        content = written(drafts)
        try:
            if not path.is_file() or path.read_bytes() != content:
                write_whole(path, content)
        except OutputError as error:
            problems.add(replace(error.diagnostic, origin=seen.letter.origin))

    def _signing(self, letter: Letter) -> _Signing:
        lists = self._workspace.signing.lists(letter, Diagnostics())
        named = signatories_of(lists)
        signing = [each for each in named if each.withdrawn is None]
        withheld = total(each for one in lists for group in one.groups for each in group.withheld)
        return _Signing(
            names=_by_fingerprint(signing),
            withdrawn=_by_fingerprint(each for each in named if each.withdrawn is not None),
            organisations=sum(each.organisations for each in signing) + withheld.organisations,
            individuals=sum(each.person is not None for each in signing) + withheld.individuals,
        )

    def _tell_of_names(self, seen: _Seen, number: int, draft: Draft, problems: Diagnostics) -> None:
        signing = self._signing(seen.letter)
        for fingerprint, name in signing.names.items():
            if fingerprint not in draft.names:
                problems.note(f"`{excerpt(name)}` signs since draft {number}", name.origin)
        gone = draft.names - set(signing.names)
        for fingerprint, name in signing.withdrawn.items():
            if fingerprint in gone:
                problems.note(f"`{excerpt(name)}` has withdrawn since draft {number}", name.origin)
        # Whoever is withheld since is among these, and must not be told by name.
        if nameless := len(gone - set(signing.withdrawn)):
            problems.note(
                f"of the names in draft {number}, {nameless} stand in no list any more",
                seen.letter.origin,
            )
        for what in ("organisations", "individuals"):
            before, now = getattr(draft, what), getattr(signing, what)
            if before != now:
                problems.note(
                    f"draft {number} had {before} {what} who sign, and now there are {now}",
                    seen.letter.origin,
                )


@dataclass(frozen=True, slots=True)
class _Signing:
    """Who signs a letter now, and who has withdrawn, by the fingerprints of their names."""

    names: Mapping[str, DataText]
    withdrawn: Mapping[str, DataText]
    organisations: int
    individuals: int


def _by_fingerprint(signatories: Iterable[Signatory]) -> dict[str, DataText]:
    found: dict[str, DataText] = {}
    for signatory in signatories:
        _, name = signatory.name.anywhere()
        found[fingerprint_of_name(name)] = name
    return found


def _tell_of_sentences(seen: _Seen, number: int, draft: Draft, problems: Diagnostics) -> None:
    for locale, sentences in seen.sentences.items():
        before = draft.sentences.get(locale)
        if before is None:
            continue
        for fingerprint, (text, place) in sentences.items():
            if fingerprint not in before:
                problems.note(f"since draft {number} it reads in `{locale}`: {text}", place)


def _counting_sentences(blocks: Iterable[Block]) -> Iterator[tuple[str, Origin | None]]:
    """The sentences in which something is said of those who sign, and where it is said."""
    for block in every_block(blocks):
        match block:
            case Paragraph(inlines=inlines) | Heading(inlines=inlines):
                said = [inlines]
            case Table(header=header, rows=rows):
                said = [cell for row in (header, *rows) for cell in row]
            case _:
                continue
        for inlines in said:
            for value in values_in(inlines):
                if _COUNTED.search(value.expression):
                    yield plain_text(inlines), value.origin
                    break
