"""`letterkit.yaml`: who we are, which languages and formats our letters have."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from letterkit.diagnostics import Origin
from letterkit.letter.references import References
from letterkit.people.localized import EVERYWHERE, LocaleName, Localized, LocalizedText
from letterkit.people.models import Organisation
from letterkit.sources.nodes import DataText
from letterkit.sources.schema import DataModel, fault
from letterkit.workspace.places import SETTINGS_FILE
from letterkit.writers.formats import Format


def _some(values: tuple[object, ...]) -> tuple[object, ...]:
    if not values:
        raise fault("nothing is named here", "name at least one, or take the key out")
    return values


def _each_once(values: tuple[DataText, ...]) -> tuple[DataText, ...]:
    return tuple(dict.fromkeys(values))


class Settings(DataModel):
    """The keys of `letterkit.yaml`; `letterhead` is a Word file, or one for each locale.

    `references` say how the register draws the numbers of letters.
    """

    organisation: Organisation
    letterhead: Localized | None = None
    references: References | None = None
    locales: Annotated[
        tuple[LocaleName, ...], AfterValidator(_some), AfterValidator(_each_once)
    ] = Field(default_factory=lambda: (DataText("en", Origin(SETTINGS_FILE)),))
    formats: Annotated[tuple[Format, ...], AfterValidator(_some)] = (
        Format.DOCX,
        Format.TXT,
    )


def unreadable_settings(name: str) -> Settings:
    """What stands in for settings that cannot be read, so that the rest can still be checked."""
    unknown = DataText("—", Origin(name))
    organisation = Organisation.model_construct(
        name=LocalizedText({EVERYWHERE: unknown}, unknown.origin)
    )
    return Settings.model_construct(organisation=organisation)
