"""Those who sign as they are seen in one language, and how many they are."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from letterkit.language.collation import sort_key
from letterkit.people.loading import Order
from letterkit.people.localizer import Localizer, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.language.vocabulary import Gender
    from letterkit.people.loading import Group, SignatoryList
    from letterkit.people.models import Signatory
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
    def represents(self) -> int | None:
        """How many organisations a coalition speaks for."""
        return self._signatory.represents

    @property
    def members(self) -> DataText | None:
        """The counted noun for those organisations."""
        return self._signatory.members

    @property
    def area(self) -> DataText:
        """Where those organisations are, with its preposition."""
        return self._localizer.phrase(self._signatory.area, "area")


class GroupView(View):
    """Signatories under one heading; goes through them in their order."""

    __slots__ = ("_group",)

    def __init__(self, group: Group, localizer: Localizer) -> None:
        super().__init__(localizer)
        self._group = group

    @property
    def heading(self) -> DataText:
        """The heading; nothing where the list has none."""
        return self._localizer.phrase(self._group.heading, "heading")

    def __iter__(self) -> Iterator[SignatoryView]:
        views = [SignatoryView(each, self._localizer) for each in self._group.signatories]
        if self._group.order is Order.ALPHABETICAL:
            locale = self._localizer.profile.language
            views.sort(key=lambda view: sort_key(view.name, locale))
        return iter(views)

    def __len__(self) -> int:
        return len(self._group.signatories)


class SignatoriesView:
    """All who sign a letter, group by group, and how many they are.

    A coalition counts as the organisations it represents and is not one more; an organisation that
    signs in its own name is one; a person's affiliation is not counted.
    """

    def __init__(self, lists: Sequence[SignatoryList], localizer: Localizer) -> None:
        self._groups = [group for each in lists for group in each.groups]
        self._localizer = localizer

    @property
    def groups(self) -> tuple[GroupView, ...]:
        """The groups, in the order in which the letter names their lists."""
        return tuple(GroupView(group, self._localizer) for group in self._groups)

    @cached_property
    def organisations(self) -> int:
        """How many organisations sign, or are signed for."""
        return sum(
            1 if signatory.represents is None else signatory.represents
            for signatory in self._all()
            if signatory.person is None
        )

    @cached_property
    def individuals(self) -> int:
        """How many persons sign."""
        return sum(signatory.person is not None for signatory in self._all())

    def __iter__(self) -> Iterator[SignatoryView]:
        return (view for group in self.groups for view in group)

    def __len__(self) -> int:
        return sum(len(group.signatories) for group in self._groups)

    def _all(self) -> Iterator[Signatory]:
        return (signatory for group in self._groups for signatory in group.signatories)
