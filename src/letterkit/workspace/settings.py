"""`letterkit.yaml`: who we are, which languages and formats our letters have."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.letter.references import References
from letterkit.people.localized import EVERYWHERE, LocaleName, Localized, LocalizedText
from letterkit.people.models import Organisation
from letterkit.sources.nodes import DataMapping, DataText
from letterkit.sources.schema import DataModel, fault, validate
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


def readable_settings(node: object, name: str) -> Settings:
    """What is right in settings that are at fault, so that the rest can still be checked."""
    found: Settings | None = None
    if isinstance(node, DataMapping):
        right = DataMapping(node.origin)
        for key in sorted(node, key=lambda key: key != "organisation"):  # nothing is whole without
            trial = DataMapping(node.origin)
            trial.update(right)
            trial[key] = node[key]
            settings = validate(Settings, trial, Diagnostics())
            if settings is not None:
                found, right = settings, trial
    return found or _unknown(name)


def _unknown(name: str) -> Settings:
    unknown = DataText("—", Origin(name))
    organisation = Organisation.model_construct(
        name=LocalizedText({EVERYWHERE: unknown}, unknown.origin)
    )
    return Settings.model_construct(organisation=organisation)
