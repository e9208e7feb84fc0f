"""Picture files that data gives beside a name; no expression of a letter's words sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from letterkit.people.signatories import SignatoryView
    from letterkit.people.views import PersonView
    from letterkit.sources.nodes import DataText


def signature_of(view: PersonView | SignatoryView) -> DataText | None:
    """The picture of a person's signature, by its path from the workspace on."""
    return view._signature()  # noqa: SLF001 - no field that expressions should see


def logo_of(view: SignatoryView) -> DataText | None:
    """The picture of an organisation's logo, by its name in the folder of the letter's logos."""
    return view._logo()  # noqa: SLF001 - as above
