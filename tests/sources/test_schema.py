"""Data judged by a model: each fault with the name that the user knows."""

from __future__ import annotations

from enum import StrEnum

import pytest

from letterkit.diagnostics import Diagnostics
from letterkit.sources.schema import DataModel, validate
from letterkit.sources.yaml import parse_yaml


class Fruit(StrEnum):
    APPLE = "apple"
    PEAR = "pear"


class Basket(DataModel):
    fruits: tuple[Fruit, ...] = ()
    best: Fruit | None = None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fruits: [apple, pera]", "f:1:17: `pera` is no value of `fruits` (did you mean `pear`?)"),
        ("best: pera", "f:1:7: `pera` is no value of `best` (did you mean `pear`?)"),
        (
            "fruits:\n- apple\n-",
            "f:3:2: an item of `fruits` is empty (give it a value, or take the item out)",
        ),
        ("best:", "f:1:1: `best` has nothing after it (give it a value, or take the key out)"),
    ],
)
def test_a_fault_names_the_field_that_it_is_in(text: str, told: str) -> None:
    problems = Diagnostics()
    assert validate(Basket, parse_yaml(text, "f", problems), problems) is None
    assert [f"{found.origin}: {found.message} ({found.hint})" for found in problems] == [told]
