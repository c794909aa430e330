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

from docgen.meetingtypes.cadence import Cadence
from docgen.meetingtypes.form import USUAL_MINUTES, Part, Section
from docgen.meetingtypes.quota import Quota
from docgen.meetingtypes.seats import ParticipantRule


class Rule(StrEnum):
    """A rule of the domain that a type asks for (``regler`` in ``type.toml``)."""

    EMPLOYED = "i_beskaeftigelse"  # the resident is in employment
    GOAL = "maal"  # the resident has a job or education goal
    PURPOSE = "indsatser"  # each of the resident's efforts has a purpose
    JOB_BROKER = "jobformidler"  # the case coordinator is not the job broker too
    FORUM = "forum"  # the row says which standing meeting it is


LONGEST_THEME = 400
"""So many characters the box of the theme in an agenda's figure holds."""
DAY = 1440
"""Minutes; no meeting and no part of one is longer."""
MOST_PAGES = 20


class Audience(StrEnum):
    """Who a document is for (``til`` in ``type.toml``)."""

    RESIDENT = "beboer"
    STAFF = "medarbejder"
    PRIVATE = "paaroerende"  # relatives, network persons and companions: those who need consent
    GP = "laege"  # who has no seat, and needs consent
    FACILITATOR = "moedeleder"
    COORDINATOR = "koordinator"
    EVERYBODY = "alle"

    @property
    def is_personal(self) -> bool:
        """Whether each receiver gets a copy with their own name on it."""
        return self in (Audience.RESIDENT, Audience.STAFF, Audience.PRIVATE, Audience.GP)

    @property
    def is_filled_in(self) -> bool:
        """Whether people write in the file: minutes, notes and check lists of those who run the meeting."""
        return self in (Audience.FACILITATOR, Audience.COORDINATOR)


class Scope(StrEnum):
    """What a document is made once for (``for`` in ``type.toml``)."""

    MEETING = "moede"
    COURSE = "forloeb"
    CANCELLATION = "aflysning"  # once for each who had a letter, when the meeting is called off
    MINUTES = "referat"  # from the minutes, when they have been filled in and collected


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the meeting: ``key`` names it in tags and fields, ``minutes`` at the type's usual length.

    ``label`` is the box of the figure, ``subtitle`` the line under it ("individuelt"), ``prompts`` the
    questions asked, which may hold tags. ``each_in_turn`` gives every participant a field in the
    facilitator's notes. ``minuted`` is False for a phase whose outcome the minutes hold elsewhere: agreements
    are decisions. ``drawn`` is False for one that the figure leaves out. ``minutes`` may be 0 where the type
    has programmes.
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
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Slot:
    """A line of a programme: the phase with this key, or a break with a ``title`` of its own."""

    minutes: int
    phase: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """The running order of a meeting of at most ``longest`` minutes (0: of any length), with its breaks."""

    title: str
    longest: int
    slots: tuple[Slot, ...]

    @property
    def minutes(self) -> int:
        return sum(slot.minutes for slot in self.slots)


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """A document of the type: the template ``file``, its ``layout``, who it is for, what it is called.

    ``easy_read`` marks the variant for residents with Letlæst; ``title`` stands in the document's
    properties and on its first page. ``scope`` is the course for a document that tells of all its meetings.
    ``after`` marks a letter that goes out when the meeting has been held. ``parts`` are the names of the
    parts of the minutes (``Part.name``) that an excerpt of them holds, in its order.
    """

    file: str
    layout: str
    audience: Audience
    title: str
    easy_read: bool = False
    pages: int = 1
    scope: Scope = Scope.MEETING
    after: bool = False
    parts: tuple[str, ...] = ()

    @property
    def sheet(self) -> str:
        """What its sections are called in ``type.toml``, such as ``informationsark_letlaest``."""
        return self.file.removesuffix(".docx").replace(".", "_")

    @property
    def holder(self) -> str:
        """Whose copy the file is, as far as its name tells: of what is no one's own there is one for all."""
        is_own = self.audience.is_personal and self.scope is not Scope.MINUTES
        return self.audience if is_own else ""

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
    them. ``minutes`` are the parts of the minutes, ``sheets`` the sections of each sheet by its name.
    ``programmes`` stand from the shortest to the longest; without any the phases follow each other.
    ``cadences`` say how often one meets in a course; the first counts where the course names none.
    ``quota`` is how many meetings of the type somebody is to have (``[mindst]``), ``None`` where nothing is
    said. ``fingerprint`` changes whenever ``type.toml`` or one of the Word files does.
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
    programmes: tuple[Programme, ...] = ()
    rules: tuple[Rule, ...] = ()
    figure: str = ""
    minutes: tuple[Part, ...] = USUAL_MINUTES
    sheets: dict[str, tuple[Section, ...]] = field(default_factory=dict, hash=False)
    documents: tuple[DocumentRule, ...] = ()
    cadences: tuple[Cadence, ...] = ()
    quota: Quota | None = None
    words: dict[str, Any] = field(default_factory=dict, hash=False)
    fingerprint: str = ""

    def path(self, document: DocumentRule) -> Path:
        """The Word template of one of this type's documents."""
        return self.folder / document.file

    def programme(self, length: int) -> Programme:
        """The running order of a meeting of ``length`` minutes; the longest one where none is long enough."""
        fitting = (one for one in self.programmes if not one.longest or length <= one.longest)
        plain = Programme("", 0, tuple(Slot(phase.minutes, phase.key) for phase in self.phases))
        return next(fitting, self.programmes[-1] if self.programmes else plain)
