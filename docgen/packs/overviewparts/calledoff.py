"""What is called off, for everybody or for one, and what is still to be sent of it.

Nobody of a resident's own life is named here unless the workbook has the consent for it now: somebody whose
consent is withdrawn is told alone, and neither their name nor their number stands on the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.i18n import N_, NN_, Language
from docgen.packs import phrasing
from docgen.packs.extras import CANCELLATIONS
from docgen.packs.overviewparts.discretion import is_of_own_life
from docgen.packs.overviewparts.telling import Telling
from docgen.planning import Cancellation, Participant, PlannedMeeting

SEVERAL = N_("{count} meetings, the first {date}")
ALONE = N_("to one person who is told alone: see the folder {folder}")
OTHERS = NN_(
    "and to {count} person who is told alone: see the folder {folder}",
    "and to {count} people who are told alone: see the folder {folder}",
)
PERSON = N_("to {name}, who no longer takes part")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that calls off; ``link`` is empty where there is none in the pack."""

    name: str
    channel: str
    link: str


@dataclass(frozen=True, slots=True)
class CallOff:
    """A meeting that is called off, or one person's part in it.

    ``only`` says whose part it is, and is empty for the whole meeting; ``person`` is their number, by which
    lines are told apart and which is never shown. ``calendar`` is the link to the file that takes it out of
    calendars. ``others`` speaks of those who get a letter and are not named.
    """

    nr: str
    day: dt.date
    date: str
    time: str
    title: str
    about: str
    state: str
    to_do: bool = False
    only: str = ""
    person: str = ""
    calendar: str = ""
    letters: tuple[Letter, ...] = ()
    others: str = ""


def called_off(telling: Telling) -> tuple[CallOff, ...]:
    """All that is called off and has not passed, by date; also what nobody had been told of."""
    rows = {one.nr: one for one in telling.meetings if one.is_cancelled}
    residents = {one.resident.nr: one.resident.name for one in telling.ahead if one.resident}
    clerk = _Clerk(telling, rows, residents)
    whole = {one.nr for one in telling.plan.cancellations if not one.person}
    found = [*map(clerk.sent, telling.plan.cancellations)]
    found += [clerk.unsent(row) for nr, row in rows.items() if nr not in whole]
    return tuple(sorted(found, key=lambda one: (one.day, one.nr, one.only)))


def to_send(lines: Iterable[CallOff], language: Language) -> tuple[CallOff, ...]:
    """Those that are still to be sent. Whoever is taken out of several meetings about somebody has one line
    for all of them, which bears no number.
    """
    groups: dict[tuple[str, ...], list[CallOff]] = {}
    for line in lines:
        if line.to_do:
            key = (line.person, line.about, line.title, line.state) if line.person else (line.nr,)
            groups.setdefault(key, []).append(line)
    return tuple(_joined(group, language) for group in groups.values())


def _joined(group: Sequence[CallOff], language: Language) -> CallOff:
    first = group[0]
    if len(group) == 1:
        return first
    several = language.text(SEVERAL, count=len(group), date=first.date)
    return replace(first, nr="", date=several, time="", calendar="", letters=())


@dataclass(frozen=True, slots=True)
class _Clerk:
    """Writes the lines. ``rows`` are the meetings called off that still have a row, by number; ``residents``
    the names of those who have other meetings ahead.
    """

    telling: Telling
    rows: Mapping[str, PlannedMeeting]
    residents: Mapping[str, str]

    def unsent(self, planned: PlannedMeeting) -> CallOff:
        meeting, language = planned.meeting, self.telling.language
        return CallOff(
            nr=planned.nr,
            day=meeting.date,
            date=phrasing.day(meeting.date, language),
            time=phrasing.times(planned, language),
            title=planned.kind.title,
            about=planned.about,
            state=language.text("nothing was sent"),
        )

    def sent(self, one: Cancellation) -> CallOff:
        told, language = one.told, self.telling.language
        on = phrasing.date(one.sent_on, language)
        words = N_("cancellation sent {date}") if one.is_sent else N_("announced {date}: call it off now")
        line = CallOff(
            nr=one.nr,
            day=told.date,
            date=phrasing.day(told.date, language),
            time=phrasing.span(told.start, told.length, language),
            title=one.kind.title if one.kind else told.title,
            about=self._about(one),
            state=language.text(words, date=on),
            to_do=not one.is_sent,
            person=one.person,
        )
        return self._to_one(line, one) if one.person else self._to_all(line, one)

    def _to_all(self, line: CallOff, one: Cancellation) -> CallOff:
        named = [who for who in one.receivers if self._may_be_named(who, one)]
        unnamed = len(one.receivers) - len(named)
        others = self.telling.language.plural(*OTHERS, unnamed, folder=CANCELLATIONS) if unnamed else ""
        return replace(line, calendar=self._calendar(one), letters=self._letters(one, named), others=others)

    def _to_one(self, line: CallOff, one: Cancellation) -> CallOff:
        who, language = one.invitee, self.telling.language
        if who is None or not self._may_be_named(who, one):
            return replace(line, only=language.text(ALONE, folder=CANCELLATIONS))
        only = language.text(PERSON, name=who.name)
        return replace(
            line, only=only, calendar=self._calendar(one), letters=self._letters(one, one.receivers)
        )

    def _may_be_named(self, who: Participant, one: Cancellation) -> bool:
        """Whether the workbook lets us: who sits at the table of a row that is called off has consent."""
        in_group = not self._resident(one)
        if not is_of_own_life(who) or (in_group and not who.by_consent):
            return True
        row = self.rows.get(one.nr)
        table = (*row.seating.participants, *row.seating.informed) if row and not one.person else ()
        return who.nr in {seat.nr for seat in table}

    def _about(self, one: Cancellation) -> str:
        if row := self.rows.get(one.nr):
            return row.about
        nr = self._resident(one)
        return self.residents.get(nr, nr)

    def _resident(self, one: Cancellation) -> str:
        """The number of whom the meeting was about, as it was sent; empty for a group meeting."""
        sent = self.telling.plan.history.sent.get(one.nr)
        return sent.facets.get("resident", "") if sent else ""

    def _calendar(self, one: Cancellation) -> str:
        return self.telling.file(f"{CANCELLATIONS}/{one.name}.ics")

    def _letters(self, one: Cancellation, named: Sequence[Participant]) -> tuple[Letter, ...]:
        files = {who.nr: self.telling.file(f"{CANCELLATIONS}/{file}") for file, who in one.letters}
        return tuple(Letter(who.name, who.who.channel.value, files.get(who.nr, "")) for who in named)
