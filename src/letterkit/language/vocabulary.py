"""What forms of address go by: the office somebody holds, and their gender where it is known."""

from __future__ import annotations

from enum import StrEnum


class Office(StrEnum):
    """The rank in which somebody is written to; it decides salutation and complimentary close.

    They stand in the order of precedence, in which a letter to several greets them. `ROYALTY` is a
    king or a queen, `EMIR` one who rules a country as an emir or a prince, `HIGHNESS` a prince who
    is not royal; `SUBORDINATE` is an office or a branch that stands below the one that writes.
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
    PATRIARCH = "patriarch"
    CARDINAL = "cardinal"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"
    HIGH_COMMISSIONER = "high-commissioner"
    SPECIAL_ENVOY = "special-envoy"
    UN_OFFICIAL = "un-official"
    MUFTI = "mufti"
    ARCHBISHOP = "archbishop"
    BISHOP = "bishop"
    GOVERNOR = "governor"
    LEGISLATOR = "legislator"
    JUDGE = "judge"
    MAYOR = "mayor"
    CLERGY = "clergy"
    PRIEST = "priest"
    IMAM = "imam"
    RABBI = "rabbi"
    OFFICIAL = "official"
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
    Office.GOVERNOR: Office.OFFICIAL,
    Office.MAYOR: Office.OFFICIAL,
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


HONORIFICS = ("doctor", "professor", "engineer", "lawyer", "judge", "reverend")
"""Titles of respect that data can name by a key; a language that lacks one prints none."""

DELIVERIES = ("by-hand", "by-email", "by-registered-post", "by-courier", "by-fax")
"""Ways of sending a letter that data can name by a key; each is a label of the locale."""
