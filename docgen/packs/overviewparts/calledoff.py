"""What is called off, for everybody or for one, and what is still to be sent of it.

Nobody of a resident's own life is named here unless the workbook has the consent for it now: somebody whose
consent is withdrawn is told alone, and neither their name nor their number stands on the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.i18n import N_, NN_
from docgen.model import Role
from docgen.packs import phrasing
from docgen.packs.extras import CANCELLATIONS
from docgen.packs.overviewparts.telling import Telling
from docgen.planning import Cancellation, Participant, PlannedMeeting, Told

ALONE = N_("to one person who is told alone: see the folder {folder}")
OTHERS = NN_("and to {count} person who is told alone", "and to {count} people who are told alone")
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

    ``only`` says whose part it is, and is empty for the whole meeting. ``calendar`` is the link to the file
    that takes it out of calendars. ``others`` speaks of those who get a letter and are not named.
    """

    nr: str
    day: dt.date
    date: str
    time: str
    title: str
    about: str
    only: str
    state: str
    to_do: bool
    calendar: str = ""
    letters: tuple[Letter, ...] = ()
    others: str = ""


def called_off(telling: Telling) -> tuple[CallOff, ...]:
    """All that is called off and has not passed, by date; also what nobody had been told of."""
    rows = {one.nr: one for one in telling.meetings if one.is_cancelled}
    whole = {one.nr for one in telling.plan.cancellations if not one.person}
    names = {one.resident.nr: one.resident.name for one in telling.ahead if one.resident}
    found = [_unsent(one, telling) for nr, one in rows.items() if nr not in whole]
    for one in telling.plan.cancellations:
        found.append(_sent(one, rows.get(one.nr), names, telling))
    return tuple(sorted(found, key=lambda one: (one.day, one.nr, one.only)))


def _unsent(planned: PlannedMeeting, telling: Telling) -> CallOff:
    return CallOff(
        nr=planned.nr,
        day=planned.meeting.date,
        date=phrasing.day(planned.meeting.date, telling.language),
        time=phrasing.times(planned, telling.language),
        title=planned.kind.title,
        about=planned.about,
        only="",
        state=telling.language.text("nothing was sent"),
        to_do=False,
    )


def _sent(
    one: Cancellation, row: PlannedMeeting | None, names: dict[str, str], telling: Telling
) -> CallOff:
    """Something that people were told; ``row`` is the meeting's, where it still has one."""
    language, told = telling.language, one.told
    resident = telling.plan.history.sent[one.nr].facets.get("resident", "") if one.nr in telling.plan.history.sent else ""
    date = phrasing.date(one.sent_on, language)
    words = N_("cancellation sent {date}") if one.is_sent else N_("to be sent; the invitation went out {date}")
    hidden = one.person != "" and not _may_be_named(one, one.invitee, row)
    named = [] if hidden else [who for who in one.receivers if _may_be_named(one, who, row)]
    unnamed = 0 if hidden else len(one.receivers) - len(named)
    files = {who.nr: file for file, who in one.letters}
    return CallOff(
        nr=one.nr,
        day=told.date,
        date=phrasing.day(told.date, language),
        time=phrasing.span(told.start, told.length, language),
        title=one.kind.title if one.kind else told.title,
        about=row.about if row else names.get(resident, ""),
        only=_only(one, hidden, telling),
        state=language.text(words, date=date),
        to_do=not one.is_sent,
        calendar="" if hidden else telling.file(f"{CANCELLATIONS}/{one.name}.ics"),
        letters=tuple(_letter(who, files.get(who.nr, ""), telling) for who in named),
        others=language.plural(*OTHERS, unnamed) if unnamed else "",
    )
