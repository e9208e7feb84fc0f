from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letterkit.diagnostics import Diagnostics, Origin
from letterkit.sources.nodes import DataText
from letterkit.template.expressions import ExpressionError

if TYPE_CHECKING:
    from letterkit.template.expressions import ExpressionEnvironment


def test_a_field_that_was_left_out_is_told_when_it_is_printed(
    english: ExpressionEnvironment,
) -> None:
    problems = Diagnostics()
    expression = english.compile("name", Origin("en.md", 3, 5), problems)
    assert expression is not None
    with pytest.raises(ExpressionError) as caught:
        expression.inlines({"name": DataText("", Origin(""))})
    assert caught.value.diagnostic.message == "there is nothing to print here"
    assert caught.value.diagnostic.origin == Origin("en.md", 3, 5)
