"""What has to go out by when: letters now and in the coming weeks, in the order of their dates."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from docgen.i18n import N_, NN_
from docgen.model import Channel
from docgen.packs import phrasing
from docgen.packs.overviewparts.cards import letters_of
from docgen.packs.overviewparts.telling import Telling
from docgen.packs.overviewparts.wording import state
from docgen.planning import Action, PlannedMeeting
from docgen.planning.outgoing import has_news

WEEKS_AHEAD = 8
FOR_MEETINGS = NN_("for the meeting on {day}", "for the meetings on {day}")
MOST_NAMES = 10  # in a day's line
LETTERS = NN_("{count} letter", "{count} letters")
_BUILD_FIRST = N_("build it first")


@dataclass(frozen=True, slots=True)
class Task:
    """A meeting whose letters or calendar go out now.

    ``by`` is the day of answers, until which they make sense; when it has passed one rings (``late``).
    ``state`` says why, and is empty for the first letters. ``letters`` are how many go which way, and none
    where only the calendar is another. ``link`` leads to the card, and is empty for a meeting that is not in
    the pack; ``remark`` says what is to be done first.
    """

    nr: str
    by: dt.date
    due: str
    late: bool
    title: str
    about: str
    when: str
    state: str
    letters: tuple[tuple[str, int], ...]
    link: str
    remark: str

    @property
    def count(self) -> int:
        return sum(count for _, count in self.letters)


@dataclass(frozen=True, slots=True)
class Day:
    """The letters that become due on one day, or are to be sent ``after`` the meetings of that day.

    ``meetings`` names the day of the meetings, one for all of them. ``names`` says whom or what they are
    about, with their types; ``more`` is for how many there is no room.
    """

    date: str
    week: int
    meetings: str
    count: int
    letters: str
    names: tuple[tuple[str, str], ...]
    more: int
    after: bool


@dataclass(frozen=True, slots=True)
class Outgoing:
    """All letters that are still to go out: ``now``, day by day for eight weeks until ``horizon``, and how
    many ``later``.
    """

    now: tuple[Task, ...]
    days: tuple[Day, ...]
    horizon: str
    later: int

    @property
    def now_count(self) -> int:
        return sum(task.count for task in self.now)

    @property
    def soon_count(self) -> int:
        return sum(day.count for day in self.days)

    @property
    def total(self) -> int:
        return self.now_count + self.soon_count + self.later


def outgoing(telling: Telling) -> Outgoing:
    """What has to be sent, of every meeting that lies ahead, whichever were chosen."""
    ahead = telling.ahead
    tasks = [task for planned in ahead if (task := _task(planned, telling))]
    waiting = sorted((wait for planned in ahead for wait in _waits(planned)), key=_in_order)
    horizon = telling.today + dt.timedelta(weeks=WEEKS_AHEAD)
    soon = [wait for wait in waiting if wait.day <= horizon]
    return Outgoing(
        now=tuple(sorted(tasks, key=lambda task: (task.by, task.nr))),
        days=tuple(_day(list(held), telling) for _, held in groupby(soon, key=lambda w: (w.day, w.after))),
        horizon=phrasing.weekday(horizon, telling.language),
        later=sum(wait.letters for wait in waiting if wait.day > horizon),
    )


def letters_by_channel(planned: PlannedMeeting, *, after: bool = False) -> Counter[Channel]:
    """How many people get a letter each way: before the meeting, or only ``after`` it."""
    papers = letters_of(planned)
    before = {one.receiver.nr for one in papers if one.receiver and not one.rule.after}
    people = {one.receiver.nr: one.receiver for one in papers if one.receiver and one.rule.after is after}
    wanted = (one for nr, one in people.items() if not (after and nr in before))
    return Counter(one.who.channel for one in wanted)


def _task(planned: PlannedMeeting, telling: Telling) -> Task | None:
    """``None`` for a meeting of which people know all, or are not to know yet."""
    has_letters = has_news(planned)
    if not has_letters and planned.action is not Action.UPDATE:
        return None
    language = telling.language
    reply_by = telling.reply_by(planned)
    letters = letters_by_channel(planned) if has_letters else Counter[Channel]()
    is_told = planned.nr in telling.in_pack
    is_ready = is_told and planned.nr not in telling.where.outdated
    when = phrasing.weekday(planned.meeting.date, language)
    return Task(
        nr=planned.nr,
        by=max(reply_by, telling.today),
        due=phrasing.weekday(reply_by, language),
        late=reply_by < telling.today,
        title=planned.kind.title,
        about=planned.about,
        when=f"{when} {phrasing.times(planned, language)}",
        state=state(planned, language).words if planned.sent else "",
        letters=tuple((channel.value, letters[channel]) for channel in Channel if letters[channel]),
        link=f"#{planned.nr}" if is_told else "",
        remark="" if is_ready else language.text(_BUILD_FIRST),
    )


@dataclass(frozen=True, slots=True)
class _Wait:
    """Letters about one meeting that wait until ``day``."""

    day: dt.date
    after: bool
    letters: int
    planned: PlannedMeeting


def _waits(planned: PlannedMeeting) -> Iterator[_Wait]:
    if not planned.letters and (count := letters_by_channel(planned).total()):
        yield _Wait(planned.mail_from, after=False, letters=count, planned=planned)
    if count := letters_by_channel(planned, after=True).total():
        yield _Wait(planned.meeting.date, after=True, letters=count, planned=planned)


def _in_order(wait: _Wait) -> tuple[dt.date, bool, dt.date, str]:
    return wait.day, wait.after, wait.planned.meeting.date, wait.planned.nr


def _day(waits: Sequence[_Wait], telling: Telling) -> Day:
    """One line. ``waits`` are of one day, and so are their meetings: all wait for as many weeks."""
    day, language = waits[0].day, telling.language
    held_on = waits[0].planned.meeting.date
    titles: dict[str, list[str]] = defaultdict(list)
    for wait in waits:
        titles[wait.planned.about].append(wait.planned.kind.title)
    names = [(about, ", ".join(held)) for about, held in titles.items()]
    return Day(
        date=phrasing.weekday(day, language),
        week=day.isocalendar().week,
        meetings=language.plural(*FOR_MEETINGS, len(waits), day=phrasing.weekday(held_on, language)),
        count=sum(wait.letters for wait in waits),
        letters=language.plural(*LETTERS, sum(wait.letters for wait in waits)),
        names=tuple(names[:MOST_NAMES]),
        more=max(len(names) - MOST_NAMES, 0),
        after=waits[0].after,
    )
