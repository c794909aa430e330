"""What is mailed: who gets which papers about which meeting, and which way.

A *mailpiece* is what one receiver gets about one meeting. What it holds is the domain's table "Who gets
what": residents get what is theirs and the plan of their course, staff the agenda too, whoever leads the
meeting also what is to be filled in, relatives and network persons their invitation. Kanal decides which way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from docgen.meetingtypes.definition import Audience
from docgen.model import Channel, Institution
from docgen.planning.cancellations import Cancellation
from docgen.planning.outgoing import has_news
from docgen.planning.paperwork import PlannedDocument
from docgen.planning.participants import Participant
from docgen.planning.planned import Action, CourseSheet, PlannedMeeting


class Home(StrEnum):
    """Which folder of a pack a paper lies in."""

    MEETING = "meeting"  # the meeting's own
    CANCELLATION = "cancellation"
    COURSE = "course"  # the one of the meeting's course


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that somebody gets. ``to_fill_in`` marks minutes and notes, which stay Word files."""

    home: Home
    file: str
    to_fill_in: bool = False


@dataclass(frozen=True, slots=True)
class Mailpiece:
    """What one receiver gets about one meeting: the letter first among its ``papers``.

    ``action`` is INVITE for whoever has not been told of the meeting, UPDATE for whoever was told otherwise,
    CANCEL for whoever need not come. ``by`` is the day of answers, until which it makes sense; of a
    cancellation the day of the meeting. ``is_sent`` says that it has gone out as it is.
    """

    about: PlannedMeeting | Cancellation
    receiver: Participant
    action: Action
    papers: tuple[Paper, ...]
    by: dt.date
    is_sent: bool = False

    @property
    def nr(self) -> str:
        """The meeting's number."""
        return self.about.nr

    @property
    def key(self) -> tuple[str, str]:
        """The meeting's number and the receiver's, by which pieces are told apart."""
        return self.nr, self.receiver.nr

    @property
    def channel(self) -> Channel:
        return self.receiver.who.channel

    @property
    def day(self) -> dt.date:
        """The day of the meeting; of one that is called off the day that people were told."""
        return self.about.told.date if isinstance(self.about, Cancellation) else self.about.meeting.date

    @property
    def is_alone(self) -> bool:
        """Whether the receiver is told alone that they need not come, and is named nowhere else."""
        return isinstance(self.about, Cancellation) and self.receiver.nr in self.about.unnamed

    @property
    def letter(self) -> Paper:
        return self.papers[0]


def mailpieces(
    meetings: Iterable[PlannedMeeting],
    cancellations: Iterable[Cancellation],
    sheets: Iterable[CourseSheet],
    house: Institution,
    today: dt.date,
) -> tuple[Mailpiece, ...]:
    """All mailpieces of what lies ahead, sent ones among them, by day, meeting and the table's order.

    A meeting whose mailing window has not opened has none yet. The plan of a course lies with the first
    letter that its resident gets about it.
    """
    pieces = [piece for one in meetings for piece in _of_meeting(one, house, today)]
    pieces += [piece for one in cancellations for piece in _of_cancellation(one)]
    pieces.sort(key=lambda one: (one.day, one.nr))
    return tuple(_with_plans(pieces, sheets))


def _of_meeting(planned: PlannedMeeting, house: Institution, today: dt.date) -> Iterator[Mailpiece]:
    if not planned.letters or planned.is_cancelled or planned.meeting.date < today:
        return
    by = planned.meeting.date - dt.timedelta(days=house.reply_days)
    for receiver in planned.seating.participants:
        if papers := tuple(_papers(planned, receiver)):
            action = _action(planned, receiver)
            yield Mailpiece(planned, receiver, action, papers, by, is_sent=not has_news(planned))


def _action(planned: PlannedMeeting, receiver: Participant) -> Action:
    """Whoever has had a letter is told of a change; all others are invited."""
    had_one = planned.replaces.receivers if planned.replaces else ()
    return Action.UPDATE if receiver.nr in had_one else Action.INVITE


def _of_cancellation(one: Cancellation) -> Iterator[Mailpiece]:
    for file, receiver in one.letters:
        papers = (Paper(Home.CANCELLATION, file),)
        yield Mailpiece(one, receiver, Action.CANCEL, papers, one.told.date, is_sent=one.is_sent)


def _papers(planned: PlannedMeeting, receiver: Participant) -> Iterator[Paper]:
    """The receiver's own letter and enclosures, then what everybody on the staff gets; nothing without the
    first.
    """
    own = [one for one in planned.documents if one.receiver and one.receiver.nr == receiver.nr]
    own = [one for one in own if not one.rule.after]
    yield from map(_paper, own)
    if own and receiver.audience is Audience.STAFF:
        leads = planned.seating.facilitator is not None and planned.seating.facilitator.nr == receiver.nr
        yield from map(_paper, working_papers(planned, leads=leads))


def working_papers(planned: PlannedMeeting, *, leads: bool) -> tuple[PlannedDocument, ...]:
    """What those who work at the meeting have before them: the agenda, and for whoever ``leads`` it what is
    the facilitator's own, in the type's order.
    """
    shared = tuple(one for one in planned.documents if one.rule.audience is Audience.EVERYBODY)
    own = tuple(one for one in planned.documents if one.rule.audience is Audience.FACILITATOR)
    return shared + own if leads else shared


def _paper(document: PlannedDocument) -> Paper:
    return Paper(Home.MEETING, document.file, document.rule.audience.is_filled_in)


def _with_plans(pieces: Sequence[Mailpiece], sheets: Iterable[CourseSheet]) -> Iterator[Mailpiece]:
    """The pieces, with the plan of each course in the first that its resident gets: of those that are still
    to be sent, if there are any.
    """
    files = {(one.course.nr, one.course.resident): one.file for one in sheets}
    by_sending = sorted(pieces, key=lambda one: one.is_sent)
    first = {_course_and_receiver(piece): piece for piece in reversed(by_sending)}
    for piece in pieces:
        key = _course_and_receiver(piece)
        if key in files and first[key] is piece:
            yield replace(piece, papers=(*piece.papers, Paper(Home.COURSE, files[key])))
        else:
            yield piece


def _course_and_receiver(piece: Mailpiece) -> tuple[str, str]:
    course = "" if isinstance(piece.about, Cancellation) else piece.about.meeting.course
    return course, piece.receiver.nr
