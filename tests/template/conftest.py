from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.profiles import profile_of

from letterkit.template.expressions import ExpressionEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def environment_of(locale: str) -> ExpressionEnvironment:
    return ExpressionEnvironment(profile_of(locale))


@pytest.fixture(scope="session")
def environment() -> Callable[[str], ExpressionEnvironment]:
    """The environment of a locale."""
    return environment_of


@pytest.fixture(scope="session")
def english() -> ExpressionEnvironment:
    return environment_of("en")
