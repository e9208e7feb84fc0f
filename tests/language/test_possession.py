"""Whose something is, as each language says it."""

from __future__ import annotations

import pytest
from tests.profiles import profile_of

from letterkit.diagnostics import Origin
from letterkit.document import Phrase, Value
from letterkit.language.phrases import as_phrase, label
from letterkit.language.possession import possessor
from letterkit.sources.nodes import DataText

HERE = Origin("letterkit.yaml", 3, 5)


@pytest.mark.parametrize(
    ("locale", "name", "pronunciation", "expected"),
    [
        ("en", "Deniz Ersoy", None, "Signature of Deniz Ersoy"),
        ("ar", "دنيز إرسوي", None, "توقيع دنيز إرسوي"),
        ("tr", "Deniz Ersoy", None, "Deniz Ersoy’un imzası"),
        ("tr", "Eda", None, "Eda’nın imzası"),
        ("tr", "Joe Gage", "geyç", "Joe Gage’in imzası"),
        ("tr", "Can (Ovabaşı)", None, "Can’ın (Ovabaşı) imzası"),
    ],
)
def test_a_signature_is_said_to_be_somebodys(
    locale: str, name: str, pronunciation: str | None, expected: str
) -> None:
    profile = profile_of(locale)
    data = DataText(name, HERE, pronunciation=pronunciation)
    whose = possessor(profile, as_phrase(data), data)
    assert str(label(profile, "signature", name=whose)) == expected


def test_a_name_with_an_ending_still_knows_its_place() -> None:
    profile = profile_of("tr")
    name = DataText("Eda", HERE)
    whose = possessor(profile, Phrase((*as_phrase("Dr. "), *as_phrase(name))), name)
    assert str(whose) == "Dr. Eda’nın"
    assert [each.sources for each in whose if isinstance(each, Value)] == [(), (HERE,)]
