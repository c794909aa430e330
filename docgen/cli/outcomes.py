"""What a command has done, for people: what was sent, written into the workbook, built into the pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docgen.cli.show import findings, found_summary, left_out
from docgen.cli.voice import Voice
from docgen.findings import Finding
from docgen.i18n import NN_
from docgen.model import Channel

if TYPE_CHECKING:
    from docgen.packs.build import BuildResult
    from docgen.packs.sending import Dispatch
    from docgen.workbook.writeback import WriteResult


def dispatch(voice: Voice, done: Dispatch) -> None:
    """What counts as sent now."""
    words = voice.words
    if done.is_empty and not done.unfinished:
        voice.say(words.text("Nothing new: all that was built has been sent already."))
        _put_away(voice, done)
        return
    told = (
        (
            NN_("{count} meeting sent for the first time", "{count} meetings sent for the first time"),
            done.invited,
        ),
        (NN_("{count} update", "{count} updates"), done.updated),
        (NN_("{count} meeting called off", "{count} meetings called off"), done.called_off),
        (NN_("{count} person taken out", "{count} people taken out"), done.taken_out),
    )
    counted = ", ".join(words.plural(*said, len(numbers)) for said, numbers in told if numbers)
    if counted:
        voice.say(words.text("Marked as sent: {counts}.", counts=counted))
    for name in (*done.invited, *done.updated, *done.called_off) if voice.verbose else ():
        voice.say(f"  {name}")
    _put_away(voice, done)
    if done.unfinished:
        names = ", ".join(done.unfinished)
        voice.complain(words.text("Not marked, as they are not built to the end: {names}.", names=names))


def _put_away(voice: Voice, done: Dispatch) -> None:
    if done.put_away:
        voice.say(
            voice.words.text("What was sent lies in the folder {folder} from now on.", folder=done.home)
        )
    findings(voice, done.findings, beside=True)


def written(voice: Voice, done: WriteResult) -> None:
    """What ``plan --write`` put on Møder."""
    words = voice.words
    if done.copy is None:
        voice.say(words.text("The sheet Møder is up to date: nothing was written."))
        return
    told = (
        (NN_("{count} new row", "{count} new rows"), done.added),
        (NN_("{count} row changed", "{count} rows changed"), done.changed),
    )
    counted = ", ".join(words.plural(*said, len(numbers)) for said, numbers in told if numbers)
    voice.say(words.text("Written on the sheet Møder: {counts}.", counts=counted))
    voice.say(words.text("A copy of the workbook as it was: {file}", file=done.copy.name))


def build(voice: Voice, result: BuildResult, found: Sequence[Finding]) -> None:
    """Where the pack lies and what was done in it."""
    words = voice.words
    if voice.verbose:
        _name_files(voice, result)
    done = [words.plural("Wrote {count} file.", "Wrote {count} files.", len(result.written))]
    if result.kept:
        done.append(words.plural("Kept {count} edited file.", "Kept {count} edited files.", len(result.kept)))
    if result.removed:
        done.append(words.plural("Removed {count} file.", "Removed {count} files.", len(result.removed)))
    done.append(found_summary(found, words))
    voice.say(" ".join(filter(None, done)))
    if result.left_out:
        voice.say(left_out(result.left_out, words))
    if result.mailed:
        ways = ", ".join(f"{count} {way.value}" for way in Channel if (count := result.mailed.get(way)))
        voice.say(words.text("To be sent now: {total}.", total=ways))
    voice.say(words.text("The pack is here: {path}", path=result.pack))
    if result.zipped:
        voice.say(words.text("The zip file is here: {path}", path=result.zipped))
    if result.is_new:
        voice.note(words.text("It is a new pack: nothing has been sent from it yet."))


def _name_files(voice: Voice, result: BuildResult) -> None:
    words = voice.words
    for name in result.written:
        voice.say(words.text("written: {file}", file=name))
    for name in result.kept:
        voice.say(words.text("kept: {file}", file=name))
    for name in result.removed:
        voice.say(words.text("removed: {file}", file=name))
