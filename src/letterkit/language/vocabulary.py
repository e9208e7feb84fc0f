"""What forms of address go by: the office somebody holds, and their gender where it is known."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Office(StrEnum):
    """The rank in which somebody is written to; it decides salutation and complimentary close.

    They stand in the order of precedence, in which a letter to several greets them. `ROYALTY` is a
    king or a queen, `EMIR` one who rules a country as an emir or a prince, `HIGHNESS` a prince who
    is not royal; `SPEAKER` presides over a parliament, `HEAD_OF_ORGANISATION` over any other body,
    as its president, chair or director; `OFFICER` is a military one, whose rank is the honorific;
    `SUBORDINATE` is an office or a branch that stands below the one that writes.
    """

    HEAD_OF_STATE = "head-of-state"
    ROYALTY = "royalty"
    SULTAN = "sultan"
    EMIR = "emir"
    POPE = "pope"
    HEAD_OF_GOVERNMENT = "head-of-government"
    ROYAL_HIGHNESS = "royal-highness"
    HIGHNESS = "highness"
    SECRETARY_GENERAL = "secretary-general"
    SPEAKER = "speaker"
    PATRIARCH = "patriarch"
    CARDINAL = "cardinal"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"
    PERMANENT_REPRESENTATIVE = "permanent-representative"
    HIGH_COMMISSIONER = "high-commissioner"
    SPECIAL_ENVOY = "special-envoy"
    UN_OFFICIAL = "un-official"
    MUFTI = "mufti"
    ARCHBISHOP = "archbishop"
    BISHOP = "bishop"
    DEPUTY_MINISTER = "deputy-minister"
    GOVERNOR = "governor"
    SENATOR = "senator"
    LEGISLATOR = "legislator"
    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    CONSUL = "consul"
    MAYOR = "mayor"
    OFFICER = "officer"
    HEAD_OF_ORGANISATION = "head-of-organisation"
    CLERGY = "clergy"
    PRIEST = "priest"
    IMAM = "imam"
    RABBI = "rabbi"
    OFFICIAL = "official"
    EDITOR = "editor"
    PROFESSOR = "professor"
    DOCTOR = "doctor"
    ORGANISATION = "organisation"
    PRIVATE_PERSON = "private-person"
    SUBORDINATE = "subordinate"


RELATED = {
    Office.SULTAN: Office.ROYALTY,
    Office.HIGHNESS: Office.ROYAL_HIGHNESS,
    Office.SECRETARY_GENERAL: Office.UN_OFFICIAL,
    Office.HIGH_COMMISSIONER: Office.UN_OFFICIAL,
    Office.SPECIAL_ENVOY: Office.UN_OFFICIAL,
    Office.UN_OFFICIAL: Office.OFFICIAL,
    Office.PERMANENT_REPRESENTATIVE: Office.AMBASSADOR,
    Office.SPEAKER: Office.LEGISLATOR,
    Office.SENATOR: Office.LEGISLATOR,
    **dict.fromkeys(
        (
            Office.DEPUTY_MINISTER,
            Office.GOVERNOR,
            Office.PROSECUTOR,
            Office.CONSUL,
            Office.MAYOR,
            Office.OFFICER,
            Office.HEAD_OF_ORGANISATION,
            Office.EDITOR,
        ),
        Office.OFFICIAL,
    ),
    Office.ARCHBISHOP: Office.BISHOP,
    Office.CARDINAL: Office.BISHOP,
    **dict.fromkeys(
        (Office.POPE, Office.PATRIARCH, Office.BISHOP, Office.PRIEST, Office.RABBI), Office.CLERGY
    ),
    Office.MUFTI: Office.IMAM,
    Office.IMAM: Office.CLERGY,
}
"""Whose forms stand where a language has none for an office; after these come those for all."""


class Gender(StrEnum):
    """What data says of somebody; never guessed from a name."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


class Company(StrEnum):
    """Of several people: whether all are women or men, both are among them, or nobody has said."""

    FEMALE = "female"
    MALE = "male"
    MIXED = "mixed"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, genders: Iterable[Gender]) -> Company:
        """What is known of them all; where of one it is not, nothing is said of the others."""
        found = set(genders)
        if not found or Gender.UNKNOWN in found:
            return cls.UNKNOWN
        return cls.MIXED if len(found) > 1 else cls(found.pop().value)


HONORIFICS = ("doctor", "professor", "engineer", "lawyer", "judge", "reverend")
"""Titles of respect that data can name by a key; a language that lacks one prints none."""

DELIVERIES = ("by-hand", "by-email", "by-registered-post", "by-courier", "by-fax")
"""Ways of sending a letter that data can name by a key; each is a label of the locale."""
