"""A quotation that changed in one language only is found, until its languages agree again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.kinds.test_kinds import STATEMENT, statement
from tests.workspaces import changed, make_workspace

from letterkit.letter.agreed import agreed_digest, agreed_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

LETTER = "letters/news/letter.yaml"
AGREED = "letters/news/agreed.yaml"
WORDS = {"en": "We have no flour.", "ar": "لا طحين لدينا.", "tr": "Unumuz yok."}
NEW = {"en": "We have no bread.", "ar": "لا خبز لدينا.", "tr": "Ekmeğimiz yok."}
ANOTHER = """\
  ovens:
    speaker: Rana Example
    words: {en: The ovens are cold., ar: الأفران باردة., tr: Fırınlar soğuk.}
"""
NEWSLETTER = """\
kind: newsletter
date: 2026-03-05
subject: Our week
embargo: {until: 2026-03-05 10:00, zone: Europe/Istanbul, place: Port Example}
locales: [en]
"""
HINT = "change it here too; where it still says the same, `letterkit check news --agree`"


@pytest.fixture
def root(tmp_path: Path, letterkit: Run) -> Path:
    """A workspace whose statement has been generated once."""
    folder = make_workspace(tmp_path / "w", statement())
    assert letterkit(folder, "generate", "news").exit_code == 0
    return folder


def write(root: Path, *locales: str, text: str = STATEMENT) -> None:
    """The statement with the quotation changed in these languages."""
    for locale in locales:
        text = changed(text, WORDS[locale], NEW[locale])
    (root / LETTER).write_text(text, encoding="utf-8")


def told(answer: Result) -> list[tuple[str, str]]:
    """Place and message of every finding."""
    found = json.loads(answer.stdout)
    return [
        (f"{each['path']}:{each['line']}:{each['column']}", each["message"])
        for each in (found if isinstance(found, list) else found["diagnostics"])
    ]


def findings(letterkit: Run, root: Path) -> list[str]:
    return [message for _, message in told(letterkit(root, "check", "news", "--json"))]


def missing(*others: str, of: str = "`en`") -> list[str]:
    return [f"the quotation `flour` changed in {of}, not in `{other}`" for other in others]


def test_what_was_generated_first_is_agreed(root: Path, letterkit: Run) -> None:
    text = (root / AGREED).read_text(encoding="utf-8")
    digests = {locale: agreed_digest(words) for locale, words in WORDS.items()}
    assert text == agreed_text({"flour": digests})
    assert text.startswith("# Written by letterkit")
    assert not any(words in text for words in WORDS.values())
    assert findings(letterkit, root) == []


def test_a_change_in_english_only_is_found_at_the_words_of_the_others(
    root: Path, letterkit: Run
) -> None:
    write(root, "en")
    answer = letterkit(root, "check", "news")
    assert answer.exit_code == 0
    row = STATEMENT.splitlines().index(
        "    words: {en: We have no flour., ar: لا طحين لدينا., tr: Unumuz yok.}"
    )
    line = (root / LETTER).read_text(encoding="utf-8").splitlines()[row]
    for locale in ("ar", "tr"):
        column = line.index(WORDS[locale]) + 1
        (message,) = missing(locale)
        place = f"{LETTER}:{row + 1}:{column}: warning: {message}\n    hint: {HINT}"
        assert place in answer.stderr.replace("\\", "/")
    assert "2 warnings" in answer.stderr


def test_a_change_in_two_languages_of_three_is_found_in_the_third(
    root: Path, letterkit: Run
) -> None:
    write(root, "en", "tr")
    assert findings(letterkit, root) == missing("ar", of="`en` and `tr`")


def test_a_change_in_all_languages_is_settled_by_the_next_run(root: Path, letterkit: Run) -> None:
    write(root, "en", "ar", "tr")
    assert findings(letterkit, root) == []
    before = (root / AGREED).read_bytes()
    assert letterkit(root, "generate", "news").exit_code == 0
    assert (root / AGREED).read_bytes() != before
    write(root, "en")  # back to the old words, in two languages
    assert findings(letterkit, root) == missing("en", of="`ar` and `tr`")


def test_changes_one_after_another_are_found_until_the_last(root: Path, letterkit: Run) -> None:
    write(root, "en")
    before = (root / AGREED).read_bytes()
    answer = letterkit(root, "generate", "news", "--json")
    assert answer.exit_code == 0
    assert [message for _, message in told(answer)] == missing("ar", "tr")
    assert (root / AGREED).read_bytes() == before
    write(root, "en", "ar")
    assert letterkit(root, "generate", "news").exit_code == 0
    assert findings(letterkit, root) == missing("tr", of="`en` and `ar`")
    write(root, "en", "ar", "tr")
    assert letterkit(root, "generate", "news").exit_code == 0
    assert (root / AGREED).read_bytes() != before
    assert findings(letterkit, root) == []


def test_a_change_taken_back_is_none(root: Path, letterkit: Run) -> None:
    write(root, "en")
    write(root)
    assert findings(letterkit, root) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [("We have no flour.", '"We have no\\u00a0flour."'), ("Unumuz yok.", "{text: Unumuz yok.}")],
)
def test_other_white_space_or_another_form_in_yaml_is_no_change(
    before: str, after: str, root: Path, letterkit: Run
) -> None:
    write(root, text=changed(STATEMENT, before, after))
    assert findings(letterkit, root) == []


def test_check_never_settles(root: Path, letterkit: Run) -> None:
    write(root, "en", "ar", "tr")
    before = (root / AGREED).read_bytes()
    assert letterkit(root, "check").exit_code == 0
    assert letterkit(root, "generate", "news", "--dry-run").exit_code == 0
    assert letterkit(root).exit_code == 0
    assert (root / AGREED).read_bytes() == before


def test_a_letter_that_is_held_back_settles_nothing(root: Path, letterkit: Run) -> None:
    before = (root / AGREED).read_bytes()
    write(root, "en", "ar", "tr", text=STATEMENT.replace("flour:", "flour:\n    ofice: x"))
    assert letterkit(root, "generate", "news").exit_code == 1
    write(root, "en", "ar", "tr")
    (root / "letters/news/tr.md").write_text("::: lead\n{{ nobody }}\n:::\n", encoding="utf-8")
    assert letterkit(root, "generate", "news").exit_code == 1
    assert (root / AGREED).read_bytes() == before


def test_agreeing_settles_what_still_says_the_same(root: Path, letterkit: Run) -> None:
    write(root, "en")
    answer = letterkit(root, "check", "news", "--agree")
    assert answer.exit_code == 0
    assert answer.stderr == (
        "agreed: the quotations of news say the same in all their languages\nno problems found\n"
    )
    assert findings(letterkit, root) == []
    assert letterkit(root, "check", "news", "--agree").stderr == "no problems found\n"
    write(root)
    assert findings(letterkit, root) == missing("ar", "tr")


def test_without_a_name_all_letters_are_agreed(root: Path, letterkit: Run) -> None:
    write(root, "tr")
    answer = letterkit(root, "check", "--agree")
    assert answer.stderr.count("agreed: ") == 1
    assert findings(letterkit, root) == []
    assert not (root / "letters/appeal/agreed.yaml").exists()


def test_a_language_that_is_added_or_taken_out_is_no_change(root: Path, letterkit: Run) -> None:
    without = changed(STATEMENT, ", tr: Unumuz yok.", "")
    without = changed(without, "kind: statement", "kind: statement\nlocales: [en, ar]")
    write(root, text=without)
    assert letterkit(root, "generate", "news").exit_code == 0
    assert "tr:" not in (root / AGREED).read_text(encoding="utf-8")
    write(root)
    assert findings(letterkit, root) == []
    assert letterkit(root, "generate", "news").exit_code == 0
    write(root, "tr")
    assert findings(letterkit, root) == missing("en", "ar", of="`tr`")


def test_a_language_that_comes_back_unchanged_is_found(root: Path, letterkit: Run) -> None:
    text = changed(STATEMENT, ", tr: Unumuz yok.", "")
    text = changed(text, "kind: statement", "kind: statement\nlocales: [en, ar]")
    write(root, "en", text=text)
    assert letterkit(root, "generate", "news").exit_code == 0
    write(root, "en", "ar")
    assert findings(letterkit, root) == missing("tr", of="`en` and `ar`")


def test_each_quotation_is_settled_for_itself(root: Path, letterkit: Run) -> None:
    write(root, "en", text=STATEMENT + ANOTHER)
    for locale in WORDS:
        with (root / f"letters/news/{locale}.md").open("a", encoding="utf-8") as words:
            words.write("\n::: end-mark\n{{ quotes.ovens.words }}\n:::\n")
    assert letterkit(root, "generate", "news").exit_code == 0
    assert "  ovens:\n" in (root / AGREED).read_text(encoding="utf-8")
    assert findings(letterkit, root) == missing("ar", "tr")


def test_a_quotation_that_is_taken_out_is_forgotten(root: Path, letterkit: Run) -> None:
    write(root, text=STATEMENT.partition("quotes:")[0])
    for locale in WORDS:
        words = "::: lead\nLead.\n:::\n\n::: body\nBody.\n:::\n"
        (root / f"letters/news/{locale}.md").write_text(words, encoding="utf-8")
    assert letterkit(root, "generate", "news").exit_code == 0
    assert (root / AGREED).read_text(encoding="utf-8") == agreed_text({})
    assert findings(letterkit, root) == []


def test_words_that_serve_every_language_have_nothing_to_agree_with(
    tmp_path: Path, letterkit: Run
) -> None:
    text = changed(
        STATEMENT,
        "{en: We have no flour., ar: لا طحين لدينا., tr: Unumuz yok.}",
        "Pane!",
    )
    root = make_workspace(tmp_path / "w", statement(text))
    assert letterkit(root, "generate", "news").exit_code == 0
    assert not (root / AGREED).exists()


@pytest.mark.parametrize("stage", ["--release", "--embargoed"])
def test_what_leaves_the_house_waits_for_the_other_languages(
    stage: str, root: Path, letterkit: Run
) -> None:
    write(root, "en")
    answer = letterkit(root, "generate", "news", stage, "--locale", "en", "--json")
    assert answer.exit_code == 1
    assert json.loads(answer.stdout)["files"] == []
    verb = {"--release": "released", "--embargoed": "embargoed"}[stage]
    assert [message for _, message in told(answer)] == [
        f"`news` is not {verb}: `flour` changed in some languages and not in others",
        *missing("ar", "tr"),
    ]
    write(root, "en", "ar", "tr")
    assert letterkit(root, "generate", "news", stage).exit_code == 0


@pytest.mark.parametrize("stage", ["--release", "--embargoed"])
def test_a_newsletter_waits_for_the_quotations_of_what_it_is_composed_of(
    stage: str, root: Path, letterkit: Run
) -> None:
    for name, inner in (("digest", "news"), ("week", "digest")):
        (root / "letters" / name).mkdir()
        (root / f"letters/{name}/letter.yaml").write_text(
            NEWSLETTER + f"letters: {inner}\n", "utf-8"
        )
        (root / f"letters/{name}/en.md").write_text("This week.\n", "utf-8")
    assert letterkit(root, "generate", "week", stage).exit_code == 0
    write(root, "en")
    answer = letterkit(root, "generate", "week", stage, "--json")
    assert answer.exit_code == 1
    assert json.loads(answer.stdout)["files"] == []
    verb = {"--release": "released", "--embargoed": "embargoed"}[stage]
    assert [message for _, message in told(answer)] == [
        *missing("ar", "tr"),
        f"`week` is not {verb}: `flour` in `news` changed in some languages and not in others",
    ]
    assert letterkit(root, "generate", "week").exit_code == 0
    (root / AGREED).write_text("broken: [", "utf-8")
    assert letterkit(root, "generate", "week", stage).exit_code == 1


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("qoutes: {}\n", 1, "there is no key `qoutes` here"),
        ("- flour\n", 1, "what was agreed cannot be read from this"),
        ("quotes:\n  flour: done\n", 2, "what was agreed cannot be read from this"),
        ("quotes:\n  flour: {en: We have no flour.}\n", 2, "`We have no flour.` is no digest"),
        ("quotes:\n  flour: {English: 0123456789abcdef}\n", 2, "`English` is no locale"),
        (
            "quotes:\n<<<<<<< ours\n  flour: {en: 0123456789abcdef}\n=======\n>>>>>>> theirs\n",
            2,
            "two versions of this file are not merged yet",
        ),
    ],
)
def test_a_file_that_was_broken_is_told_with_its_place_and_written_anew_when_asked(
    content: str, line: int, message: str, root: Path, letterkit: Run
) -> None:
    (root / AGREED).write_text(content, encoding="utf-8")
    answer = letterkit(root, "generate", "news", "--json")
    assert answer.exit_code == 1
    (found,) = told(answer)
    assert found[0].startswith(f"{AGREED}:{line}:")
    assert found[1].startswith(message)
    assert (root / AGREED).read_text(encoding="utf-8") == content
    assert letterkit(root, "check", "news").exit_code == 1
    assert letterkit(root, "check", "news", "--agree").exit_code == 0
    assert findings(letterkit, root) == []


def test_a_workspace_that_cannot_be_written_is_no_fault(
    root: Path, letterkit: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(root, "en", "ar", "tr")
    replace = type(root).replace

    def refused(path: Path, target: Path) -> Path:
        if target.name == "agreed.yaml":
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(type(root), "replace", refused)
    before = (root / AGREED).read_bytes()
    answer = letterkit(root, "generate", "news", "--out", str(tmp_path / "elsewhere"))
    assert answer.exit_code == 0
    assert f"{AGREED}:1:1: note: cannot write the file: permission denied" in answer.stderr
    assert sorted(path.name for path in (root / "letters/news").iterdir()) == [
        "agreed.yaml",
        "ar.md",
        "en.md",
        "letter.yaml",
        "tr.md",
    ]
    assert (root / AGREED).read_bytes() == before
    answer = letterkit(root, "check", "news", "--agree")
    assert answer.exit_code == 1
    assert "error: cannot write the file: permission denied" in answer.stderr


def test_the_file_is_left_alone_where_it_says_the_same(root: Path, letterkit: Run) -> None:
    path = root / AGREED
    path.write_text(path.read_text(encoding="utf-8") + "# seen by Ada\n", encoding="utf-8")
    before = path.stat().st_mtime_ns
    assert letterkit(root, "generate", "news").exit_code == 0
    assert letterkit(root, "check", "--agree").exit_code == 0
    assert path.stat().st_mtime_ns == before


def test_typography_that_is_mended_says_no_other_thing(root: Path, letterkit: Run) -> None:
    write(root, text=changed(STATEMENT, "We have no flour.", "We have no flour..."))
    assert letterkit(root, "check", "news", "--agree").exit_code == 0
    before = (root / LETTER).read_bytes()
    assert letterkit(root, "check", "news", "--fix", "--yes").exit_code == 0
    assert (root / LETTER).read_bytes() != before
    assert findings(letterkit, root) == []


def test_a_change_is_still_found_after_typography_was_mended(root: Path, letterkit: Run) -> None:
    write(root, "en", text=changed(STATEMENT, "لا طحين لدينا.", "لا طحين لدينا..."))
    letterkit(root, "check", "news", "--fix", "--yes")
    assert [each for each in findings(letterkit, root) if "flour" in each] == missing(
        "tr", of="`en` and `ar`"
    )
