"""How the overview says where a meeting stands: what was sent of it, what has changed, who answered what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from docgen.i18n import N_, NN_, Language
from docgen.model import Answer, Reply
from docgen.packs import phrasing
from docgen.planning import TOLD, Action, PlannedMeeting, Sent, Told, changed

REPLIES = {
    Reply.COMES: NN_("{count} comes", "{count} come"),
    Reply.DECLINES: NN_("{count} declines", "{count} decline"),
    Reply.OTHER_TIME: NN_("{count} asks for another time", "{count} ask for another time"),
}
_ANSWERED = {
    Reply.COMES: N_("Comes: {names}"),
    Reply.DECLINES: N_("Declines: {names}"),
    Reply.OTHER_TIME: N_("Asks for another time: {names}"),
}
_FACETS = {
    "date": N_("date"),
    "start": N_("time"),
    "length": N_("length"),
    "place": N_("place"),
    "link": N_("link"),
    "practical": N_("practical remark"),
    "theme": N_("theme"),
    "people": N_("participants"),
    "title": N_("title"),
    "organizer": N_("institution"),
}
_WHEN_AND_WHERE = ("date", "start", "length", "place")


class Urgency(StrEnum):
    """How much a state asks of the administrator; the names are those of classes on the page."""

    TO_DO = "todo"
    LATER = "later"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class State:
    """What has been sent of a meeting, in words, and the same in few. ``before`` is what people were told,
    where that is other.
    """

    words: str
    brief: str
    urgency: Urgency
    before: str = ""


def state(planned: PlannedMeeting, language: Language) -> State:
    """Where a meeting that is to be held stands."""
    sent = planned.sent
    if sent is None:
        return _unsent(planned, language)
    on = phrasing.date(sent.on, language)
    if sent.cancelled:
        words = language.text("called off {date}, and to be held after all: send it again", date=on)
        return State(words, language.text("send again"), Urgency.TO_DO)
    if planned.action is Action.UPDATE:
        return _changed(planned, sent, language)
    if not sent.letters:
        return _calendar_only(planned, on, language)
    brief = language.text("sent {date}", date=phrasing.day_and_month(sent.on, language))
    return State(language.text("sent {date}", date=on), brief, Urgency.DONE)


def replies(answers: Sequence[Answer], language: Language) -> str:
    """``2 come, 1 declines``; empty without any."""
    given = [answer.reply for answer in answers]
    counted = ((words, given.count(reply)) for reply, words in REPLIES.items())
    return ", ".join(language.plural(*words, count) for words, count in counted if count)


def answered(planned: PlannedMeeting, language: Language) -> tuple[str, ...]:
    """``Comes: Asta Eksempel, Bo Enhedsen``, a line a reply; with what people wrote beside their answers."""
    names = {one.nr: one.name for one in planned.seating.participants}
    lines = []
    for reply, words in _ANSWERED.items():
        given = [one for one in planned.answers if one.reply is reply and one.person in names]
        said = [f"{names[one.person]} ({one.remark})" if one.remark else names[one.person] for one in given]
        if said:
            lines.append(language.text(words, names=", ".join(said)))
    return tuple(lines)


def _unsent(planned: PlannedMeeting, language: Language) -> State:
    if planned.letters:
        words = language.text("not sent yet")
        return State(words, words, Urgency.TO_DO)
    day = phrasing.date(planned.mail_from, language)
    return State(language.text("letters from {day}", day=day), _from(planned, language), Urgency.LATER)


def _calendar_only(planned: PlannedMeeting, on: str, language: Language) -> State:
    if planned.letters:
        words = language.text("calendar sent {date}, letters not yet", date=on)
        return State(words, language.text("not sent yet"), Urgency.TO_DO)
    day = phrasing.date(planned.mail_from, language)
    words = language.text("calendar sent {date}, letters from {day}", date=on, day=day)
    return State(words, _from(planned, language), Urgency.LATER)


def _changed(planned: PlannedMeeting, sent: Sent, language: Language) -> State:
    names = changed(sent.facets, planned.facets, (*TOLD, "title", "organizer"))
    what = ", ".join(dict.fromkeys(language.text(_FACETS[name]) for name in names))
    on = phrasing.date(sent.on, language)
    words = language.text("changed since it was sent {date}: {what}", date=on, what=what)
    before = appointment(sent.told, language) if any(name in _WHEN_AND_WHERE for name in names) else ""
    return State(words, language.text("changed: send again"), Urgency.TO_DO, before)


def _from(planned: PlannedMeeting, language: Language) -> str:
    return language.text("from {day}", day=phrasing.day_and_month(planned.mail_from, language))


def appointment(told: Told, language: Language) -> str:
    """``tirsdag den 3. februar 2026 kl. 10.00–11.00, Mødelokale 1``: when and where, as people were told."""
    day = phrasing.day(told.date, language)
    return f"{day} {phrasing.span(told.start, told.length, language)}, {told.place}"
