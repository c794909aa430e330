"""A card a meeting: when, where, who gets what, where it stands. The list of weeks is made of the same."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen import danish
from docgen.model import Channel
from docgen.packs import phrasing
from docgen.packs.contents import INVITE
from docgen.packs.overviewparts.telling import Telling
from docgen.packs.overviewparts.wording import State, answered, replies, state
from docgen.planning import Participant, PlannedDocument, PlannedMeeting
from docgen.planning.paperwork import paperwork


@dataclass(frozen=True, slots=True)
class Receiver:
    """A letter, or one that will be written when its time comes."""

    nr: str
    name: str
    label: str
    reason: str
    channel: str
    address: str
    file: str
    after: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One meeting. ``answers`` counts the replies, ``answered`` says whose they are. ``letters_from`` is the
    day of its letters where there are none yet, else empty.
    """

    nr: str
    title: str
    monday: dt.date
    week: int
    date: str
    time: str
    place: str
    about: str
    leader: str
    reply_by: str
    moved: str
    answers: str
    answered: tuple[str, ...]
    state: State
    letters_from: str
    folder: str
    receivers: tuple[Receiver, ...]
    others: tuple[tuple[str, str, bool], ...]
    outdated: bool

    @property
    def letters(self) -> tuple[Receiver, ...]:
        """What is sent: one letter to each receiver, however many papers lie in it."""
        return tuple({receiver.nr: receiver for receiver in self.receivers}.values())


def card(planned: PlannedMeeting, telling: Telling) -> Card:
    """The card of a meeting that is to be held."""
    meeting, language = planned.meeting, telling.language
    leader = planned.seating.facilitator
    return Card(
        nr=planned.nr,
        title=planned.kind.title,
        monday=meeting.date - dt.timedelta(days=meeting.date.weekday()),
        week=meeting.date.isocalendar().week,
        date=phrasing.day(meeting.date, language),
        time=phrasing.times(planned, language),
        place=meeting.place,
        about=planned.about,
        leader=leader.name if leader else "",
        reply_by=phrasing.day(telling.reply_by(planned), language),
        moved=phrasing.moved(planned, language),
        answers=replies(planned.answers, language),
        answered=answered(planned, language),
        state=state(planned, language),
        letters_from="" if planned.letters else phrasing.date(planned.mail_from, language),
        folder=telling.folder(planned),
        receivers=tuple(_receivers(planned, telling)),
        others=(*_others(planned), ("", INVITE, False)),
        outdated=planned.nr in telling.where.outdated,
    )


def channels(cards: Sequence[Card]) -> list[tuple[str, int]]:
    """How many letters there are for each way of sending, in the order of the workbook's choices."""
    letters = Counter(letter.channel for one in cards if not one.letters_from for letter in one.letters)
    return [(channel.value, letters[channel.value]) for channel in Channel if letters[channel.value]]


def letters_of(planned: PlannedMeeting) -> tuple[PlannedDocument, ...]:
    """The personal papers of a meeting: those that are written, else those that will be."""
    documents = planned.documents if planned.letters else paperwork(planned.kind, planned.seating)
    return tuple(document for document in documents if document.receiver)


def _others(planned: PlannedMeeting) -> Iterator[tuple[str, str, bool]]:
    """The papers that are nobody's own: title, file, and whether they wait until after the meeting."""
    for document in planned.documents:
        if not document.receiver:
            yield document.rule.title, document.file, document.rule.after


def _receivers(planned: PlannedMeeting, telling: Telling) -> Iterator[Receiver]:
    """A line a letter; as what and why somebody takes part stands at their first one."""
    told: set[str] = set()
    for document in letters_of(planned):
        if receiver := document.receiver:
            line = _receiver(document, receiver, planned, telling)
            yield replace(line, label="", reason="") if receiver.nr in told else line
            told.add(receiver.nr)


def _receiver(
    document: PlannedDocument, receiver: Participant, planned: PlannedMeeting, telling: Telling
) -> Receiver:
    who = receiver.who
    addresses = {
        Channel.EMAIL: who.email,
        Channel.LETTER: danish.joined((who.address, danish.town(who.postcode, who.city))),
    }
    return Receiver(
        nr=receiver.nr,
        name=who.name,
        label=receiver.label,
        reason=" ".join(map(telling.language.text, planned.seating.reasons(receiver))),
        channel=who.channel.value,
        address=addresses.get(who.channel, ""),
        file=document.file,
        after=document.rule.after,
    )
