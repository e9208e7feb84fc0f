"""Newsletters: letters of the workspace composed into one, from small invented data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.kinds.test_kinds import statement
from tests.workspaces import ENGLISH, FILES, changed, make_workspace

from letterkit.batch.checking import check
from letterkit.batch.files import OutputFolder
from letterkit.batch.generation import Generation, Request
from letterkit.batch.status import State, status
from letterkit.diagnostics import Diagnostics
from letterkit.document import Contents, Heading
from letterkit.language.bidi import without_controls
from letterkit.letter.version import WORKING, Stage, Version
from letterkit.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Files = dict[str, "str | bytes | None"]

EMBARGO = """\
embargo:
  until: 2020-03-04 10:00
  zone: Europe/Istanbul
  place: {en: Port Example, ar: مرفأ المثال, tr: Örnek Limanı}
"""
ISSUE = f"""\
kind: newsletter
date: 2020-03-04
subject: {{en: Our week, ar: أسبوعنا, tr: Haftamız}}
{EMBARGO}letters: [news, appeal]
"""
APPEAL = changed(
    changed(ENGLISH, "addressees: [minister, mayor]", "addressees: [mayor]"),
    "template:",
    "subject: {en: Twelve houses, ar: اثنا عشر بيتًا, tr: On iki ev}\ntemplate:",
)


def newsletter(data: str = ISSUE, **files: str) -> Files:
    """A newsletter of a statement and a letter; files by names with `__` for slashes."""
    made: Files = {"letters/issue/letter.yaml": data, "letters/appeal/letter.yaml": APPEAL}
    words = {"en": "This week.", "ar": "هذا الأسبوع.", "tr": "Bu hafta."}
    made |= {f"letters/issue/{locale}.md": f"{said}\n" for locale, said in words.items()}
    made |= statement()
    return made | {
        name.replace("__", "/").replace("_yaml", ".yaml"): text for name, text in files.items()
    }


def generated(
    folder: Path,
    files: Mapping[str, str | bytes | None],
    *letters: str,
    version: Version = WORKING,
    locales: tuple[str, ...] = (),
) -> tuple[dict[str, str], list[str]]:
    """The plain texts by the name of the file, without marks of direction, and what was found."""
    problems = Diagnostics()
    workspace = Workspace(make_workspace(folder / "w", files), problems)
    request = Request(letters=letters or ("issue",), version=version, locales=locales)
    generation = Generation(workspace, request, OutputFolder(folder / "out"))
    for _ in generation.run(generation.tasks()):
        pass
    problems.extend(generation.report.problems)
    texts = {
        made.settled.path.name: without_controls(made.settled.path.read_text(encoding="utf-8"))
        for made in generation.report.made
        if made.format == "txt"
    }
    return texts, [f"{found.origin}: {found.message}" for found in problems.sorted()]


def test_a_newsletter_holds_its_letters_under_a_table_of_contents(tmp_path: Path) -> None:
    texts, problems = generated(tmp_path, newsletter())
    assert problems == []
    assert texts["issue.en.txt"] == (
        "Rosewater Trust\n\n"
        "Embargoed until 4 March 2020, 10:00, Port Example time (UTC+3)\n\n"
        "Our week\n========\n\n4 March 2020\n\nThis week.\n\n"
        "Contents\n--------\n\n- Bakers stop work\n- Twelve houses\n\n"
        "Bakers stop work\n================\n\n"
        "Embargoed until 4 March 2020, 10:00, Port Example time (UTC+3)\n\n"
        "Release No.\u00a02020/7\n\nPort Example, 4 March 2020\n\nBakers stopped work today.\n\n"
        "The guild spoke: “We have no flour.”\n\n"
        "    “We have no flour.”\n    — Rana Example, head of the guild\n\n#bread #bakers\n\n"
        "Twelve houses\n=============\n\n"
        "4 March 2020\n\nMr.\u00a0Can Demir\nMayor\n\nDear Mr.\u00a0Can Demir,\n\n"
        "We write about 12 houses.\n\nThank you.\n\nSignatories\n-----------\n\n"
        "Friends of Roses\nAli Can\n\nCopy to: The Prefect\n\n– Ends –\n"
    )
    assert "المحتويات" in texts["issue.ar.txt"]
    assert "İçindekiler" in texts["issue.tr.txt"]


def test_an_issue_may_call_a_letter_otherwise_and_introduce_it(tmp_path: Path) -> None:
    data = changed(
        ISSUE,
        "[news, appeal]",
        "[{letter: appeal, title: To the mayor, introduction: We wrote.}]\nlocales: en",
    )
    texts, problems = generated(tmp_path, newsletter(data))
    assert problems == []
    assert "- To the mayor\n" in texts["issue.en.txt"]
    assert "To the mayor\n============\n\nWe wrote.\n\n4 March 2020" in texts["issue.en.txt"]
    assert "Twelve houses" not in texts["issue.en.txt"]


def kind(*parts: str) -> Files:
    return {"kinds/issue.yaml": f"parts: [{', '.join(parts)}]\n"}


def custom(letters: str, *parts: str) -> Files:
    data = f"kind: issue\ndate: 2020-03-04\nlocales: en\n{EMBARGO}letters: {letters}\n"
    return newsletter(data) | kind("embargo", "body", *parts)


def test_what_articles_leave_out_is_the_issues_choice(tmp_path: Path) -> None:
    files = custom("[news]", "{part: articles, without: [release-number, lead]}")
    texts, problems = generated(tmp_path, files)
    assert problems == []
    assert "Release No." not in texts["issue.en.txt"]
    assert "Bakers stopped work today." not in texts["issue.en.txt"]
    assert "– Ends –" in texts["issue.en.txt"]
    assert texts["issue.en.txt"].count("Bakers stop work") == 1


def test_what_cannot_be_left_out_is_told(tmp_path: Path) -> None:
    files = custom("[news]", "{part: articles, without: [embargo, hashtag]}")
    texts, problems = generated(tmp_path, files)
    assert texts == {}
    assert problems == [
        "kinds/issue.yaml:1:51: the embargo of an article cannot be left out",
        "kinds/issue.yaml:1:60: no article has a part `hashtag`",
    ]


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("{part: body, without: [sender]}", "`without` is for the part `articles` alone"),
        ("body, {part: articles, without: {a: b}}", "`without` is a list of names of parts"),
    ],
)
def test_without_is_a_list_for_articles_alone(entry: str, problem: str, tmp_path: Path) -> None:
    files = newsletter("kind: issue\ndate: 2020-03-05\nlocales: en\n")
    _, problems = generated(tmp_path, files | {"kinds/issue.yaml": f"parts: [{entry}]\n"})
    assert any(problem in found for found in problems)


def test_headings_of_a_letter_stand_below_its_title(tmp_path: Path) -> None:
    files = custom("[notice]", "contents", "articles")
    files |= {
        "letters/notice/letter.yaml": "kind: notice\ndate: 2020-03-04\nlocales: en\n",
        "letters/notice/en.md": "# Flour\n\nNone.\n\n# Bread\n\nNone.\n\n## Rye\n\nNone.\n",
        "kinds/notice.yaml": "parts: [body]\n",
    }
    texts, problems = generated(tmp_path, files)
    assert problems == []
    assert texts["issue.en.txt"].partition("Contents")[2] == (
        "\n--------\n\n- Flour\n\nFlour\n=====\n\nNone.\n\nBread\n-----\n\nNone.\n\nRye\n\nNone.\n"
    )


def test_a_letter_that_is_called_nothing_is_told(tmp_path: Path) -> None:
    files = custom("[notice]", "contents", "articles")
    files |= {
        "letters/notice/letter.yaml": "kind: notice\ndate: 2020-03-04\nlocales: en\n",
        "letters/notice/en.md": "No flour.\n",
        "kinds/notice.yaml": "parts: [body]\n",
    }
    texts, problems = generated(tmp_path, files)
    assert texts == {}
    assert problems[0] == (
        "letters/issue/letter.yaml:8:11: `notice` has neither headline nor subject to stand over it"
    )


def test_a_letter_that_there_is_not_is_told_with_the_nearest(tmp_path: Path) -> None:
    problems = Diagnostics()
    files = newsletter(changed(ISSUE, "[news, appeal]", "[nws, appeal, appeal]"))
    workspace = Workspace(make_workspace(tmp_path, files), problems)
    found = check(workspace, ["issue"], ["en"]).sorted()
    assert [(each.message, each.hint) for each in found] == [
        ("there is no letter `nws`", "did you mean `news`?"),
        ("`appeal` is named twice", "take one of them out"),
    ]


def test_a_letter_that_is_composed_of_itself_is_told(tmp_path: Path) -> None:
    files = newsletter(changed(ISSUE, "[news, appeal]", "[issue, news]"))
    texts, problems = generated(tmp_path, files)
    assert texts == {}
    assert problems == ["letters/issue/letter.yaml:8:11: `issue` is composed of itself"]


def test_a_circle_through_others_is_told_once(tmp_path: Path) -> None:
    files = newsletter(changed(ISSUE, "[news, appeal]", "[news, yearbook]"))
    files["letters/yearbook/letter.yaml"] = changed(ISSUE, "[news, appeal]", "[issue]")
    files |= {f"letters/yearbook/{locale}.md": "The year.\n" for locale in ("en", "ar", "tr")}
    for letters in (("issue",), ("yearbook",), ("yearbook", "issue")):
        texts, problems = generated(tmp_path, files, *letters)
        assert texts == {}
        assert problems == [
            "letters/issue/letter.yaml:8:17: `issue` is composed of itself, by way of `yearbook`"
        ]


def test_a_newsletter_may_hold_another(tmp_path: Path) -> None:
    files = newsletter()
    data = changed(ISSUE, "[news, appeal]", "[issue]\nlocales: en")
    files["letters/yearbook/letter.yaml"] = changed(data, "{en: Our week", "{en: Our year")
    files["letters/yearbook/en.md"] = "The year.\n"
    texts, problems = generated(tmp_path, files, "yearbook")
    assert problems == []
    text = texts["yearbook.en.txt"]
    assert text.count("Contents") == 1
    assert "- Our week\n\nOur week\n========" in text
    assert "Bakers stop work\n----------------" in text


def test_the_fault_of_a_letter_is_told_once_and_holds_back_that_language(tmp_path: Path) -> None:
    files = newsletter()
    files["letters/news/tr.md"] = (
        "::: lead\nEkmek.\n:::\n\n::: body\n{{ bread }}\n\n{{ quotes.flour }}\n:::\n"
    )
    texts, problems = generated(tmp_path, files, "news", "issue")
    assert sorted(texts) == ["issue.ar.txt", "issue.en.txt", "news.ar.txt", "news.en.txt"]
    assert problems == [
        "letters/issue/letter.yaml:8:11: `news` has faults in `tr` and cannot stand in `issue`",
        "letters/news/tr.md:6:4: `bread` is not defined",
    ]


def test_a_language_that_a_letter_lacks_is_told_at_both_places(tmp_path: Path) -> None:
    files = newsletter() | {"letters/news/ar.md": None}
    texts, problems = generated(tmp_path, files)
    assert sorted(texts) == ["issue.en.txt", "issue.tr.txt"]
    assert problems == [
        "letters/issue/letter.yaml:8:11: `news` has faults in `ar` and cannot stand in `issue`",
        "letters/news/letter.yaml:1:1: the letter has no words in `ar`",
    ]


def test_an_embargo_is_printed_and_told_where_the_newsletter_has_none(tmp_path: Path) -> None:
    texts, problems = generated(tmp_path, newsletter(ISSUE.replace(EMBARGO, "")), locales=("en",))
    assert problems == [
        (
            "letters/issue/letter.yaml:4:11: `news` is under an embargo, and what it is composed"
            " into is not"
        )
    ]
    assert "Bakers stop work\n================\n\nEmbargoed until" in texts["issue.en.txt"]


def test_an_embargo_that_ends_later_is_told(tmp_path: Path) -> None:
    data = changed(ISSUE, "10:00", "09:59")
    _, problems = generated(tmp_path, newsletter(data), locales=("en",))
    assert problems == [
        (
            "letters/issue/letter.yaml:8:11: the embargo of `news` ends later than that of what it"
            " is composed into"
        )
    ]


def test_an_embargo_that_a_letter_prints_elsewhere_is_not_lost(tmp_path: Path) -> None:
    files = custom("[news]", "{part: articles, without: [lead]}")
    files["kinds/statement.yaml"] = "parts: [lead, body, hashtags]\n"
    data = str(files["letters/news/letter.yaml"])
    files["letters/news/letter.yaml"] = changed(data, "release_number: 2020/7\n", "")
    files["letters/news/en.md"] = (
        "::: lead\nUntil {{ letter.embargo.moment | date }}, {{ letter.place }}.\n:::\n\n"
        "::: body\n{{ quotes.flour }}\n:::\n"
    )
    texts, problems = generated(tmp_path, files)
    assert problems == []
    assert "Until 4 March" not in texts["issue.en.txt"]
    assert texts["issue.en.txt"].count("Embargoed until 4 March 2020") == 2


def test_a_confidential_letter_stands_in_a_confidential_newsletter_only(tmp_path: Path) -> None:
    files = newsletter() | {"letters/appeal/letter.yaml": f"{APPEAL}confidential: true\n"}
    template = str(FILES["templates/appeal/template.yaml"])
    marked = changed(template, "  - dateline\n", "  - confidentiality\n  - dateline\n")
    files["templates/appeal/template.yaml"] = marked
    texts, problems = generated(tmp_path, files, locales=("en",))
    assert texts == {}
    assert problems == [
        (
            "letters/issue/letter.yaml:8:17: `appeal` is confidential, and what it is composed into"
            " is not"
        )
    ]
    confidential = changed(ISSUE, "newsletter", "newsletter\nconfidential: true")
    files["letters/issue/letter.yaml"] = confidential
    texts, problems = generated(tmp_path, files, locales=("en",))
    assert problems == []
    assert texts["issue.en.txt"].count("Confidential") == 2
    files["letters/issue/letter.yaml"] = changed(confidential, "newsletter", "issue")
    texts, problems = generated(
        tmp_path, files | kind("confidentiality", "body", "embargo", "articles"), locales=("en",)
    )
    assert problems == []
    assert texts["issue.en.txt"].count("Confidential") == 2
    files |= kind(
        "confidentiality", "body", "embargo", "{part: articles, without: confidentiality}"
    )
    _, problems = generated(tmp_path, files, locales=("en",))
    assert problems == [
        "kinds/issue.yaml:1:67: the confidentiality of an article cannot be left out"
    ]


@pytest.mark.parametrize(
    ("version", "suffix", "embargoes"),
    [(Version(Stage.DRAFT, 2), "draft-2", 2), (Version(Stage.RELEASED), "released", 0)],
)
def test_the_stage_is_that_of_every_article(
    version: Version, suffix: str, embargoes: int, tmp_path: Path
) -> None:
    texts, problems = generated(tmp_path, newsletter(), version=version)
    assert problems == []
    assert texts[f"issue.en.{suffix}.txt"].count("Embargoed until") == embargoes
    assert texts[f"issue.en.{suffix}.txt"].count("DRAFT 2") == (1 if embargoes else 0)


def test_a_note_in_an_article_holds_back_the_release(tmp_path: Path) -> None:
    files = newsletter()
    files["letters/appeal/en.md"] = '{{ houses }} houses {{ note("all?") }}\n'
    texts, problems = generated(tmp_path, files, version=Version(Stage.DRAFT, 1), locales=("en",))
    assert problems == []
    assert "12 houses [Note: all?]" in texts["issue.en.draft-1.txt"]
    texts, problems = generated(tmp_path, files, version=Version(Stage.RELEASED))
    assert texts == {}
    assert "letters/appeal/en.md:1:24: the note `all?` is still there" in problems


CIRCULAR = changed(APPEAL, "addressees: [mayor]", "addressees: [minister, mayor]")


def test_a_circular_is_composed_without_whom_it_goes_to(tmp_path: Path) -> None:
    files = newsletter() | {"letters/appeal/letter.yaml": CIRCULAR}
    texts, problems = generated(tmp_path, files, locales=("en",))
    assert problems == []
    article = texts["issue.en.txt"].rpartition("Twelve houses")[2]
    assert article.startswith("\n=============\n\n4 March 2020\n\nWe write about 12 houses.")


def test_a_joint_letter_is_composed_with_all_whom_it_goes_to(tmp_path: Path) -> None:
    files = newsletter() | {"letters/appeal/letter.yaml": f"{CIRCULAR}joint: true\n"}
    texts, problems = generated(tmp_path, files, locales=("en",))
    assert problems == []
    assert "Can Demir" in texts["issue.en.txt"]
    assert "Ada Kaya" in texts["issue.en.txt"]


def test_a_circular_that_names_its_addressee_is_told(tmp_path: Path) -> None:
    files = newsletter() | {"letters/appeal/letter.yaml": CIRCULAR}
    files["letters/appeal/en.md"] = "{{ houses }} houses, {{ addressee.name }}.\n"
    texts, problems = generated(tmp_path, files, locales=("en",))
    assert texts == {}
    assert problems == [
        (
            "letters/issue/letter.yaml:8:17: `appeal` goes to several one by one, and its part"
            " `body` names whom it goes to"
        )
    ]


def test_a_newsletter_of_nothing_is_told(tmp_path: Path) -> None:
    data = changed(ISSUE, "letters: [news, appeal]", "locales: en")
    texts, problems = generated(tmp_path, newsletter(data))
    assert problems == [
        "letters/issue/letter.yaml:1:1: no letters are named that the articles could be"
    ]
    assert "Contents" not in texts["issue.en.txt"]


def test_letters_that_no_part_prints_are_told(tmp_path: Path) -> None:
    _, problems = generated(tmp_path, custom("[news]", "contents"))
    assert problems == ["letters/issue/letter.yaml:8:1: nothing in `en` prints `letters`"]


def test_status_tells_what_a_newsletter_waits_for(tmp_path: Path) -> None:
    workspace = Workspace(make_workspace(tmp_path, newsletter()), Diagnostics())
    (issue,) = status(workspace, ["issue"])
    assert issue.states == dict.fromkeys(("en", "ar", "tr"), State.GENERATING)


def test_words_may_frame_the_table_and_no_entry_leads_nowhere(tmp_path: Path) -> None:
    files = custom("[news, appeal]", "contents", "articles", "{part: articles, id: again}")
    files["letters/issue/en.md"] = (
        "::: body\nThis week.\n:::\n\n::: contents\nIn this issue:\n\n{{ default }}\n:::\n"
    )
    problems = Diagnostics()
    workspace = Workspace(make_workspace(tmp_path, files), problems)
    letter = workspace.letter("issue", problems)
    assert letter is not None
    assembly = workspace.assembly(letter, "en", problems)
    assert assembly is not None
    blocks = assembly.document((), problems).blocks
    assert list(problems) == []
    anchors = [block.anchor for block in blocks if isinstance(block, Heading)]
    assert [anchor for anchor in anchors if anchor] == ["en-article-1", "en-article-2"]
    tables = [block for block in blocks if isinstance(block, Contents)]
    assert [entry.anchor for entry in tables[0].entries] == ["en-article-1", "en-article-2"]


def test_a_table_without_articles_leads_nowhere(tmp_path: Path) -> None:
    problems = Diagnostics()
    workspace = Workspace(make_workspace(tmp_path, custom("[news]", "contents")), problems)
    letter = workspace.letter("issue", problems)
    assert letter is not None
    assembly = workspace.assembly(letter, "en", problems)
    assert assembly is not None
    blocks = assembly.document((), problems).blocks
    tables = [block for block in blocks if isinstance(block, Contents)]
    assert [entry.anchor for entry in tables[0].entries] == [""]
