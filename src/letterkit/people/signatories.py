"""Those who sign as they are seen in one language, and how many they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from letterkit.language.collation import sort_key
from letterkit.people.loading import Order
from letterkit.people.localizer import Localizer, View
from letterkit.people.signatory import NOBODY
from letterkit.people.views import country_name
from letterkit.people.withheld import Withheld, total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from letterkit.language.vocabulary import Gender
    from letterkit.people.loading import Group, SignatoryList
    from letterkit.people.localized import LocalizedText
    from letterkit.people.signatory import Signatory
    from letterkit.sources.nodes import DataText


class SignatoryView(View):
    """One who signs."""

    __slots__ = ("_signatory",)

    def __init__(self, signatory: Signatory, localizer: Localizer) -> None:
        super().__init__(localizer)
        self._signatory = signatory

    @property
    def name(self) -> DataText:
        """The name by which the entry is known: the person's, else the organisation's."""
        return self.person or self.organisation

    @property
    def person(self) -> DataText:
        """The person's name; nothing where an organisation signs."""
        return self._localizer.name(self._signatory.person)

    @property
    def honorific(self) -> DataText:
        """The short title of respect before the name: Dr., د."""
        return self._localizer.honorific(self._signatory.honorific, self.gender)

    @property
    def honorific_key(self) -> DataText:
        """A key of the vocabulary, as `doctor`, or the data's own words."""
        return self._localizer.phrase(self._signatory.honorific, "honorific")

    @property
    def title(self) -> DataText:
        """The person's office."""
        return self._localizer.phrase(self._signatory.title, "title")

    @property
    def gender(self) -> Gender:
        """As the data says; never guessed."""
        return self._signatory.gender

    @property
    def organisation(self) -> DataText:
        """The organisation that signs, or that the person belongs to."""
        return self._localizer.name(self._signatory.organisation)

    @property
    def description(self) -> DataText:
        """What the organisation is, in one phrase."""
        return self._localizer.phrase(self._signatory.description, "description")

    @property
    def kind(self) -> DataText:
        """What kind of organisation it is, as hospital or union."""
        return self._localizer.phrase(self._signatory.kind, "kind")

    @property
    def country(self) -> DataText:
        """The name of the country."""
        return country_name(self._signatory.country, self._localizer)

    @property
    def represents(self) -> int | None:
        """How many organisations a coalition speaks for."""
        signatory = self._signatory
        if signatory.represents is None and self.names_members:
            return signatory.organisations
        return signatory.represents

    @property
    def members(self) -> DataText | None:
        """The counted noun for those organisations."""
        return self._signatory.members

    @property
    def names_members(self) -> bool:
        """Whether members of a coalition stand under it, named or withheld."""
        return self._signatory.signatories is not NOBODY

    @property
    def members_by_name(self) -> tuple[SignatoryView, ...]:
        """The members of a coalition that are named under it."""
        below = self._signatory.signatories.named
        return tuple(SignatoryView(each, self._localizer) for each in below)

    @property
    def members_withheld(self) -> Withheld:
        """How many of them are not named."""
        return total(self._signatory.signatories.withheld)

    @property
    def area(self) -> DataText:
        """Where those organisations are, with its preposition."""
        return self._localizer.phrase(self._signatory.area, "area")

    @property
    def personal_capacity(self) -> bool:
        """Whether the organisation only tells who the person is."""
        return self._signatory.personal_capacity

    @property
    def sort_as(self) -> DataText:
        """The name under which the entry is sorted."""
        found: LocalizedText | None = self._signatory.sort_as
        told = self._localizer.given(found) if found else None
        return told or self.name

    def _signature(self) -> DataText | None:
        return self._signatory.signature

    def _logo(self) -> DataText | None:
        return self._signatory.logo


class GroupView(View):
    """Signatories under one heading; goes through them in their order."""

    __slots__ = ("_choice", "_group")

    def __init__(self, group: Group, localizer: Localizer, choice: _Choice | None = None) -> None:
        super().__init__(localizer)
        self._group = group
        self._choice = choice or _Choice()

    @property
    def heading(self) -> DataText:
        """The heading; nothing where the list has none."""
        return self._localizer.phrase(self._group.heading, "heading")

    @property
    def withheld(self) -> Withheld:
        """How many sign in this group and are not named."""
        return total(each for each in self._group.withheld if self._choice.takes(each.joined))

    @property
    def _signatories(self) -> list[Signatory]:
        return self._choice.of(self._group)

    def __iter__(self) -> Iterator[SignatoryView]:
        views = [SignatoryView(each, self._localizer) for each in self._signatories]
        if by := _SORTED_BY.get(self._group.order):
            profile = self._localizer.profile
            key = partial(
                sort_key, locale=profile.language, ignore_article=profile.article_is_ignored
            )
            views.sort(key=lambda view: [key(text) for text in by(view)])
        return iter(views)

    def __len__(self) -> int:
        return len(self._signatories)

    def __bool__(self) -> bool:
        return bool(self._signatories or self.withheld)


_SORTED_BY: dict[Order, Callable[[SignatoryView], tuple[DataText, ...]]] = {
    Order.ALPHABETICAL: lambda view: (view.sort_as,),
    Order.COUNTRY: lambda view: (view.country, view.sort_as),
    Order.KIND: lambda view: (view.kind, view.sort_as),
}


@dataclass(frozen=True, slots=True)
class _Choice:
    """Which of those in the data are meant: who had joined by a day, or who joined after it.

    Who has withdrawn is neither.
    """

    day: date | None = None
    late: bool = False

    def takes(self, joined: date | None) -> bool:
        """Whether somebody is meant who joined on that day, None being from the beginning."""
        after = self.day is not None and joined is not None and joined > self.day
        return after is self.late

    def of(self, group: Group) -> list[Signatory]:
        """Those of a group, in the order of the data."""
        return [
            each for each in group.signatories if each.withdrawn is None and self.takes(each.joined)
        ]


class SignatoriesView:
    """All who sign a letter, group by group, and how many they are.

    A coalition counts as the organisations it represents and is not one more; an organisation that
    signs in its own name is one; a person's affiliation is not counted. The withheld count like all
    others. `published` is the day of the letter: who joined later stands apart, in `late`.
    """

    def __init__(
        self,
        lists: Sequence[SignatoryList],
        localizer: Localizer,
        published: date | None = None,
        *,
        late: bool = False,
    ) -> None:
        self._lists = lists
        self._localizer = localizer
        self._choice = _Choice(published, late)

    @cached_property
    def groups(self) -> tuple[GroupView, ...]:
        """The groups in which anybody stands, in the order of the letter’s lists."""
        views = (
            GroupView(group, self._localizer, self._choice)
            for each in self._lists
            for group in each.groups
        )
        return tuple(view for view in views if view)

    @cached_property
    def late(self) -> SignatoriesView:
        """Those who joined after the letter's day; the counts of the others do not hold them."""
        return SignatoriesView(self._lists, self._localizer, self._choice.day, late=True)

    @cached_property
    def withheld(self) -> Withheld:
        """How many are not named."""
        return total(group.withheld for group in self.groups)

    @cached_property
    def organisations(self) -> int:
        """How many organisations sign, or are signed for."""
        named = sum(signatory.organisations for signatory in self._all())
        return named + self.withheld.organisations

    @cached_property
    def individuals(self) -> int:
        """How many persons sign."""
        named = sum(signatory.person is not None for signatory in self._all())
        return named + self.withheld.individuals

    def __iter__(self) -> Iterator[SignatoryView]:
        return (view for group in self.groups for view in group)

    def __len__(self) -> int:
        return sum(map(len, self.groups))

    def __bool__(self) -> bool:
        return bool(self.groups)

    def _all(self) -> Iterator[Signatory]:
        groups = (group for each in self._lists for group in each.groups)
        return (signatory for group in groups for signatory in self._choice.of(group))


def stand_in_lists(view: SignatoriesView) -> bool:
    """Whether the letter names lists of those who sign, whoever is left in them."""
    return bool(view._lists)  # noqa: SLF001 - no field that expressions should see
