"""What was read in filled minutes, and what came of it in the workbook: for people, and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen import danish
from docgen.cli import as_json as common
from docgen.cli.voice import Voice
from docgen.i18n import N_, Language

if TYPE_CHECKING:
    from docgen.minutes.collecting.collection import Collected, Collection, Followup
    from docgen.minutes.sending.send import SentOn
    from docgen.minutes.values import Agreed, FilledMinutes

Json = dict[str, Any]
_OTHER_WAYS = {
    "by_hand": N_("{channel}"),
    "told": N_("has an e-mail that says it is coming, and gets it on paper or by secure mail"),
}
"""How somebody gets minutes that no e-mail carries, by ``Delivery``."""


def show(voice: Voice, done: Collection, into: Path, *, dry_run: bool) -> None:
    """A line or more for each meeting that brought something new, what has been written, and what to do next.

    ``into`` is the workbook.
    """
    words = voice.words
    for one in done.meetings:
        if one.is_new:
            voice.say(" ".join(_told(voice, one)))
            for decision in (*one.added, *one.corrected) if voice.verbose else ():
                voice.say(f"  {_decision(voice, decision)}")
    known = sum(not one.is_new for one in done.meetings)
    if known:
        voice.say(
            words.plural(
                "{count} meeting had nothing new in its minutes.",
                "{count} meetings had nothing new in their minutes.",
                known,
            )
        )
    if done.blank:
        voice.say(
            words.plural(
                "The minutes of {count} meeting have not been filled in yet: {names}.",
                "The minutes of {count} meetings have not been filled in yet: {names}.",
                len(done.blank),
                names=", ".join(done.blank),
            )
        )
    for line in _ending(voice, done, into, dry_run=dry_run):
        voice.say(line)
    if done.sent_on is not None:
        _sent_on(voice, done.sent_on, {one.nr for one in done.meetings if one.is_new})


def as_json(done: Collection, words: Language) -> Json:
    """All that the minutes say and that may be shown, what is written of them, and the findings.

    An ellipsis stands for a text that names somebody without consent, or holds a CPR number.
    """
    return {
        "meetings": [_meeting(one) for one in done.meetings],
        "blank": list(done.blank),
        "copy": str(done.copy) if done.copy else "",
        "sent_on": _parcels(done.sent_on) if done.sent_on else {},
        **common.findings(done.findings, words),
    }


def _told(voice: Voice, one: Collected) -> Iterator[str]:
    """``M001 Opfølgningsmøde, tir 03-02-2026: Afholdt. 2 new decisions. Next meeting: …``."""
    words = voice.words
    yield f"{one.nr} {one.title}, {voice.weekday(one.date)}:"
    if one.status:
        yield f"{one.status.value}."
    if one.added:
        yield words.plural("{count} new decision.", "{count} new decisions.", len(one.added))
    if one.corrected:
        yield words.plural("{count} decision corrected.", "{count} decisions corrected.", len(one.corrected))
    if one.followup:
        yield _followup(voice, one.followup)


def _followup(voice: Voice, one: Followup) -> str:
    message = (
        N_("Next meeting: {nr}, {day} at {time}, {place} (new row).")
        if one.is_new
        else N_("Next meeting: {nr} moved to {day} at {time}, {place}.")
    )
    day, time = voice.weekday(one.date), voice.time(one.start)
    return voice.words.text(message, nr=one.nr, day=day, time=time, place=danish.one_line(one.place))


def _decision(voice: Voice, one: Agreed) -> str:
    until = voice.words.text("by {day}", day=voice.day(one.deadline)) if one.deadline else ""
    return danish.joined((danish.one_line(one.text), danish.one_line(one.responsible), until), " · ")


def _ending(voice: Voice, done: Collection, into: Path, *, dry_run: bool) -> Iterator[str]:
    words = voice.words
    if not done.seen:
        yield words.text("No minutes were found that could be read.")
        return
    if not done.edits:
        yield words.text("There was nothing new to write.")
        return
    if dry_run or done.copy is None:
        yield words.text("Nothing has been written yet: this is what will be, without --dry-run.")
        return
    rows = words.plural("Wrote {count} row.", "Wrote {count} rows.", len(done.edits))
    yield f"{rows} {words.text('A copy of the workbook as it was: {file}', file=done.copy.name)}"
    if any(one.followup for one in done.meetings):
        yield words.text("Invitations to what was agreed come with: docgen build {file}", file=into.name)


def _sent_on(voice: Voice, done: SentOn, new: set[str]) -> None:
    """The drafts that were made, and what has to go another way."""
    words = voice.words
    drafts = [name for name in done.written if name.endswith(".eml")]
    if drafts:
        voice.say(
            words.plural(
                "Made {count} draft of an e-mail in the pack's folder {folder}.",
                "Made {count} drafts of e-mails in the pack's folder {folder}.",
                len(drafts),
                folder=drafts[0].partition("/")[0],
            )
        )
    for name in (*done.written, *done.kept, *done.removed) if voice.verbose else ():
        voice.say(f"  {name}")
    for one in done.parcels:
        if one.delivery in _OTHER_WAYS and (one.meeting in new or voice.verbose):
            who = f"{one.receiver.name} ({one.receiver.nr})"
            way = words.text(_OTHER_WAYS[one.delivery], channel=one.channel.value)
            voice.say(f"{one.meeting} {who}, {way}: {', '.join(one.files)}")


def _parcels(done: SentOn) -> Json:
    """What everybody gets and how; the files that were written, kept and removed."""
    return {
        "parcels": [
            {
                "meeting": one.meeting,
                "receiver": one.receiver.nr,
                "channel": one.channel.value,
                "delivery": one.delivery.value,
                "files": list(one.files),
                "draft": one.file,
            }
            for one in done.parcels
        ],
        "written": done.written,
        "kept": done.kept,
        "removed": done.removed,
    }


def _meeting(one: Collected) -> Json:
    followup = asdict(one.followup) if one.followup else None
    return {
        "nr": one.nr,
        "type": one.minutes.identity.kind,
        "date": one.date.isoformat(),
        "minutes": _minutes(one.told),
        "status": one.status.value if one.status else "",
        "added": [decision.key for decision in one.added],
        "corrected": [decision.key for decision in one.corrected],
        "followup": _plain(followup),
    }


def _minutes(minutes: FilledMinutes) -> Any:
    """Everything that was read, dates and times as ISO 8601."""
    return _plain({name: value for name, value in asdict(minutes).items() if name != "identity"})


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, Path) else value
