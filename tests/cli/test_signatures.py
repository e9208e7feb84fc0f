"""Drawn signatures: in released PDFs, and in nothing else that leaves the program."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from tests.conftest import required_program
from tests.workspaces import SETTINGS, changed, make_workspace
from tests.writers.pictures import png

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

SIZE = (313, 127)
MAKER = b"Somebody at 36.59 N"
DRAWN = png(*SIZE, (b"tEXt", b"Author\0" + MAKER), (b"tIME", b"\x07\xe0\2\x18\x0a\0\0"), grey=0x37)
INK = zlib.compress(b"".join(b"\0" + b"\x37" * SIZE[0] for _ in range(SIZE[1])))
SIGNED = changed(SETTINGS, "Müdür}\n", "Müdür}\n    signature: private/lale-deniz-hand.png\n")
PLACE = "letterkit.yaml:7:16"
LETTER = "date: 2020-03-04\nlocales: [en, ar, tr]\n"
FILES: dict[str, str | bytes | None] = {
    "letterkit.yaml": SIGNED,
    "letters/appeal/letter.yaml": LETTER,
    "private/lale-deniz-hand.png": DRAWN,
}
WORDS = {"en": "Signature of Lale Deniz", "ar": "توقيع لاله دنيز", "tr": "Lale Deniz’in imzası"}
STAGES = ((), ("--draft", "3"), ("--embargoed",), ("--release",))


def streams(pdf: bytes) -> Iterator[bytes]:
    """A PDF without its streams, and each of these unpacked."""
    yield re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(found[1])
        except zlib.error:
            yield found[1]


def everything(path: Path) -> Iterator[bytes]:
    """The bytes of a file as they are, and what is packed in it."""
    data = path.read_bytes()
    yield data
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                yield name.encode()
                yield package.read(name)
    elif path.suffix == ".pdf":
        yield from streams(data)


def holds_a_picture(path: Path) -> bool:
    """Whether a file holds any picture, in the manner of its format."""
    marks = (b"media/", b"<wp:inline", b"data:image", b"/Subtype/Image", INK, b"PNG\r\n")
    return any(mark in piece for piece in everything(path) for mark in marks)


def test_a_signature_stands_in_the_released_pdf_alone(letterkit: Run, tmp_path: Path) -> None:
    required_program("soffice", "libreoffice")
    embargoed = LETTER + (
        'embargo: {until: "2020-03-05 10:00", zone: UTC, place: {en: A, ar: ا, tr: A}}\n'
    )
    root = make_workspace(
        tmp_path,
        {
            **FILES,
            "letters/appeal/letter.yaml": embargoed.replace("en, ar, tr", "en"),
            "letters/appeal/en.md": "Roses until {{ letter.embargo.moment | date }}.\n",
        },
    )
    formats = ("--format", "docx", "--format", "txt", "--format", "html")
    pdf = ("--format", "pdf")
    for stage in STAGES:
        printed = pdf if stage in {(), ("--release",)} else ()
        answer = letterkit(root, "generate", "appeal", *formats, *printed, *stage)
        assert answer.exit_code == 0, answer.stderr
    made = sorted((root / "out" / "appeal").iterdir())
    assert len(made) == len(STAGES) * 3 + 2
    assert [path.name for path in made if holds_a_picture(path)] == ["appeal.en.released.pdf"]


def test_the_pdf_says_whose_signature_it_is_and_nothing_of_its_file(
    letterkit: Run, tmp_path: Path
) -> None:
    required_program("soffice", "libreoffice")
    root = make_workspace(
        tmp_path,
        {
            **FILES,
            "letters/appeal/letter.yaml": "date: 2020-03-04\nlocales: [ar, tr]\n",
            **{f"letters/appeal/{locale}.md": "Roses.\n" for locale in WORDS},
        },
    )
    assert letterkit(root, "generate", "appeal", "--release", "--format", "pdf").exit_code == 0
    for locale in ("ar", "tr"):
        words = WORDS[locale]
        path = root / "out" / "appeal" / f"appeal.{locale}.released.pdf"
        pieces = list(everything(path))
        size = re.compile(rb"/Width %d\s*/Height %d\b" % SIZE)
        assert any(map(size.search, pieces))
        said = b"/Alt<FEFF" + words.encode("utf-16-be").hex().upper().encode()
        assert any(said in piece for piece in pieces), locale
        for secret in (MAKER, b"Author", b"lale-deniz", b"private", b"tEXt", b"tIME"):
            for written in (secret, secret.decode().encode("utf-16-be")):
                assert not any(written in piece for piece in pieces), (locale, secret)


FAULTS: dict[str, tuple[str | bytes | None, str]] = {
    "missing": (None, "there is no signature `private/lale-deniz-hand.png`"),
    "broken": (DRAWN[:90], "`private/lale-deniz-hand.png` is no picture that a letter can show"),
    "no picture": (b"GIF89a", "`private/lale-deniz-hand.png` is no picture that a letter can show"),
    "too large": (
        png(1, 1, says=(60_000, 60_000)),
        "the picture `private/lale-deniz-hand.png` is too large for a letter",
    ),
}


@pytest.mark.parametrize(("content", "message"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_signature_is_a_warning_until_it_is_wanted(
    content: str | bytes | None, message: str, letterkit: Run, tmp_path: Path
) -> None:
    files = {**FILES, "private/lale-deniz-hand.png": content}
    files |= {f"letters/appeal/{locale}.md": "Roses.\n" for locale in WORDS}
    root = make_workspace(tmp_path, files)
    for named in ((), ("appeal",)):
        answer = letterkit(root, "check", *named)
        assert [line for line in answer.stderr.splitlines() if "private" in line] == [
            f"{PLACE}: warning: {message}"
        ]
        assert answer.exit_code == 0
    released = letterkit(root, "generate", "appeal", "--release", "--format", "docx")
    assert released.exit_code == 0, released.stderr  # which signs nothing


def test_a_released_pdf_is_refused_without_the_signature(letterkit: Run, tmp_path: Path) -> None:
    required_program("soffice", "libreoffice")
    files = {**FILES, "private/lale-deniz-hand.png": None, "letters/appeal/en.md": "Roses.\n"}
    files["letters/appeal/letter.yaml"] = "date: 2020-03-04\nlocales: [en]\n"
    root = make_workspace(tmp_path, files)
    answer = letterkit(root, "generate", "appeal", "--release", "--format", "pdf")
    assert answer.exit_code == 1
    message = "error: the picture `private/lale-deniz-hand.png` cannot be read"
    assert f"{PLACE}: {message}" in answer.stderr
    assert not list((root / "out").glob("**/*.pdf"))


@pytest.mark.parametrize("path", ["../hand.png", "/srv/hand.png", "C:\\hand.png", "a\\..\\..\\b"])
def test_no_signature_is_taken_from_outside_the_workspace(
    path: str, letterkit: Run, tmp_path: Path
) -> None:
    settings = SIGNED.replace("private/lale-deniz-hand.png", f"'{path}'")
    answer = letterkit(make_workspace(tmp_path, {**FILES, "letterkit.yaml": settings}), "check")
    assert f"{PLACE}: error: `{path}` leads out of this workspace" in answer.stderr


def test_only_who_signs_by_hand_has_a_signature(letterkit: Run, tmp_path: Path) -> None:
    settings = SETTINGS + "  contact: {name: Can, signature: a.png}\n"
    files: dict[str, str | bytes | None] = {
        "letterkit.yaml": changed(settings, "locales: [en, ar, tr]\n", "") + "locales: [en]\n",
        "signatories/friends.yaml": "- {organisation: Friends, signature: a.png}\n",
    }
    answer = letterkit(make_workspace(tmp_path, files), "check")
    assert "error: there is no key `signature` here" in answer.stderr
    assert "signatories/friends.yaml:1:38: error: an organisation has no signature" in answer.stderr
