"""What forms of address go by: the office somebody holds, and their gender where it is known."""

from __future__ import annotations

from enum import StrEnum


class Office(StrEnum):
    """The rank in which somebody is written to; it decides salutation and complimentary close."""

    HEAD_OF_STATE = "head-of-state"
    HEAD_OF_GOVERNMENT = "head-of-government"
    ROYALTY = "royalty"
    MINISTER = "minister"
    AMBASSADOR = "ambassador"
    UN_OFFICIAL = "un-official"
    LEGISLATOR = "legislator"
    JUDGE = "judge"
    CLERGY = "clergy"
    OFFICIAL = "official"
    PROFESSOR = "professor"
    DOCTOR = "doctor"
    ORGANISATION = "organisation"
    PRIVATE_PERSON = "private-person"


class Gender(StrEnum):
    """What data says of somebody; never guessed from a name."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


HONORIFICS = ("doctor", "professor", "engineer", "lawyer", "judge", "reverend")
"""Titles of respect that data can name by a key; a language that lacks one prints none."""

DELIVERIES = ("by-hand", "by-email", "by-registered-post", "by-courier", "by-fax")
"""Ways of sending a letter that data can name by a key; each is a label of the locale."""
