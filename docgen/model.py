"""The data that everything else speaks of: frozen, typed, without I/O.

One class a sheet of the workbook (``docs/workbook.md``), one attribute a column. A blank cell is ``""``,
``()`` or ``None`` after its type, or the column's default. References are the ``Nr`` of another row, as
text. Dates and times are Danish local time; lengths are minutes.

Every row knows where it stands (``at``), so that a finding can name its cell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from docgen.findings import Finding, Place


class Channel(StrEnum):
    """How a letter reaches its receiver."""

    LETTER = "Brev"
    EMAIL = "E-mail"
    DIGITAL_POST = "Digital Post"
    IN_PERSON = "Personligt"


class LabelSheetName(StrEnum):
    """How many labels a sheet of them has across and down."""

    THREE_BY_EIGHT = "3 x 8"
    TWO_BY_SEVEN = "2 x 7"


class Role(StrEnum):
    """What a person of the sheet Personer is."""

    CONTACT_PERSON = "Kontaktperson"
    DEVELOPMENT_LEAD = "Udviklingsleder"
    LEADER = "Leder"
    TEAM_LEADER = "Teamleder"
    MENTOR = "Mentor"
    CASE_COORDINATOR = "Koordinerende sagsbehandler"
    JOB_BROKER = "Jobformidler"
    BUSINESS_CONSULTANT = "Virksomhedskonsulent"
    HEALTH_COORDINATOR = "Sundhedskoordinator"
    SOCIAL_WORKER = "Socialrådgiver"
    FAMILY_ADVISER = "Familierådgiver"
    EDUCATION_ADVISER = "Uddannelsesvejleder"
    GP = "Læge"
    RELATIVE = "Pårørende"
    NETWORK_PERSON = "Netværksperson"
    COMPANION = "Bisidder"
    EMPLOYEE = "Medarbejder"
    VOLUNTEER = "Frivillig"

    @property
    def is_private(self) -> bool:
        """Whether the person belongs to the resident's own life, so that consent decides."""
        return self in (Role.RELATIVE, Role.NETWORK_PERSON, Role.COMPANION, Role.GP)


class MeetingStatus(StrEnum):
    """Where a meeting stands."""

    PLANNED = "Planlagt"
    HELD = "Afholdt"
    MISSED = "Ikke mødt"
    CANCELLED = "Aflyst"


class Initiative(StrEnum):
    """Who asked for the meeting."""

    RESIDENT = "Beboer"
    UNIT_WORKER = "Enhedsmedarbejder"
    CONTACT_PERSON = "Kontaktperson"
    DEVELOPMENT_LEAD = "Udviklingsleder"


class Forum(StrEnum):
    """Which standing meeting the dialogue cards are used at."""

    STAFF = "Personalemøde"
    TRIO = "TRIO-møde"
    LEADERS = "Ledermøde"


class Weekday(StrEnum):
    """A working day; ``list(Weekday)`` is in the week's order."""

    MONDAY = "mandag"
    TUESDAY = "tirsdag"
    WEDNESDAY = "onsdag"
    THURSDAY = "torsdag"
    FRIDAY = "fredag"


class CourseStatus(StrEnum):
    """Whether a course goes on."""

    ACTIVE = "Aktiv"
    ENDED = "Afsluttet"


class Reply(StrEnum):
    """What somebody answered to an invitation."""

    COMES = "Kommer"
    DECLINES = "Afbud"
    OTHER_TIME = "Ønsker anden tid"


class EffortKind(StrEnum):
    """What kind of support an effort is."""

    PLACEMENT = "Virksomhedspraktik"
    PAID_HOURS = "Løntimer"
    SMALL_JOB = "Småjob"
    MENTOR = "Mentor"
    SOCIAL = "Social"
    HEALTH = "Sundhed"
    EDUCATION = "Uddannelse"


class DecisionStatus(StrEnum):
    """Whether a decision has been carried out."""

    OPEN = "Åben"
    DONE = "Udført"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row stands: its sheet, its number, and the column letter of each heading.

    On the sheet Institution, where every field has a row of its own, ``number`` is 0 and ``columns``
    holds whole cells (``B7``).
    """

    sheet: str
    number: int = 0
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)

    def place(self, heading: str = "") -> Place:
        """The place of this row's cell under ``heading``, or of the whole row when empty."""
        letters = self.columns.get(heading, "")
        cell = letters + (str(self.number) if self.number and letters else "")
        return Place(sheet=self.sheet, row=self.number, cell=cell, heading=heading)


NOWHERE = Source("")


@dataclass(frozen=True, slots=True)
class EnvelopeWindow:
    """Where an envelope's window lies on the letter: millimetres from the page's upper left corner.

    No Danish standard gives it in millimetres; the default is the house's own.
    """

    left: float = 15.0
    top: float = 44.0
    width: float = 90.0
    height: float = 32.0

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def __str__(self) -> str:
        """As the workbook holds it: ``15; 44; 90; 32``, with decimal commas."""
        measures = (self.left, self.top, self.width, self.height)
        return "; ".join(f"{measure:g}".replace(".", ",") for measure in measures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """The house that invites. ``reply_days`` and ``mailing_weeks`` count back from the meeting.

    ``travel_minutes`` are needed between two places. ``customary_days_off`` says whether the days off that
    are agreed and no public holidays (1 May, 5 June, 24 and 31 December) are closed too.
    """

    name: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    sender: str = ""
    sender_title: str = ""
    calendar_id: str = ""
    domain: str = ""
    reply_days: int = 7
    mailing_weeks: int = 4
    logo: str = ""
    day_starts: dt.time = dt.time(9, 0)
    day_ends: dt.time = dt.time(15, 30)
    travel_minutes: int = 15
    customary_days_off: bool = True
    names_in_calendar: bool = False
    secure_email: bool = False
    window: EnvelopeWindow = EnvelopeWindow()
    label_sheet: LabelSheetName = LabelSheetName.THREE_BY_EIGHT
    effort_goal: int | None = None
    key_figure_minimum: int = 5
    standing_social_worker: str = ""
    standing_business_consultant: str = ""
    standing_health_coordinator: str = ""
    at: Source = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """A person that meetings are about: resident, citizen or employee."""

    nr: str
    first_name: str
    last_name: str
    address: str = ""
    postcode: str = ""
    city: str = ""
    email: str = ""
    phone: str = ""
    channel: Channel = Channel.LETTER
    easy_read: bool = False
    employed: bool = False
    unit: str = ""
    workplace: str = ""
    unit_contacts: tuple[str, ...] = ()
    workplace_contacts: tuple[str, ...] = ()
    development_lead: str = ""
    leader: str = ""
    mentor: str = ""
    case_coordinator: str = ""
    job_broker: str = ""
    business_consultant: str = ""
    social_worker: str = ""
    health_coordinator: str = ""
    family_adviser: str = ""
    education_adviser: str = ""
    gp: str = ""
    relatives: tuple[str, ...] = ()
    network: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    consent_date: dt.date | None = None
    children_in_difficulty: bool = False
    young_without_education: bool = False
    goal: str = ""
    active: bool = True
    at: Source = NOWHERE

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Anybody else: staff, team members, relatives, the GP."""

    nr: str
    name: str
    role: Role
    title: str = ""
    organisation: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    email: str = ""
    phone: str = ""
    channel: Channel = Channel.EMAIL
    may_be_job_broker: bool = False
    at: Source = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One planned meeting. ``type`` is a folder name or a title, as people wrote it.

    ``length`` is ``None`` where the course or the type decides. ``exemption`` is the reason for breaking
    a calendar rule on purpose. ``computed`` is what ``plan --write`` last wrote, ``collected`` what
    ``collect`` remembers of the minutes.
    """

    nr: str
    type: str
    date: dt.date
    start: dt.time
    place: str
    resident: str = ""
    course: str = ""
    forum: Forum | None = None
    length: int | None = None
    link: str = ""
    practical: str = ""
    theme: str = ""
    occasion: str = ""
    initiative: Initiative | None = None
    facilitator: str = ""
    extra: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    exemption: str = ""
    status: MeetingStatus = MeetingStatus.PLANNED
    computed: str = ""
    collected: str = ""
    remark: str = ""
    at: Source = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A person's series of meetings (Forløb)."""

    nr: str
    resident: str
    type: str
    start: dt.date
    place: str
    cadence: str = ""
    granted: dt.date | None = None
    end: dt.date | None = None
    fully_back: dt.date | None = None
    weekday: Weekday | None = None
    time: dt.time | None = None
    length: int | None = None
    facilitator: str = ""
    theme: str = ""
    status: CourseStatus = CourseStatus.ACTIVE
    at: Source = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a participant answered (Svar)."""

    meeting: str
    person: str
    reply: Reply
    date: dt.date | None = None
    remark: str = ""
    at: Source = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Support that a resident has (Indsatser); ``hours`` a week."""

    resident: str
    effort: str
    start: dt.date
    kind: EffortKind | None = None
    purpose: str = ""
    end: dt.date | None = None
    hours: float | None = None
    at: Source = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Days on which the house is closed, both ends included; a blank ``last`` is a single day."""

    first: dt.date
    last: dt.date | None = None
    reason: str = ""
    at: Source = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a meeting decided (Beslutninger)."""

    meeting: str = ""
    number: str = ""
    decision: str = ""
    responsible: str = ""
    deadline: dt.date | None = None
    status: DecisionStatus | None = None
    minutes: str = ""
    collected: str = ""
    at: Source = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """A meeting that has been moved to the archive workbook (Arkiv): its number is never used again."""

    nr: str
    type: str = ""
    resident: str = ""
    course: str = ""
    date: dt.date | None = None
    status: MeetingStatus | None = None
    at: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row with a fault in a cell that it cannot do without: it has a place and, mostly, a number.

    ``resident`` is the number of the resident it is about, where the row has such a cell and it can be read.
    ``name`` is that of somebody who may be of a resident's own life: only to know it where it must not stand.
    """

    at: Source
    nr: str = ""
    resident: str = ""
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A whole workbook as read, with what was found wrong on the way.

    ``name`` is the file's name without folder and ending, ``source`` the SHA-256 of what was read.
    Rows that could not be understood stand in
    ``broken`` instead of in their sheet, so that a reference to one of them is not taken for a slip.
    """

    name: str
    institution: Institution
    residents: tuple[Resident, ...] = ()
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    courses: tuple[Course, ...] = ()
    answers: tuple[Answer, ...] = ()
    efforts: tuple[Effort, ...] = ()
    closures: tuple[Closure, ...] = ()
    decisions: tuple[Decision, ...] = ()
    archived: tuple[Archived, ...] = ()
    source: str = field(default="", compare=False)
    broken: tuple[BrokenRow, ...] = ()
    findings: tuple[Finding, ...] = ()
