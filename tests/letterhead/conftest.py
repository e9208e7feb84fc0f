"""Letters poured into letterheads; all names are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.letterhead.designer import house_letterhead
from tests.profiles import profile_of
from tests.writers.conftest import SENTENCES, make_letter
from tests.writers.pictures import png

from letterkit.diagnostics import Diagnostics
from letterkit.letterhead import Letterhead, load_letterhead
from letterkit.writers.docx import DocxWriter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from letterkit.document import Document
    from letterkit.language.profile import Profile

LOCALES = tuple(SENTENCES)


@pytest.fixture(scope="session")
def profiles() -> dict[str, Profile]:
    return {locale: profile_of(locale) for locale in LOCALES}


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    picture = tmp_path_factory.mktemp("pictures") / "picture.png"
    picture.write_bytes(png(60, 40))
    return {locale: make_letter(locale, picture) for locale in LOCALES}


@pytest.fixture
def load(
    tmp_path: Path, profiles: dict[str, Profile]
) -> Callable[..., tuple[Letterhead | None, Diagnostics]]:
    """Loads the bytes of a letterhead for a language; gives what was found too."""

    def loaded(data: bytes, locale: str = "en") -> tuple[Letterhead | None, Diagnostics]:
        path = tmp_path / "letterhead.docx"
        path.write_bytes(data)
        problems = Diagnostics()
        return load_letterhead(path, profiles[locale], problems, name="house.docx"), problems

    return loaded


@pytest.fixture
def pour(
    load: Callable[..., tuple[Letterhead | None, Diagnostics]],
    profiles: dict[str, Profile],
    letters: dict[str, Document],
) -> Callable[..., bytes]:
    """The sample letter, or another, poured into a letterhead that must be good."""

    def poured(data: bytes, locale: str = "en", document: Document | None = None) -> bytes:
        letterhead, problems = load(data, locale)
        assert letterhead is not None, list(problems)
        return DocxWriter(profiles[locale], letterhead).write(document or letters[locale])

    return poured


@pytest.fixture(scope="session")
def house() -> bytes:
    return house_letterhead()


@pytest.fixture(scope="session")
def house_files(
    house: bytes,
    profiles: dict[str, Profile],
    letters: dict[str, Document],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, bytes]:
    """The sample letter on the house's letterhead, by locale."""
    path = tmp_path_factory.mktemp("house") / "house.docx"
    path.write_bytes(house)
    problems = Diagnostics()
    files = {}
    for locale in LOCALES:
        letterhead = load_letterhead(path, profiles[locale], problems, name="house.docx")
        assert letterhead is not None
        files[locale] = DocxWriter(profiles[locale], letterhead).write(letters[locale])
    assert list(problems) == []
    return files
