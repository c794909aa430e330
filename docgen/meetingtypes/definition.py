"""What a meeting type is: the values that ``type.toml`` holds.

A type is data: who takes part and why, how long it lasts, which phases it goes through and what is asked
in each, the figure its agenda draws, the fields of its minutes, and which documents go to whom. Planning
and building read these values and nothing else; a new type needs no code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

# Columns of Beboere that a rule may name, and where the resident keeps their numbers.
RESIDENT = "Beboer"
COLUMNS: dict[str, str] = {
    "Kontaktperson enhed": "unit_contacts",
    "Kontaktperson arbejdsplads": "workplace_contacts",
    "Udviklingsleder": "development_lead",
    "Leder": "leader",
    "Mentor": "mentor",
    "Koordinerende sagsbehandler": "case_coordinator",
    "Jobformidler": "job_broker",
    "Virksomhedskonsulent": "business_consultant",
    "Socialrådgiver": "social_worker",
    "Sundhedskoordinator": "health_coordinator",
    "Familierådgiver": "family_adviser",
    "Uddannelsesvejleder": "education_adviser",
}


LONGEST_THEME = 400
"""So many characters the box of the theme in an agenda's figure holds."""


class Audience(StrEnum):
    """Who a document is for (``til`` in ``type.toml``)."""

    RESIDENT = "beboer"
    STAFF = "medarbejder"
    PRIVATE = "paaroerende"  # relatives, network persons and companions: those who need consent
    FACILITATOR = "moedeleder"
    EVERYBODY = "alle"

    @property
    def is_personal(self) -> bool:
        """Whether each receiver gets a copy with their own name on it."""
        return self in (Audience.RESIDENT, Audience.STAFF, Audience.PRIVATE)

    @property
    def is_filled_in(self) -> bool:
        """Whether people write in the file: minutes and notes, which are the facilitator's."""
        return self is Audience.FACILITATOR


@dataclass(frozen=True, slots=True)
class ParticipantRule:
    """Who sits at the table: ``heading`` is a column of Beboere, or ``Beboer`` for the person themself.

    ``label`` is what the person is called in letters ("kontaktperson fra enheden"), ``reason`` why they
    take part. ``required`` makes it a warning when nobody fills the role. The first rule with
    ``facilitates`` names who leads the meeting when neither row nor course does.
    """

    heading: str
    label: str
    reason: str
    required: bool = False
    facilitates: bool = False


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the meeting: ``key`` names it in tags and fields, ``minutes`` at the type's usual length.

    ``label`` is the box of the figure, ``subtitle`` the line under it ("individuelt"), ``prompts`` the
    questions asked. ``each_in_turn`` gives every participant a field in the facilitator's notes.
    ``minuted`` is False for a phase whose outcome the minutes hold elsewhere: agreements are decisions.
    """

    key: str
    title: str
    minutes: int
    prompts: tuple[str, ...] = ()
    label: str = ""
    subtitle: str = ""
    description: str = ""
    each_in_turn: bool = False
    minuted: bool = True


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """A document of the type: the template ``file``, its ``layout``, who it is for, what it is called.

    ``easy_read`` marks the variant for residents with Letlæst; ``title`` stands in the document's
    properties and on its first page.
    """

    file: str
    layout: str
    audience: Audience
    title: str
    easy_read: bool = False
    pages: int = 1

    @property
    def stem(self) -> str:
        """The name without variant and ending: ``invitation.letlaest.docx`` gives ``invitation``."""
        return self.file.split(".")[0]


@dataclass(frozen=True, slots=True)
class Length:
    """Minutes: the usual length, the shortest and the longest that make sense."""

    usual: int
    shortest: int
    longest: int


@dataclass(frozen=True, slots=True)
class MeetingType:
    """One meeting type. ``name`` is its folder's name; ``words`` the wording of its documents.

    ``source`` credits the guide (``kilde``). ``about_resident`` is False for group meetings. ``words``
    are the house's common words with the type's own on top, by dotted key ("brev.hilsen"); authoring reads
    them. ``cadences`` are the tables ``[[moedeinterval]]`` as they stand.
    ``fingerprint`` changes whenever ``type.toml`` or one of the Word files does.
    """

    name: str
    title: str
    source: str
    length: Length
    about_resident: bool
    folder: Path
    occasions: tuple[str, ...] = ()
    participants: tuple[ParticipantRule, ...] = ()
    phases: tuple[Phase, ...] = ()
    figure: str = ""
    documents: tuple[DocumentRule, ...] = ()
    cadences: tuple[dict[str, Any], ...] = field(default=(), hash=False)
    words: dict[str, Any] = field(default_factory=dict, hash=False)
    fingerprint: str = ""

    def path(self, document: DocumentRule) -> Path:
        """The Word template of one of this type's documents."""
        return self.folder / document.file
