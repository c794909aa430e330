"""Filled minutes collected for the workbook: pure, from what was read and what the workbook says.

Nothing is written twice, and nothing that people have changed since is written over (``memory``).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection as Known
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from docgen.findings import Finding, Place, in_order
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import find_type
from docgen.minutes.collecting.agreeing import Agreement
from docgen.minutes.collecting.collection import Collected, Collection, Followup
from docgen.minutes.collecting.decisions import Minutebook
from docgen.minutes.collecting.memory import STATUS, Memory, fingerprint
from docgen.minutes.collecting.numbers import Numbers
from docgen.minutes.collecting.ownrow import meeting_of, own_row
from docgen.minutes.collecting.presence import outcome
from docgen.minutes.collecting.surroundings import Surroundings
from docgen.minutes.collecting.telling import Telling, telling_of
from docgen.minutes.reading.reader import Reading
from docgen.minutes.values import Agreed, FilledMinutes, content, label
from docgen.model import Meeting, MeetingStatus, Workbook
from docgen.planning.identity import identified
from docgen.planning.register import Register


def collect_readings(
    readings: Iterable[Reading],
    workbook: Workbook,
    types: Sequence[MeetingType],
    *,
    now: dt.datetime,
    taken: Known[str] = (),
) -> Collection:
    """What is to be written of these minutes, in the order of the meetings' dates; nothing is written here.

    ``taken`` are numbers that meetings had elsewhere (in a pack's ledger): no new row gets one. Minutes of
    another institution, of an unknown meeting, two different ones of one meeting: a finding each, and the
    others are collected.
    """
    desk = _Desk(workbook, {kind.name: kind for kind in types}, Numbers.of(workbook, taken), now)
    findings: list[Finding] = []
    filled: dict[str, list[FilledMinutes]] = defaultdict(list)
    blank: dict[str, str] = {}
    seen = 0
    for reading in readings:
        findings += reading.findings
        if (minutes := reading.minutes) is None or desk.is_strange(minutes):
            continue
        seen += 1
        if minutes.is_blank:
            blank |= {minutes.nr.casefold(): minutes.nr} if desk.is_due(minutes) else {}
        elif not desk.is_archived(minutes) and not desk.refuses(minutes):
            filled[minutes.nr.casefold()].append(minutes)
    one_each = [one for held in filled.values() for one in desk.the_one(held)]
    done = [one for minutes in sorted(one_each, key=desk.when) for one in desk.collect(minutes)]
    unwritten = sorted(nr for key, nr in blank.items() if key not in filled)
    return Collection(tuple(done), tuple(unwritten), in_order([*findings, *desk.findings]), seen)


@dataclass(slots=True)
class _Desk:
    """What is looked up for every file, and what was found wrong."""

    workbook: Workbook
    types: dict[str, MeetingType]
    numbers: Numbers
    now: dt.datetime
    findings: list[Finding] = field(default_factory=list)
    agreed: dict[str, Followup] = field(default_factory=dict)
    """The new rows of next meetings, by their numbers: minutes of these may be among those collected too."""
    register: Register = field(init=False)

    def __post_init__(self) -> None:
        self.register = Register.of(self.workbook)

    def is_strange(self, minutes: FilledMinutes) -> bool:
        """Whether the file is of another institution; then it has a finding."""
        house = identified(self.workbook.institution, self.workbook.name)
        if minutes.identity.calendar_id == house.calendar_id:
            return False
        self._say("E-302", minutes)
        return True

    def is_archived(self, minutes: FilledMinutes) -> bool:
        """Whether the meeting has left the workbook: what its minutes say has been dealt with."""
        nr = minutes.nr.casefold()
        return any(row.nr.casefold() == nr for row in self.workbook.archived)

    def refuses(self, minutes: FilledMinutes) -> bool:
        """Whether the workbook has no such meeting, or another, or cannot be read there; it has a finding."""
        nr = minutes.nr.casefold()
        if any(row.nr.casefold() == nr for row in self.workbook.broken):
            self._say("E-307", minutes, nr=minutes.nr)
        elif (meeting := meeting_of(minutes, self.workbook)) is None:
            self._say("E-303", minutes, nr=minutes.nr)
        elif self._is_with_another(minutes, meeting):
            self._say("E-322", minutes, nr=minutes.nr)
        else:
            return False
        return True

    def _is_with_another(self, minutes: FilledMinutes, meeting: Meeting) -> bool:
        """Whether a resident sat at the table, and it was not the one whom the row is about."""
        known = {one.nr.casefold() for one in self.workbook.residents}
        there = {one.person.casefold() for one in minutes.attendance} & known
        return bool(meeting.resident and there) and meeting.resident.casefold() not in there

    def the_one(self, held: Sequence[FilledMinutes]) -> Iterator[FilledMinutes]:
        """The minutes of a meeting, if all files of it say the same; else none of them."""
        if any(content(one) != content(held[0]) for one in held):
            labels = Counter(label(one.file) for one in held)  # those of a pack and its copy are the same
            named = (name if labels[name := label(one.file)] == 1 else str(one.file) for one in held)
            files = ", ".join(sorted(named))
            self._say("E-304", held[0], nr=held[0].nr, files=files)
        else:
            yield held[0]

    def when(self, minutes: FilledMinutes) -> tuple[dt.date, str]:
        meeting = meeting_of(minutes, self.workbook)
        return (meeting.date if meeting else dt.date.max), minutes.nr

    def is_due(self, minutes: FilledMinutes) -> bool:
        """Whether the meeting should have been held, and have minutes by now."""
        meeting = meeting_of(minutes, self.workbook)
        is_planned = meeting is not None and meeting.status is MeetingStatus.PLANNED
        return is_planned and self.when(minutes)[0] < self.now.date()

    def collect(self, minutes: FilledMinutes) -> Iterator[Collected]:
        meeting = meeting_of(minutes, self.workbook)
        if meeting is None:
            return
        if followup := self.agreed.get(meeting.nr.casefold()):
            meeting = replace(meeting, date=followup.date, start=followup.start, place=followup.place)
        if meeting.date > self.now.date():
            self._say("W-320", minutes, nr=meeting.nr, date=f"{meeting.date:%d-%m-%Y}")
        elif meeting.status is MeetingStatus.CANCELLED:
            place = meeting.at.place("Status")
            self.findings.append(Finding.of("W-321", place, nr=meeting.nr, file=label(minutes.file)))
        else:
            yield self._collected(minutes, meeting)

    def _collected(self, minutes: FilledMinutes, meeting: Meeting) -> Collected:
        memory = Memory.of(meeting.collected)
        rows = [row for row in self.workbook.decisions if row.meeting.casefold() == meeting.nr.casefold()]
        book = Minutebook(minutes, rows, memory, self.now)
        book.collect()
        kind = find_type([*self.types.values()], meeting.type)
        telling = telling_of(minutes, meeting, self.types[minutes.identity.kind], self.register)
        beside = Surroundings(meeting, kind, self.workbook)
        agreement = Agreement(minutes, beside, memory, self.numbers, telling)
        agreement.collect()
        if agreement.followup and agreement.followup.is_new:
            self.agreed[agreement.followup.nr.casefold()] = agreement.followup
        self.findings += (*book.findings, *agreement.findings)
        self.findings += self._unknown((*book.added, *book.corrected), minutes, telling)
        held = outcome(minutes, meeting)
        state = fingerprint(held.value)
        status = held if _is_open(meeting, memory) and meeting.status is not held else None
        prints = {STATUS: state, **book.prints, **agreement.prints}
        now_known = Memory({key: value for key, value in prints.items() if value})
        own = own_row(meeting, held if status else None, memory, now_known, self.now)
        return Collected(
            minutes=minutes,
            told=telling.minutes(minutes),
            meeting=meeting,
            title=self.types[minutes.identity.kind].title,
            status=status,
            added=tuple(map(telling.decision, book.added)),
            corrected=tuple(map(telling.decision, book.corrected)),
            followup=agreement.followup,
            edits=(*own, *book.edits, *([agreement.edit] if agreement.edit else [])),
        )

    def _unknown(
        self, decisions: Iterable[Agreed], minutes: FilledMinutes, telling: Telling
    ) -> Iterator[Finding]:
        """A finding for each responsible that nobody, or several people, are found by; it is not repeated."""
        pattern = str(self.types[minutes.identity.kind].words["referat.felt.ansvarlig"])
        for one in decisions:
            if telling.is_unsure(one.responsible):
                place = Place(file=label(minutes.file), part=pattern.replace("{tal}", one.key))
                yield Finding.of("W-316", place)

    def _say(self, code: str, minutes: FilledMinutes, **data: object) -> None:
        self.findings.append(Finding.of(code, Place(file=label(minutes.file)), **data))


def _is_open(meeting: Meeting, memory: Memory) -> bool:
    """Whether docgen may set the status: nobody has yet, or docgen itself has."""
    return meeting.status is MeetingStatus.PLANNED or memory.holds(STATUS, fingerprint(meeting.status.value))
