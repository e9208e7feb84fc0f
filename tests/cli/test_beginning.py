"""`init`, `new`, bare `letterkit` and `doctor`: how a new user begins."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.workspaces import ADDRESSEES, SETTINGS, changed, make_workspace

from letterkit.merge.assembly import Assembly
from letterkit.starter import starter_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from letterkit.document import Document

    Run = Callable[..., Result]

WORDS = """\
Thank you for your visit.

We shall plant *forty* roses in [the park](https://example.org/park).

Please come again.
"""


def test_three_plain_paragraphs_are_a_letter(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    begun = letterkit(
        root,
        *("new", "letter", "thanks", "--to", "mayor", "--locale", "en", "--date", "2021-05-06"),
    )
    assert begun.exit_code == 0
    assert begun.stdout == "".join(
        f"{root / 'letters' / 'thanks' / name}\n" for name in ("letter.yaml", "en.md")
    )
    assert letterkit(root).stdout.splitlines()[-2:] == ["thanks", "  en      waits for its words"]
    (root / "letters" / "thanks" / "en.md").write_text(WORDS)
    assert letterkit(root, "check").stderr == "no problems found\n"
    assert letterkit(root, "generate", "thanks").exit_code == 0
    text = (root / "out" / "thanks" / "mayor.en.txt").read_text()
    lines = [line for line in text.splitlines() if line]
    expected = [
        "Rosewater Trust",
        "6 May 2021",
        "Can Demir",
        "Mayor",
        "Thank you for your visit.",
        "Please come again.",
        "Lale Deniz",
        "Director",
    ]
    places = [next(i for i, line in enumerate(lines) if each in line) for each in expected]
    assert places == sorted(places)
    assert any(line.startswith("Dear ") for line in lines)
    assert any(line.startswith("Yours ") for line in lines)
    assert not any(character in text for character in "*{}[]")


def test_a_new_letter_waits_in_every_language(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "new", "letter", "visit", "--template", "appeal")
    answer = letterkit(root)
    assert answer.stdout.splitlines()[-4:] == [
        "visit",
        *(f"  {locale:8}waits for its words" for locale in ("en", "ar", "tr")),
    ]
    assert answer.stderr.splitlines()[-1].startswith("Next: write the words of letters/visit")


@pytest.mark.parametrize("written", ["", "\ufeff \n\u0020\n"])
def test_a_new_letter_that_adds_no_words_has_those_of_its_template(
    letterkit: Run, tmp_path: Path, written: str
) -> None:
    root = make_workspace(
        tmp_path,
        {
            "templates/thanks/template.yaml": "kind: letter\n",
            "templates/thanks/en.md": "Thank you for your gift.\n",
        },
    )
    new = ["new", "letter", "gift", "--template", "thanks", "--to", "mayor", "--locale", "en"]
    letterkit(root, *new)
    (root / "letters" / "gift" / "en.md").write_text(written, encoding="utf-8")
    answer = letterkit(root, "generate", "gift", "--format", "txt")
    assert answer.exit_code == 0, answer.stderr
    assert "Thank you for your gift." in (root / "out" / "gift" / "mayor.en.txt").read_text()


def test_a_new_template_is_one_that_letters_can_use(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    assert letterkit(root, "new", "template", "invitation").exit_code == 0
    words = root / "templates" / "invitation" / "en.md"
    words.write_text(words.read_text().replace("\n\n", "\nYou are invited.\n", 1))
    letterkit(root, "new", "letter", "ball", "--template", "invitation", "--locale", "en")
    (root / "letters" / "ball" / "en.md").write_text("Bring a rose.\n")
    assert letterkit(root, "generate", "ball").exit_code == 0
    text = (root / "out" / "ball" / "ball.en.txt").read_text()
    assert text.index("You are invited.") < text.index("Bring a rose.")


def test_the_status_names_the_command_that_is_due(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    assert letterkit(root).stderr.splitlines()[-1] == "Next: letterkit generate"
    letterkit(root, "generate")
    assert letterkit(root).stderr.splitlines()[-1].startswith("Everything is generated.")
    (root / "letters" / "appeal" / "ar.md").write_text("{{ hoses }}")
    answer = letterkit(root)
    assert answer.stdout.splitlines()[2] == "  ar      has problems"
    assert answer.stderr.splitlines()[-1] == "Next: letterkit check appeal"
    (root / "letters" / "appeal" / "letter.yaml").write_text("date: never\n")
    assert letterkit(root).stdout == "appeal\n  its data has problems (1)\n"


def test_the_status_tries_one_document_a_language(
    letterkit: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "generate")
    made: list[object] = []
    make = Assembly.document

    def counted(self: Assembly, *arguments: Any) -> Document:
        made.append(arguments)
        return make(self, *arguments)

    monkeypatch.setattr(Assembly, "document", counted)
    assert letterkit(root).stdout.count("is generated\n") == 3
    assert len(made) == 3


def test_the_status_knows_from_the_record_what_was_made_of_the_others(
    letterkit: Run, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path)
    letterkit(root, "generate")
    (root / "out" / "appeal" / "mayor.ar.txt").unlink()
    (root / "out" / "appeal" / "mayor.tr.txt").write_text("edited")
    ready = "is ready to be generated"
    states = ["  en      is generated", f"  ar      {ready}", f"  tr      {ready}"]
    assert letterkit(root).stdout.splitlines()[1:] == states
    letterkit(root, "generate")
    states[1:] = [
        "  ar      is generated",
        "  tr      is generated beside a file that was edited by hand",
    ]
    assert letterkit(root).stdout.splitlines()[1:] == states
    data = changed(ADDRESSEES, "gender: male", "gendr: male")
    (root / "addressees" / "officials.yaml").write_text(data)
    assert letterkit(root).stdout.count("has problems") == 3


def test_init_makes_a_workspace_of_the_starter_content(letterkit: Run, tmp_path: Path) -> None:
    answer = letterkit(tmp_path, "init", "our office")
    assert answer.exit_code == 0
    root = tmp_path / "our office"
    made = {path.relative_to(root) for path in root.rglob("*") if path.is_file()}
    assert made == {relative for _, relative in starter_files()}
    assert Path("letterkit.yaml") in made
    checked = letterkit(root, "check")
    assert checked.exit_code == 0, checked.stderr
    assert letterkit(root, "generate", "--format", "txt").exit_code == 0


def test_init_leaves_what_is_there_alone(letterkit: Run, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine")
    (tmp_path / "empty").mkdir()
    assert letterkit(tmp_path, "init", "empty").exit_code == 0
    for name in ("full", "full/mine"):
        try:
            letterkit(tmp_path, "init", name)
        except Exception as error:  # noqa: BLE001 - what `main` turns into words
            assert type(error).__name__ == "StarterError"  # noqa: PT017 - as above
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine"]


def test_doctor_tells_what_is_there(letterkit: Run, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    answer = letterkit(root, "doctor")
    assert answer.exit_code == 0
    assert "ok       pydantic " in answer.stdout
    assert f"ok       workspace {root}: ok" in answer.stdout
    (root / "letterkit.yaml").write_text(changed(SETTINGS, "locales", "locals"))
    assert letterkit(root, "doctor").exit_code == 1
    outside = letterkit(tmp_path.parent, "doctor")
    assert "no workspace here" in outside.stdout


def test_french_is_added_by_files_alone(letterkit: Run, tmp_path: Path) -> None:
    locale = """\
region: FR
labels:
  page: "Page {page} sur {pages}"
  reference: "Réf. : {reference}"
  subject: "Objet : {subject}"
  copies: "Copie :"
dates:
  dateline: "{place}, le {date}"
forms-of-address:
  salutation:
    default: {female: "Madame,", male: "Monsieur,", unknown: "Madame, Monsieur,"}
  complimentary-close:
    default: Veuillez agréer l’expression de notre haute considération.
"""
    root = make_workspace(
        tmp_path,
        {
            "letters/visite/letter.yaml": (
                "date: 2021-05-06\nplace: Marseille\nlocales: [fr]\naddressees: [maire]\n"
                "reference: R/12\nvariables: {roses: 1500, amis: [Anne, Éric]}\n"
            ),
            "letters/visite/fr.md": (
                "Nous planterons {{ roses }} roses avec {{ amis | join_and }}.\n"
            ),
            "locales/fr.yaml": locale,
            "letterkit.yaml": changed(SETTINGS, "en: Director,", "en: Director, fr: Directrice,"),
            "addressees/maire.yaml": (
                "maire:\n  name: Jeanne Dupré\n  gender: female\n  title: {fr: La maire}\n"
            ),
        },
    )
    answer = letterkit(root, "generate", "visite")
    assert answer.exit_code == 0, answer.stderr
    assert " error" not in answer.stderr
    text = (root / "out" / "visite" / "maire.fr.txt").read_text()
    for said in (
        "Marseille, le 6 mai 2021",
        "Réf. : R/12",
        "Madame,",
        "avec Anne et Éric.",
        "Veuillez agréer",
        "Directrice",
    ):
        assert said in text
    assert (root / "out" / "visite" / "maire.fr.docx").is_file()
