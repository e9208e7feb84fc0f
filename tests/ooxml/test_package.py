from __future__ import annotations

import io
import random
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from letterkit.ooxml.package import Part, write_package

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\\\0"), min_size=1, max_size=12)
CONTENTS = st.dictionaries(NAMES, st.binary(max_size=3000), max_size=8)


@given(CONTENTS)
def test_what_is_written_can_be_read_by_any_zip_program(contents: dict[str, bytes]) -> None:
    data = write_package([Part(name, content) for name, content in contents.items()])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        read = {info.orig_filename: archive.read(info) for info in archive.infolist()}
    assert read == contents


def test_parts_stand_in_the_order_of_their_names_whatever_order_they_were_made_in() -> None:
    names = ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml"]
    shuffled = names.copy()
    random.Random(1).shuffle(shuffled)  # noqa: S311 - any other order will do
    data = write_package([Part(name, b"x") for name in shuffled])
    assert data == write_package([Part(name, b"x") for name in names])
    assert zipfile.ZipFile(io.BytesIO(data)).namelist() == names


def test_every_part_has_the_earliest_date_and_no_mark_of_a_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(write_package([Part("a", b"x" * 5000)]))) as archive:
        info = archive.getinfo("a")
    assert info.date_time == (1980, 1, 1, 0, 0, 0)
    assert (info.create_system, info.external_attr, info.extra, info.comment) == (0, 0, b"", b"")
    assert info.compress_size < 100


def test_a_stored_part_is_not_compressed() -> None:
    content = b"x" * 5000
    assert content in write_package([Part("a", content, stored=True)])
