"""Puts a letter together in one language: its parts in their order, for each addressee.

What does not depend on the addressee is merged once and is the same object in every document, so
that the thousandth letter costs only what differs in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from letterkit.diagnostics import Diagnostics, LetterkitError, nearest
from letterkit.document import (
    Block,
    Document,
    Paragraph,
    Phrase,
    plain_text,
)
from letterkit.language import lists
from letterkit.merge import continuing
from letterkit.merge.addressed import tell_of_own_salutations
from letterkit.merge.article import ArticlePart
from letterkit.merge.articles import settled
from letterkit.merge.completeness import tell_of_circles, tell_of_parts, words_by_name
from letterkit.merge.composition import tell_of_articles
from letterkit.merge.filling import FAULTY, Filler, Fragment, prints
from letterkit.merge.grouping import group_heading, grouped
from letterkit.merge.joining import joined
from letterkit.merge.made import confidentiality_at_the_foot, page_number
from letterkit.merge.makers import ADDRESSED, MAKERS
from letterkit.merge.occasion import Occasion
from letterkit.merge.placing import DEFAULT, Places
from letterkit.merge.press import embargo
from letterkit.merge.quotations import QuotedByKey
from letterkit.merge.stages import note_setter, stage_mark
from letterkit.merge.titles import first_heading_of, headline_of
from letterkit.merge.unprinted import tell_of_unprinted
from letterkit.people.signatories import GroupView, SignatoriesView
from letterkit.template.entries import compile_conditions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from letterkit.merge.materials import Materials
    from letterkit.people.views import AddresseeView
    from letterkit.template.entries import PartUse

_CONFIDENTIALITY = "confidentiality"
_SALUTATION = "salutation"
_SENDER = "sender"
_SIGNATORIES = "signatories"
_SORTED = ("alphabetical", "signatories")
_CIRCLE = "take one `part(…)` out, so that the circle is open"


@dataclass(frozen=True, slots=True)
class _Pass:
    """One way through the parts: the names that expressions may use, and what was found.

    `above` are the parts within whose sentences the present one is being set.
    """

    context: Mapping[str, object]
    addressees: tuple[AddresseeView, ...]
    problems: Diagnostics
    above: tuple[str, ...] = ()

    def naming(self, names: Mapping[str, object]) -> _Pass:
        """The same with more names."""
        return replace(self, context={**self.context, **names}) if names else self


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """What stands in one place of a letter.

    `sorted_by_language` says that its repetitions come in an order which another language may not
    share.
    """

    id: str
    blocks: tuple[Block, ...]
    sorted_by_language: bool = False


class PartError(LetterkitError):
    """A part is asked for that there is not, or that contains itself."""


class Assembly:
    """One letter in one language, ready to be made for one addressee after another.

    What is wrong with it as a whole is found when it is made, and told to `problems`.
    """

    def __init__(self, materials: Materials, problems: Diagnostics) -> None:
        self._materials = materials
        self._words = words_by_name(materials.words)
        self._conditions = {
            use.id: compile_conditions(use, materials.environment, problems)
            for use in materials.parts
        }
        self._places = Places(
            {use.id: use for use in materials.parts}, self._words, self._conditions
        )
        self._placed = self._places.placed()
        tell_of_parts(materials, self._places, problems)
        tell_of_circles(self._places, problems)
        tell_of_unprinted(materials, self._places, problems)
        tell_of_articles(materials, self._places, problems)
        self._context: dict[str, object] = {
            **materials.variables,
            "letter": materials.letter,
            "quotes": QuotedByKey(materials.letter, materials.profile),
            "organisation": materials.organisation,
            "signatories": materials.signatories,
            "copies": materials.copies,
            "note": note_setter(materials.profile, materials.version),
        }
        once = _Pass(self._context, (), problems)
        self._constant = {
            use.id: self._merged(use, once) for use in self._placed if not self._places.differs(use)
        }
        self._mark = stage_mark(materials.profile, materials.version)
        self._footer = (*self._mark, *page_number(materials.profile))
        with materials.relay.to(problems):
            foot = confidentiality_at_the_foot(materials.letter)
        self._confidential_footer = (*self._mark, *foot, *page_number(materials.profile))
        if not materials.signatories and any(
            use.name == _SIGNATORIES and self._constant.get(use.id) == () for use in self._placed
        ):
            problems.warning(
                "nobody signs this letter",
                materials.origin,
                "give the organisation a `director` in letterkit.yaml, or the letter `signatories`",
            )

    def document(self, addressees: tuple[AddresseeView, ...], problems: Diagnostics) -> Document:
        """The letter to one addressee, or to several at once; what is wrong with it is told."""
        return self.in_parts(addressees, problems)[0]

    def parts(
        self, addressees: tuple[AddresseeView, ...] | None, problems: Diagnostics
    ) -> tuple[ArticlePart, ...]:
        """The parts of the letter one by one, for a document that it is an article of.

        Where it goes to several one by one, `addressees` are None: custom's address, salutation
        and close then do not stand in it, and other parts that name the addressee have no blocks.
        """
        made: list[ArticlePart] = []
        with self._materials.relay.to(problems):
            through = self._through(addressees or (), problems)
            for use in self._placed:
                blocks = self._constant.get(use.id)
                if blocks is None and addressees is not None:
                    blocks = self._merged(use, through)
                if blocks is not None or use.name not in ADDRESSED:
                    made.append(ArticlePart(use.name, use.id, blocks))
        return tuple(made)

    def embargo_line(self) -> tuple[Block, ...]:
        """Until when nothing of the letter may be published, in words; empty where it may."""
        return embargo(self._occasion((), {}))

    def _through(self, addressees: tuple[AddresseeView, ...], problems: Diagnostics) -> _Pass:
        addressed = {"addressee": addressees[0]} if addressees else {}
        return _Pass({**self._context, "addressees": addressees, **addressed}, addressees, problems)

    def in_parts(
        self, addressees: tuple[AddresseeView, ...], problems: Diagnostics
    ) -> tuple[Document, list[PlacedPart]]:
        """The same, and which of its blocks stand in which place, in their order."""
        with self._materials.relay.to(problems):
            return self._in_parts(addressees, problems)

    def _in_parts(
        self, addressees: tuple[AddresseeView, ...], problems: Diagnostics
    ) -> tuple[Document, list[PlacedPart]]:
        materials = self._materials
        profile = materials.profile
        through = self._through(addressees, problems)
        if not addressees and any(use.name in ADDRESSED for use in self._placed):
            problems.warning(
                "nobody is addressed: no address and no salutation stand in the letter",
                materials.origin,
                "name the addressee under `addressees`",
            )
        if any(
            use.name == _SALUTATION and self._places.made_by_the_kit(use) for use in self._placed
        ):
            tell_of_own_salutations(addressees, problems)
        header: list[Block] = list(self._mark)
        footer = self._footer
        blocks: list[Block] = []
        placed: list[PlacedPart] = []
        for use in self._placed:
            made = self._constant.get(use.id)
            if made is None:
                made = self._merged(use, through)
            if use.name == _SENDER:
                header.extend(made)
            else:
                blocks.extend(made)
                placed.append(PlacedPart(use.id, made, _is_sorted(use)))
            if made and use.name == _CONFIDENTIALITY:
                footer = self._confidential_footer
        if materials.articles:
            blocks = settled(blocks)
            placed = _again(placed, blocks)
        subject = str(materials.letter.subject)
        continuation = continuing.continuation(
            profile, materials.letter, materials.organisation, addressees, headline_of(blocks)
        )
        document = Document(
            locale=profile.locale,
            language_tag=profile.language_tag,
            direction=profile.direction,
            title=plain_text(headline_of(blocks)) or subject or first_heading_of(blocks),
            subject=subject,
            blocks=tuple(blocks),
            header=tuple(header),
            continuation=continuation,
            footer=footer,
            identity=materials.identity,
        )
        return document, placed

    def _merged(self, use: PartUse, through: _Pass) -> tuple[Block, ...]:
        """A part at its place: not at all, once, or for each item, in groups where asked for."""
        repetitions = self._repetitions(use, through)
        field = use.options.get("group_by")
        if not isinstance(field, str):
            return joined([self._merged_once(use, through.naming(item)) for item in repetitions])
        blocks: list[Block] = []
        items = [repetition.get(use.as_name) for repetition in repetitions]
        groups, faults = grouped(items, field)
        for fault in faults:
            through.problems.error(
                fault, use.origin, "group by a field that holds a text, a whole number or a date"
            )
        for value, group in groups:
            blocks.append(group_heading(value, self._materials.profile))
            named = [through.naming({use.as_name: item}) for item in group]
            blocks += joined([self._merged_once(use, each) for each in named])
        return tuple(blocks)

    def _repetitions(self, use: PartUse, through: _Pass) -> list[Mapping[str, object]]:
        """The names to add each time; none where the part does not stand."""
        conditions = self._conditions.get(use.id)
        if conditions is None:
            return [{}]
        filler = self._filler(through)
        if use.when is not None and not (conditions.when and filler.evaluate(conditions.when)):
            return []
        if use.each is None:
            return [{}]
        items = filler.evaluate(conditions.each) if conditions.each else FAULTY
        if items is FAULTY:
            return []
        if isinstance(items, SignatoriesView | GroupView):
            items = list(items)
        if not isinstance(items, list | tuple) or isinstance(items, Phrase):
            through.problems.error(
                f"`{use.each}` is no list", use.each.origin, "`each` goes through a list"
            )
            return []
        return [{use.as_name: item} for item in items]

    def _merged_once(self, use: PartUse, through: _Pass) -> tuple[Block, ...]:
        """A part's words with every place in them filled, or what the kit makes."""
        part = self._words.get(use.name)
        if part is None:
            return self._made(use, through)
        names: dict[str, object] = {}
        if DEFAULT in part.names and part.name in MAKERS:
            names[DEFAULT] = _in_a_sentence(self._made(use, through))
        if "part" in part.names:
            names["part"] = self._part_setter(
                replace(through, above=(*through.above, use.id)), part.parts
            )
        folder = self._materials.root / Path(part.origin.path).parent
        return self._filler(through.naming(names), folder).blocks(part.blocks)

    def _filler(self, through: _Pass, folder: Path | None = None) -> Filler:
        materials = self._materials
        return Filler(
            through.context,
            through.problems,
            folder,
            materials.faulty,
            materials.root,
            materials.look_at,
        )

    def _made(self, use: PartUse, through: _Pass) -> tuple[Block, ...]:
        """What the kit makes of data, by the custom of the language."""
        maker = MAKERS.get(use.name)
        if maker is None:
            return ()
        try:
            return maker(self._occasion(through.addressees, use.options))
        except LetterkitError as error:
            found = error.diagnostic
            through.problems.add(replace(found, origin=found.origin or use.origin))
            return ()

    def _occasion(
        self, addressees: tuple[AddresseeView, ...], options: Mapping[str, object]
    ) -> Occasion:
        materials = self._materials
        return Occasion(
            materials.profile,
            materials.letter,
            materials.organisation,
            addressees,
            materials.signatories,
            materials.copies,
            options,
            materials.version,
            materials.root,
            materials.articles,
        )

    def _part_setter(
        self, through: _Pass, written: frozenset[str]
    ) -> Callable[..., Phrase | Fragment]:
        """The function that expressions call as `part("id")`, and `part("id", join="or")`.

        `written` are the parts that the words name: no other can be asked for, since where a part
        stands must be known before anything is merged.
        """

        def part(identity: object = None, join: object = None) -> Phrase | Fragment:
            if not isinstance(identity, str) or identity not in written:
                raise PartError(
                    "`part` takes the name of a part", hint='write it in quotes: `part("opening")`'
                )
            if join not in {None, "and", "or"}:
                raise PartError(
                    f"`{join}` is no way to join parts", hint="`and` and `or` are known"
                )
            use = self._places.find(identity)
            if use is None:
                raise PartError(
                    f"there is no part `{identity}`",
                    hint=nearest(identity, {*self._places.uses, *self._words}),
                )
            if identity in through.above:
                raise PartError(f"the part `{identity}` contains itself", hint=_CIRCLE)
            if "group_by" in use.options:
                return _in_a_sentence(self._merged(use, through))
            repetitions = self._repetitions(use, through)
            made = [self._merged_once(use, through.naming(item)) for item in repetitions]
            if use.each is None or not made:
                return _in_a_sentence(joined(made))
            sentences = [_in_a_sentence(blocks) for blocks in made]
            phrases = [sentence for sentence in sentences if isinstance(sentence, Phrase)]
            if len(phrases) < len(sentences):
                return Fragment(joined(made))
            phrases = [phrase for phrase in phrases if prints(phrase)]
            style = str(join or use.options.get("join", "and"))
            return lists.join(self._materials.profile, phrases, style)

        return part


def _again(placed: Iterable[PlacedPart], blocks: Iterable[Block]) -> list[PlacedPart]:
    """The same places with blocks that were made anew, one for one."""
    anew = iter(blocks)
    return [replace(part, blocks=tuple(islice(anew, len(part.blocks)))) for part in placed]


def _is_sorted(use: PartUse) -> bool:
    """Whether the repetitions of a part may be sorted by the rules of the language.

    Lists of signatories sort themselves, where they are to.
    """
    return use.each is not None and any(word in use.each for word in _SORTED)


def _in_a_sentence(blocks: tuple[Block, ...]) -> Phrase | Fragment:
    """Blocks as what an expression can set: a single paragraph fits into a sentence."""
    match blocks:
        case ():
            return Phrase()
        case (Paragraph(inlines=inlines),):
            return Phrase(inlines)
    return Fragment(blocks)
