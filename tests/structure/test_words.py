"""Words of a language are cased by `language.casing` and sorted by `language.collation`.

`str.lower` makes two letters of `İ` and no ı of `I`, `str.casefold` and `str.title` the same, and a
bare `sorted` puts `Ç` behind `Z`. They are right for what is no word of a language: names of parts
and files, keys, codes, places in a text. Each file that needs one of them for such a thing is
listed here with what it is.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import letterkit

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(letterkit.__file__).parent
FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))

CASING = {"lower", "upper", "casefold", "title", "capitalize", "swapcase"}
SORTING = {"sorted", "sort"}

CASED = {
    "language/casing.py": "casing itself, after the letters of the language are dealt with",
    "language/collation.py": "single letters, whose small form is in the tables of the CLDR",
    "language/locale_file.py": "codes of locales",
    "language/search.py": "what is typed to search, where all letters alike are made one",
    "language/turkish_reading.py": "units, which are Latin",
    "language/typography/remains.py": "HTML tags",
    "letterhead/": "names of parts and of elements (OPC, part 2: compared without regard to case)",
    "ooxml/": "the same",
    "template/filters.py": "`true` and `false`",
    "template/values.py": "`true` and `false`",
    "template/links.py": "schemes of URLs (RFC 3986)",
    "template/markup.py": "labels of CommonMark",
    "workspace/": "endings of files",
    "people/sheet_reference.py": "endings of files",
    "people/tables.py": "endings of files",
    "writers/tables.py": "endings of files",
    "register/finals.py": "endings of files",
    "cli/sent.py": "endings of files",
    "batch/generation.py": "names of files, which some systems do not tell apart",
    "batch/combination.py": "names of files, which some systems do not tell apart",
    "batch/files.py": "what the system says of an error, in English",
    "batch/beginning.py": "what the system says of an error, in English",
    "batch/locale_beginning.py": "what the system says of an error, in English",
    "register/durable.py": "what the system says of an error, in English",
    "sources/text.py": "what the system says of an error, in English",
    "starter.py": "what the system says of an error, in English",
}
SORTED = {
    "batch/": "names of files and locales",
    "cli/": "fields of patterns",
    "diagnostics.py": "keys and ids",
    "language/locale_file.py": "codes of locales",
    "language/profile.py": "codes of locales",
    "language/stretches.py": "places in a text",
    "letter/": "digests, codes of locales, numbers of drafts",
    "letterhead/": "numbers and names of parts",
    "merge/": "ids of parts",
    "ooxml/": "faults by their part and place",
    "proofreading/": "places in a text",
    "register/": "names of files and folders",
    "sources/": "lines and characters",
    "starter.py": "names of files",
    "template/": "ids and names of variables",
    "workspace/": "names of files, codes of locales",
    "writers/": "names of parts, levels of headings",
}


BY_NAME = {"methodcaller", "attrgetter", "getattr"}
NO_KEY = {"None", "str"}


def calls(path: str) -> Iterator[tuple[str, int]]:
    """The names of casing and of sorting without a key that a file calls or hands on."""
    return found_in((PACKAGE / path).read_text(encoding="utf-8"))


def found_in(source: str) -> Iterator[tuple[str, int]]:
    tree = ast.parse(source)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CASING:
            of = node.value.id if isinstance(node.value, ast.Name) else ""
            # Handed on: `map(str.lower, words)`, `change = word.lower`. `title` alone is a field,
            # and `casing` is our own module.
            if of == "str" or (
                id(node) not in called and node.attr != "title" and of not in {"casing", "self"}
            ):
                yield node.attr, node.lineno
        elif isinstance(node, ast.Name) and node.id == "sorted" and id(node) not in called:
            yield node.id, node.lineno  # handed on: `map(sorted, lists)`
        elif isinstance(node, ast.Call):
            keys = [each.value for each in node.keywords if each.arg == "key"]
            keyed = any(ast.unparse(key) not in NO_KEY for key in keys)
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            if (name in SORTING and not keyed) or (
                name in CASING and isinstance(node.func, ast.Attribute) and not node.args
            ):
                yield name, node.lineno
            elif name in BY_NAME:
                yield from (
                    (str(each.value), node.lineno)
                    for each in node.args
                    if isinstance(each, ast.Constant) and each.value in CASING - {"title"}
                )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("word.lower()", "lower"),
        ("map(str.casefold, words)", "casefold"),
        ("change = word.upper", "upper"),
        ("methodcaller('lower')", "lower"),
        ("getattr(word, 'casefold')()", "casefold"),
        ("sorted(words)", "sorted"),
        ("sorted(words, key=None)", "sorted"),
        ("sorted(words, key=str, reverse=True)", "sorted"),
        ("map(sorted, lists)", "sorted"),
        ("words.sort()", "sort"),
        ("casing.lower(word, language)", None),
        ("sorted(words, key=sort_key)", None),
        ("letter.title", None),
    ],
)
def test_the_lint_sees_through(source: str, name: str | None) -> None:
    assert [found for found, _ in found_in(source)] == ([name] if name else [])


def is_listed(path: str, listed: dict[str, str]) -> bool:
    return any(
        path == place or (place.endswith("/") and path.startswith(place)) for place in listed
    )


@pytest.mark.parametrize("path", FILES)
def test_words_are_not_cased_or_sorted_without_their_language(path: str) -> None:
    strange = [
        f"{PACKAGE.name}/{path}:{line}: `{name}`"
        for name, line in calls(path)
        if not is_listed(path, CASED if name in CASING else SORTED)
    ]
    assert strange == [], "use letterkit.language.casing or .collation, or list what it is here"


def test_nothing_is_listed_that_needs_no_longer_be() -> None:
    found = {path: {name for name, _ in calls(path)} for path in FILES}
    for listed, names in ((CASED, CASING), (SORTED, SORTING)):
        for place in listed:
            used = [names & found[path] for path in FILES if is_listed(path, {place: ""})]
            assert any(used), place
