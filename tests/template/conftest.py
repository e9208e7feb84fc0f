from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from letterkit.diagnostics import Diagnostics
from letterkit.language.profile import load_profile
from letterkit.template.expressions import ExpressionEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def environment_of(locale: str) -> ExpressionEnvironment:
    problems = Diagnostics()
    profile = load_profile(locale, [], problems)
    assert profile is not None
    assert not problems.has_errors
    return ExpressionEnvironment(profile)


@pytest.fixture(scope="session")
def environment() -> Callable[[str], ExpressionEnvironment]:
    """The environment of a locale."""
    return environment_of


@pytest.fixture(scope="session")
def english() -> ExpressionEnvironment:
    return environment_of("en")
