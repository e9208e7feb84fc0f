"""What stands between `{{` and `}}`: compiled once, run in the sandbox for each letter.

Every fault is a diagnostic with its place: those of the expression itself when it is compiled, all
of them at once, those of the data when it is evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import DecimalException
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateSyntaxError, Undefined, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser

from letterkit.diagnostics import LetterkitError, nearest
from letterkit.document import Text
from letterkit.sources.variables import RESERVED
from letterkit.template import checks
from letterkit.template.checks import Tree
from letterkit.template.direct import direct
from letterkit.template.sandbox import Sandbox
from letterkit.template.undefined import MissingMessage
from letterkit.template.values import (
    FilterError,
    UnprintableError,
    characters_of,
    inlines_of,
    public_names,
)

if TYPE_CHECKING:
    from jinja2 import Template

    from letterkit.diagnostics import Diagnostics, Origin
    from letterkit.document import Inline
    from letterkit.language.profile import Profile

_RESULT = "result"


_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    DecimalException,
    LookupError,
    MemoryError,
    RecursionError,
    SyntaxError,
    TemplateError,
    TypeError,
    ValueError,
)
"""All that Python and Jinja may raise over values of a user's data."""


class ExpressionError(LetterkitError):
    """An expression could not be evaluated with the data it was given."""


class Expression:
    """One expression, bound to the locale of its environment.

    `source` is what stands between the braces, without the spaces around it, and `origin` the place
    of its first character. `names` are the variables it asks for, `paths` the same with the field
    asked of each, `parts` those parts that it sets into its sentence by `part("…")`, `own_words`
    the strings written in it.
    """

    __slots__ = (
        "_direct",
        "_template",
        "_tree",
        "environment",
        "names",
        "origin",
        "own_words",
        "parts",
        "paths",
        "source",
    )

    def __init__(
        self, source: str, origin: Origin, tree: Tree, environment: ExpressionEnvironment
    ) -> None:
        self.source = source
        self.origin = origin
        self.environment = environment
        self.names = tree.names
        self.paths = tree.paths
        self.parts = tree.parts
        self.own_words = tree.strings
        self._tree = checks.rewritten(tree, environment.sandbox)
        self._direct = direct(self._tree, environment.sandbox)
        self._template: Template | None = None

    def __repr__(self) -> str:
        return f"Expression({self.source!r}, {self.origin})"

    def evaluate(self, context: Mapping[str, object]) -> object:
        """What the expression gives with these variables; never an undefined object.

        Raises `ExpressionError`, with the place and a hint, where it cannot be evaluated.
        """
        try:
            result = self._run(context) if self._direct is None else self._direct(context)
            if isinstance(result, Iterator):
                return list(result)
            if isinstance(result, Undefined):
                str(result)
        except UndefinedError as error:
            raise self._undefined(error, context) from None
        except LetterkitError as error:
            found = error.diagnostic
            raise ExpressionError(
                found.message, found.origin or self._place_of_fault(error), found.hint
            ) from error
        except _FAULTS as error:
            raise self.failed(error) from error
        return result

    def inlines(self, context: Mapping[str, object]) -> tuple[Inline, ...]:
        """What the expression prints with these variables; raises as `evaluate` does."""
        return to_inlines(self.evaluate(context), self)

    def characters(self, context: Mapping[str, object]) -> str:
        """What the expression gives for an address or a file name: plain, in no language.

        A number has its plain digits, a date is year-month-day. Raises as `evaluate` does.
        """
        try:
            return characters_of(self.evaluate(context))
        except UnprintableError as error:
            found = error.diagnostic
            raise ExpressionError(found.message, self.origin, found.hint) from error

    def _run(self, context: Mapping[str, object]) -> object:
        """Evaluate by Jinja, whose template of the expression sets one variable."""
        if self._template is None:  # made at the first use: many are only checked
            body = nodes.Assign(nodes.Name(_RESULT, "store"), self._tree, lineno=1)
            sandbox = self.environment.sandbox
            self._template = sandbox.from_string(nodes.Template([body], lineno=1))
        # `shared` lets the context be read as it is, without a copy of it.
        made = self._template.new_context(context, shared=True)  # type: ignore[arg-type]  # only read
        for _ in self._template.root_render_func(made):
            pass
        return made.vars[_RESULT]

    def _undefined(self, error: UndefinedError, context: Mapping[str, object]) -> ExpressionError:
        missing = error.args[0] if error.args else None
        if not isinstance(missing, MissingMessage):
            return ExpressionError(str(error), self.origin)
        if missing.owner is None:
            known: list[str] = [name for name in context if not name.startswith("_")]
            message = f"`{missing.name}` is not defined"
            place = checks.place_of_name(self.source, missing.name)
        else:
            known = public_names(missing.owner)
            message = f"there is no `{missing.name}` in `{self._owner(missing.name)}`"
            place = checks.place_of_field(self.source, missing.name)
        hint = missing.hint or nearest(missing.name, known)
        if missing.owner is None and missing.name in RESERVED and RESERVED.isdisjoint(known):
            hint = f"`{missing.name}` is known in a letter only; try `'2016-02-24' | date`"
        return ExpressionError(message, checks.shifted(self.origin, self.source, place), hint)

    def _owner(self, field: str) -> str:
        place = checks.place_of_field(self.source, field)
        written = re.search(r"[\w.\[\]\"']*\Z", self.source[:place].rstrip(" .["))
        return written[0] if written and written[0] else self.source

    def _place_of_fault(self, error: LetterkitError) -> Origin:
        """The place of the filter that raised an error, else of the whole expression."""
        name = error.filter_name if isinstance(error, FilterError) else None
        place = 0 if name is None else checks.place_of_filter(self.source, name)
        return checks.shifted(self.origin, self.source, place)

    def failed(self, error: Exception) -> ExpressionError:
        """What to tell of an error of Python's or Jinja's."""
        hint: str | None = None
        if isinstance(error, ZeroDivisionError):
            message = f"`{self.source}` divides by zero"
        elif isinstance(error, TypeError):
            message = f"`{self.source}` mixes values that do not go together"
            hint = f"{error}".replace("'", "`")
        elif isinstance(error, SecurityError):
            message = f"`{self.source}` does what an expression may not do"
        else:
            message = f"`{self.source}` cannot be evaluated"
            hint = str(error).split("\n", 1)[0].replace("'", "`") or None
        return ExpressionError(message, self.origin, hint)


class ExpressionEnvironment:
    """Compiles the expressions of one locale."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.sandbox = Sandbox(profile)

    def compile(self, source: str, origin: Origin, problems: Diagnostics) -> Expression | None:
        """An expression ready to be evaluated, or None where it is faulty and has been told of.

        `origin` is the place of the first character of `source`.
        """
        begin = len(source) - len(source.lstrip())
        origin = checks.shifted(origin, source, begin)
        source = source.strip()
        if not source:
            problems.error("the expression is empty", origin, "name a variable")
            return None
        try:
            parser = Parser(self.sandbox, source, state="variable")
            root = parser.parse_expression()
            if not parser.stream.eos:
                parser.fail("chunk after expression")
            tree = Tree(root)
            faults = [*checks.faults(tree, source, self.sandbox), *checks.unprintable(tree)]
            for message, offset, hint in faults:
                problems.error(message, checks.shifted(origin, source, offset), hint)
            for message, offset, hint in checks.needless(tree, source, self.sandbox):
                problems.warning(message, checks.shifted(origin, source, offset), hint)
            if not faults:
                return Expression(source, origin, tree, self)
        except TemplateSyntaxError as error:
            place = checks.shifted(origin, source, self.sandbox.last_offset)
            told = checks.syntax_fault(source, self.sandbox.last_offset, error)
            problems.error(told[0], place, told[1])
        except (RecursionError, ValueError):  # ValueError: a number of thousands of digits
            problems.error(
                f"`{source[:30]}…` is too long or nested too deeply", origin, "say it in the data"
            )
        return None


def to_inlines(result: object, expression: Expression) -> tuple[Inline, ...]:
    """What a result of an expression prints; each value knows its expression and its place.

    A field of data goes in unchanged (`verbatim`), a number in the locale's digits, a date in its
    long form; a string written in the expression itself is words, not a value. Raises
    `ExpressionError` for what is not text.
    """
    if type(result) is str and result in expression.own_words:
        return (Text(result, expression.origin),)
    try:
        return inlines_of(
            result,
            expression.environment.profile,
            expression=expression.source,
            origin=expression.origin,
        )
    except LetterkitError as error:
        found = error.diagnostic
        raise ExpressionError(
            found.message, found.origin or expression.origin, found.hint
        ) from error
    except _FAULTS as error:
        raise expression.failed(error) from error
