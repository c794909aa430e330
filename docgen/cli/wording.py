"""Words that tables and plain lines share."""

from __future__ import annotations

from collections.abc import Iterator

from docgen import danish
from docgen.cli.voice import Voice
from docgen.i18n import N_, NN_
from docgen.model import Reply
from docgen.planning import Action, Change, Moved, OpenDecision, Participant, PlannedMeeting

REPLIES = {
    Reply.COMES: NN_("{count} comes", "{count} come"),
    Reply.DECLINES: NN_("{count} declines", "{count} decline"),
    Reply.OTHER_TIME: NN_("{count} asks for another time", "{count} ask for another time"),
}
CHANGES = {
    Change.NEW: N_("new"),
    Change.CHANGED: N_("changed"),
    Change.UNCHANGED: N_("unchanged"),
    Change.CANCELLED: N_("called off"),
}


FACETS = {
    "date": N_("date"),
    "start": N_("time"),
    "length": N_("length"),
    "place": N_("place"),
    "link": N_("link"),
    "practical": N_("practical remark"),
    "theme": N_("theme"),
    "forum": N_("forum"),
    "people": N_("participants"),
    "table": N_("participants"),
    "informed": N_("participants"),
    "leader": N_("facilitator"),
    "about": N_("resident"),
    "resident": N_("resident"),
    "efforts": N_("efforts"),
    "answers": N_("answers"),
    "decisions": N_("open decisions"),
    "letters": N_("letters"),
    "papers": N_("documents"),
    "house": N_("institution"),
    "organizer": N_("institution"),
    "templates": N_("templates"),
    "type": N_("type"),
    "title": N_("title"),
}
"""What has changed, in words: the facets of a meeting by name."""
ACTIONS = {
    Action.INVITE: N_("not sent yet"),
    Action.UPDATE: N_("to be sent again"),
    Action.CANCEL: N_("cancellation to be sent"),
    Action.NOTHING: "",
}


def what_changed(voice: Voice, planned: PlannedMeeting) -> str:
    """``changed (date, place)``, ``new``, ``called off``: what has become of it since it was built."""
    said = voice.words.text(CHANGES[planned.change])
    if planned.change is not Change.CHANGED:
        return said
    names = dict.fromkeys(voice.words.text(FACETS[name]) for name in planned.changed if name in FACETS)
    return f"{said} ({', '.join(names)})" if names else said


def to_send(voice: Voice, planned: PlannedMeeting) -> str:
    """What is still to go out, in words; when letters are not due yet, from which day on they are."""
    if planned.action is Action.INVITE and not planned.letters:
        return voice.words.text("letters from {day}", day=voice.day(planned.mail_from))
    return voice.words.text(ACTIONS[planned.action])


def moved_from(voice: Voice, moved: Moved) -> str:
    """``moved from Thu 2026-04-02 10:00 (skærtorsdag)``; names of holidays are Danish as they stand."""
    return voice.words.text(
        "moved from {day} {time} ({reason})",
        day=voice.weekday(moved.date),
        time=voice.time(moved.start),
        reason=voice.words.text(moved.reason),
    )


def overdue_cells(voice: Voice, one: OpenDecision) -> tuple[str, ...]:
    """Since when it is overdue, what was decided, who sees to it, its number, and where it comes up again."""
    since = voice.words.text("overdue since {day}", day=voice.day(one.deadline)) if one.deadline else ""
    again = voice.words.text("on the agenda of {meeting}", meeting=one.agenda) if one.agenda else ""
    return since, one.text, one.responsible, one.name, again


def answered(voice: Voice, planned: PlannedMeeting) -> str:
    """``2 come, 1 declines``: the answers so far; empty without any."""
    replies = [answer.reply for answer in planned.answers]
    counted = ((words, replies.count(reply)) for reply, words in REPLIES.items())
    return ", ".join(voice.words.plural(*words, count) for words, count in counted if count)


def everybody(voice: Voice, planned: PlannedMeeting) -> Iterator[tuple[Participant, str]]:
    """Who takes part, then who is only informed, each with as what and why.

    ``udviklingsleder: Leads the meeting.``; labels and the reasons of a type are Danish as they stand.
    """
    seating = planned.seating
    for one in (*seating.participants, *seating.informed):
        reasons = " ".join(map(voice.words.text, seating.reasons(one)))
        yield one, danish.joined((one.label, reasons), ": ")
