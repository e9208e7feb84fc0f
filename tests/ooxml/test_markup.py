from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from letterkit.ooxml.markup import (
    UNHOLDABLE,
    UnprintableCharacterError,
    escape_attribute,
    escape_text,
)

HOLDABLE = st.text().filter(lambda text: not UNHOLDABLE.search(text))


@given(HOLDABLE)
def test_any_text_that_xml_can_hold_comes_back_as_it_was(text: str) -> None:
    element = etree.fromstring(f'<a b="{escape_attribute(text)}">{escape_text(text)}</a>'.encode())
    assert (element.text or "") == text
    assert element.get("b") == text


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_refused_by_its_code_point(character: str) -> None:
    with pytest.raises(UnprintableCharacterError, match=re.escape(f"U+{ord(character):04X}")):
        escape_text(f"a{character}b")
