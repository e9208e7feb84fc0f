"""What the letters of a workspace say as they stand, for whoever looks for words in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from letterkit.batch.generation import Generation, Request
from letterkit.diagnostics import Diagnostics
from letterkit.sources.text import read_text
from letterkit.workspace import LETTERS_FOLDER
from letterkit.writers.formats import Format
from letterkit.writers.text import TextWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from letterkit.batch.generation import Task
    from letterkit.document import Document
    from letterkit.language.profile import Profile
    from letterkit.letter import Letter
    from letterkit.people.models import Addressee
    from letterkit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CurrentText:
    """What a letter says in one language; `dated` is None where its data cannot be read.

    `about` is what is known of it beside its words; `addressees` are names of its documents.
    """

    letter: str
    dated: date | None
    locale: str
    addressees: tuple[str, ...]
    about: str
    text: str


def about_letter(letter: Letter) -> str:
    """What is searched of a letter beside its words: name, date, reference, subject."""
    subject = letter.data.subject.texts.values() if letter.data.subject else ()
    known = (letter.name, letter.data.date.isoformat(), letter.data.reference or "", *subject)
    return " · ".join(filter(None, dict.fromkeys(map(str, known))))


def names_of(addressees: Iterable[Addressee]) -> str:
    """What people are called, in all languages, each form once."""
    found: dict[str, None] = {}
    for each in addressees:
        for text in (each.name, each.title, each.organisation):
            found |= dict.fromkeys(map(str, text.texts.values() if text else ()))
    return " · ".join(found)


def without_sender(document: Document) -> Document:
    """A document without its header, which is ours and the same in every letter."""
    return replace(document, header=())


def current_texts(workspace: Workspace, letters: Iterable[str]) -> Iterator[CurrentText]:
    """Each of these letters in each of its languages, as it would be generated.

    Of each language one document is made: what differs between its addressees are they, who are
    told in `about`. In a language that has faults it is the letter's own words, as they stand.
    """
    for name in letters:
        yield from _texts_of(name, workspace)


def _texts_of(name: str, workspace: Workspace) -> Iterator[CurrentText]:
    texts: dict[str, str] = {}

    def see(task: Task, document: Document, profile: Profile) -> None:
        texts[str(task.locale)] = TextWriter(profile).write(without_sender(document))

    request = Request(letters=(name,), formats=(Format.TXT,))
    generation = Generation(workspace, request, None, see=see)
    tasks = generation.tasks()
    by_locale: dict[str, list[Task]] = {}
    for task in tasks:
        by_locale.setdefault(str(task.locale), []).append(task)
    for _ in generation.run([_readable(each) for each in by_locale.values()]):
        pass
    if not tasks:
        for path in sorted((workspace.root / LETTERS_FOLDER / name).glob("*.md")):
            words = read_text(path, Diagnostics()) or ""
            yield CurrentText(name, None, path.stem, (), name, words)
    for locale, of_locale in by_locale.items():
        letter = of_locale[0].letter
        people = [each for task in of_locale for _, each in task.recipients.addressees]
        words = texts.get(locale) or read_text(letter.folder / f"{locale}.md", Diagnostics()) or ""
        yield CurrentText(
            name,
            letter.data.date,
            locale,
            tuple(str(task.recipients.name) for task in of_locale),
            f"{about_letter(letter)} · {names_of(people)}",
            words,
        )


def _readable(tasks: list[Task]) -> Task:
    return next((task for task in tasks if task.recipients.whole), tasks[0])
