"""What is recorded of a letter that was sent: beside its files in `record.json`, and here.

The file alone is enough to make the entry in the register again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

RECORD_FILE: Final = "record.json"
RECORD_VERSION: Final = 1


class RecordError(ValueError):
    """A `record.json` that does not say what one says."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it was frozen; `path` begins at the folder of the letter, with slashes.

    `sent` tells what left the house from what it was made of. `digest` is SHA-256.
    """

    path: str
    sent: bool
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class SentDocument:
    """What one addressee received in one language.

    `about` is searched beside the `text`: names, date, reference and subject in all languages.
    """

    addressee: str
    locale: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that was sent. `addressees` are their names by their ids, `folder` where it stands.

    The folder begins at that of the workspace, with slashes; `dated` is the date of the letter.
    """

    letter: str
    dated: date
    sent_on: date
    reference: str
    subject: str
    addressees: tuple[tuple[str, str], ...]
    documents: tuple[SentDocument, ...]
    files: tuple[SentFile, ...] = ()
    folder: str = ""

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages that it was sent in, each once."""
        return tuple(dict.fromkeys(document.locale for document in self.documents))

    @property
    def sent_files(self) -> tuple[SentFile, ...]:
        """The files that left the house."""
        return tuple(file for file in self.files if file.sent)

    def without_texts(self) -> SentLetter:
        """The same without what its documents say, which the register holds apart."""
        bare = (replace(document, about="", text="") for document in self.documents)
        return replace(self, documents=tuple(bare))

    def to_json(self) -> str:
        """The text of `record.json`; the folder, which tells itself, is left out."""
        record = {
            "version": RECORD_VERSION,
            "letter": self.letter,
            "date": self.dated.isoformat(),
            "sent_on": self.sent_on.isoformat(),
            "reference": self.reference,
            "subject": self.subject,
            "addressees": [{"id": identity, "name": name} for identity, name in self.addressees],
            "documents": [
                {
                    "addressee": document.addressee,
                    "locale": document.locale,
                    "about": document.about,
                    "text": document.text,
                }
                for document in self.documents
            ],
            "files": [
                {
                    "path": file.path,
                    "sent": file.sent,
                    "bytes": file.size,
                    "sha256": file.digest,
                }
                for file in self.files
            ],
        }
        return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def read_record(text: str | bytes, folder: str) -> SentLetter:
    """The letter that a `record.json` in a folder tells of.

    Raises:
        RecordError: where it tells of none.
    """
    try:
        record = json.loads(text)
        if record["version"] != RECORD_VERSION:
            raise RecordError(f"version {record['version']}")
        return SentLetter(
            letter=_text(record["letter"]),
            dated=date.fromisoformat(record["date"]),
            sent_on=date.fromisoformat(record["sent_on"]),
            reference=_text(record["reference"]),
            subject=_text(record["subject"]),
            addressees=tuple(
                (_text(each["id"]), _text(each["name"])) for each in record["addressees"]
            ),
            documents=tuple(
                SentDocument(
                    *(_text(each[key]) for key in ("addressee", "locale", "about", "text"))
                )
                for each in record["documents"]
            ),
            files=tuple(
                SentFile(
                    _text(each["path"]),
                    each["sent"] is True,
                    int(each["bytes"]),
                    _text(each["sha256"]),
                )
                for each in record["files"]
            ),
            folder=folder,
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise RecordError(str(error)) from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise RecordError(f"{value!r} is no text")
    return value
