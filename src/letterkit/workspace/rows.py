"""Which rows of a table are meant: `where`, an expression over what their columns hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterkit.template.expressions import ExpressionError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from letterkit.diagnostics import Diagnostics
    from letterkit.sources.nodes import DataText
    from letterkit.template.expressions import ExpressionEnvironment


def row_condition(
    where: DataText, environment: ExpressionEnvironment, problems: Diagnostics
) -> Callable[[Mapping[str, object], Diagnostics], bool | None]:
    """Whether a row is meant; None where the expression cannot say it of a row, which it tells.

    An expression that cannot be read at all is told to `problems`, and no row is then meant.
    """
    expression = environment.compile(str(where), where.origin, problems)

    def condition(names: Mapping[str, object], found: Diagnostics) -> bool | None:
        if expression is None:
            return False
        try:
            return bool(expression.evaluate(names))
        except ExpressionError as error:
            found.add(error.diagnostic)
            return None

    return condition
