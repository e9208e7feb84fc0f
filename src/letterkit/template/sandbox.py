"""Jinja's immutable sandbox, narrowed to what an expression in a letter may do.

Text has no methods here (Python's would be wrong in Turkish), data is read by its keys, `~` and `+`
keep each name an island, and nothing can make a text of a million characters out of ten.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError
from jinja2.lexer import TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment

from letterkit.document import Inline, Phrase
from letterkit.template.filters import filters_for
from letterkit.template.sequences import sequence_filters
from letterkit.template.undefined import MissingName
from letterkit.template.values import FilterError, Year, concatenated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Undefined
    from jinja2.runtime import Context

    from letterkit.language.profile import Profile

CONCATENATE = " concatenate"
"""The filter that `~` becomes; its name cannot be written in an expression."""

KEPT_TESTS = frozenset(
    {"boolean", "defined", "divisibleby", "eq", "equalto", "even", "false", "float", "ge", "gt"}
    | {"greaterthan", "in", "integer", "iterable", "le", "lessthan", "lt", "mapping", "ne", "none"}
    | {"number", "odd", "sequence", "string", "true", "undefined"}
    | {"!=", "<", "<=", "==", ">", ">="}
)
KEPT_FILTERS = frozenset(
    {"abs", "count", "d", "default", "first", "last", "length", "list", "map", "max", "min"}
    | {"reject", "rejectattr", "round", "select", "selectattr", "sum", "trim"}
)
"""What Jinja brings that is harmless in any language."""

_NO_FIELDS = (str, int, float, Decimal, list, tuple, Inline)


class Sandbox(ImmutableSandboxedEnvironment):
    """The Jinja environment of one locale."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, profile: Profile) -> None:
        # Constants are not folded while compiling: a fault must be told once, where it is.
        super().__init__(undefined=MissingName, optimized=False, autoescape=False, cache_size=0)
        self.profile = profile
        self.last_offset = 0
        """Where in the source the parser's latest token begins."""
        self.globals.clear()
        self.tests = {name: test for name, test in self.tests.items() if name in KEPT_TESTS}
        self.filters = {
            name: function for name, function in self.filters.items() if name in KEPT_FILTERS
        }
        self.filters |= {**sequence_filters(), **filters_for(profile)}
        self.filters[CONCATENATE] = self._concatenated

    def _concatenated(self, values: list[object]) -> Phrase:
        return concatenated(_defined(values), self.profile)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of data or of a view; of text and numbers nothing."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self._missing(obj, attribute)
        if isinstance(obj, MissingName):
            str(obj)  # tells of the name that is missing, not of the field asked of it
        if attribute.startswith("_") or obj is None or isinstance(obj, _NO_FIELDS):
            return self._missing(obj, attribute)
        if isinstance(obj, date) and attribute not in {"year", "month", "day"}:
            return self._missing(obj, attribute)
        try:
            value = getattr(obj, attribute)
        except AttributeError:
            return self._missing(obj, attribute)
        if not self.is_safe_attribute(obj, attribute, value):
            return self._missing(obj, attribute)
        return Year(value) if isinstance(obj, date) and attribute == "year" else value

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a list, or a field by its name."""
        if isinstance(obj, MissingName):
            str(obj)
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, Mapping):
            return obj[argument] if argument in obj else self._missing(obj, argument)
        if isinstance(obj, str | list | tuple) and not isinstance(obj, Phrase):
            try:
                return obj[argument]
            except (IndexError, TypeError, ValueError):
                return self._missing(obj, argument)
        return self._missing(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`+` joins text; `*`, `%` and `**` are for numbers, and small ones."""
        _defined((left, right))
        textual = isinstance(left, str | Inline | Phrase) or isinstance(
            right, str | Inline | Phrase
        )
        if operator == "+" and textual:
            return concatenated((left, right), self.profile)
        if textual or isinstance(left, list | tuple) != isinstance(right, list | tuple):
            raise FilterError(f"`{operator}` takes numbers", hint="`~` joins text")
        if operator == "**":
            raise FilterError("`**` is not available in a letter")
        return super().call_binop(context, operator, left, right)

    def is_safe_callable(self, obj: Any) -> bool:
        """Only what the kit itself offers for calling, as `part`, is called."""
        return not isinstance(obj, type) and super().is_safe_callable(obj)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """What the sandbox refuses looks as if it were not there."""
        return self._missing(obj, attribute)

    def _missing(self, owner: Any, name: Any) -> Undefined:
        hint = None
        if isinstance(owner, str | Phrase) and name in self.filters:
            hint = f"use the filter: `| {name}`"
        return self.undefined(hint=hint, obj=owner, name=name)

    def _tokenize(
        self,
        source: str,
        name: str | None,
        filename: str | None = None,
        state: str | None = None,
    ) -> TokenStream:
        """As Jinja does it, but noting how far it has come: its errors know no column."""

        def noted() -> Iterator[tuple[int, str, str]]:
            self.last_offset = offset = 0
            try:
                for number, kind, text in self.lexer.tokeniter(source, name, filename, state):
                    if kind != "whitespace":
                        self.last_offset = offset
                    yield number, kind, text
                    offset += len(text)
            except TemplateSyntaxError:  # what begins no token stands behind the latest one
                self.last_offset = offset
                raise
            self.last_offset = offset

        return TokenStream(self.lexer.wrap(noted(), name, filename), name, filename)


def _defined(values: Any) -> Any:
    for value in values:
        if isinstance(value, MissingName):
            str(value)
    return values
