"""Names that an expression asks for and the data does not have."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined
from jinja2.utils import missing


class MissingMessage(str):
    """The message of Jinja's error for an undefined name, which still knows the name.

    `owner` is None where the name itself is undefined, else what has no such field; `hint` is what
    the one who looked it up has to say.
    """

    __slots__ = ("hint", "name", "owner")

    name: str
    owner: object
    hint: str | None


class MissingName(StrictUndefined):
    """Jinja's strict undefined object; whatever is done with it raises `UndefinedError`."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return self.message()

    def message(self) -> MissingMessage:
        """What is missing, and of what."""
        owner: Any = None if self._undefined_obj is missing else self._undefined_obj
        made = MissingMessage(f"`{self._undefined_name}` is not defined")
        made.name = str(self._undefined_name)
        made.owner = owner
        made.hint = self._undefined_hint
        return made
