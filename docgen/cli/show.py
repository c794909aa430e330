"""Results for people: tables where somebody is watching, plain lines where a file or a program is.

Rich is imported only when something is shown on a terminal.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from docgen import danish
from docgen.cli import as_json
from docgen.cli.voice import Voice, is_terminal
from docgen.cli.wording import answered, everybody, moved_from, overdue_cells, to_send, what_changed
from docgen.findings import Finding, errors_in
from docgen.i18n import NN_, Language
from docgen.planning import Change, LeftOut, OpenDecision, Plan, PlannedMeeting

if TYPE_CHECKING:
    from docgen.documents.readability import Readability

COUNTED = {
    Change.NEW: NN_("{count} new", "{count} new"),
    Change.CHANGED: NN_("{count} changed", "{count} changed"),
    Change.UNCHANGED: NN_("{count} unchanged", "{count} unchanged"),
    Change.CANCELLED: NN_("{count} called off", "{count} called off"),
}


def findings(voice: Voice, found: Sequence[Finding], *, beside: bool = False) -> None:
    """Findings, errors only with ``-q``; ``beside`` the result they go to standard error.

    Off a terminal each is one line: code, place, what is there, what was expected, how to mend it.
    """
    shown = errors_in(found) if voice.quiet else tuple(found)
    if voice.json or not shown:
        return
    stream = sys.stderr if beside else sys.stdout
    if is_terminal(stream):
        from docgen.cli import tables

        tables.findings(voice, shown, stream)
        return
    for finding in shown:
        click.echo(danish.one_line(finding.text(voice.words)), file=stream)


def failure(voice: Voice, found: Sequence[Finding]) -> None:
    """What stopped a command; with ``--json`` as the document too, so that a program sees the code."""
    if voice.json:
        voice.document(as_json.findings(found, voice.words))
    for finding in found:
        voice.complain(voice.words.text("Error: {message}", message=finding.text(voice.words)))


def counts(found: Sequence[Finding], words: Language) -> str:
    """``2 errors and 1 warning``, ``no errors, 1 warning``."""
    errors = len(errors_in(found))
    warnings = len(found) - errors
    wrong = words.plural("{count} error", "{count} errors", errors)
    odd = words.plural("{count} warning", "{count} warnings", warnings)
    return words.text(
        "{errors} and {warnings}",
        errors=wrong if errors else words.text("no errors"),
        warnings=odd if warnings else words.text("no warnings"),
    )


def readability(voice: Voice, measured: Sequence[Readability]) -> None:
    """How hard each letter or sheet for residents is to read, and its heaviest sentence."""
    if voice.quiet or voice.json or not measured:
        return
    if is_terminal():
        from docgen.cli import tables

        tables.readability(voice, measured)
        return
    words = voice.words
    for one in measured:
        lix = words.text("LIX {lix}, at most {limit}", lix=words.decimal(one.lix), limit=one.limit)
        heaviest = words.text(
            "heaviest sentence, with {lix}: “{sentence}”",
            lix=words.decimal(one.heaviest_lix),
            sentence=one.heaviest,
        )
        click.echo("  ".join((one.file, lix, *([heaviest] if one.heaviest else []))))


def plan(voice: Voice, planned: Plan) -> None:
    """The meetings of a plan, in the order of their dates; with ``-v`` who takes part and why."""
    if voice.quiet or voice.json or not planned.meetings:
        return
    if is_terminal():
        from docgen.cli import tables

        tables.plan(voice, planned)
        return
    for meeting in planned.meetings:
        for line in meeting_lines(voice, meeting):
            click.echo(line)


def meeting_lines(voice: Voice, planned: PlannedMeeting) -> Iterator[str]:
    """One meeting in plain text: a line, and with ``-v`` one for each participant below it."""
    row = planned.meeting
    cells = (
        row.nr,
        f"{voice.weekday(row.date)} {voice.time(row.start)}",
        planned.kind.title,
        planned.about or "–",
        row.place,
        voice.words.plural("{count} document", "{count} documents", len(planned.documents)),
        what_changed(voice, planned),
        to_send(voice, planned),
        answered(voice, planned),
        moved_from(voice, planned.moved) if planned.moved else "",
    )
    yield "  ".join(map(danish.one_line, filter(None, cells)))
    for person, why in everybody(voice, planned) if voice.verbose else ():
        yield "    " + "  ".join(map(danish.one_line, (person.nr, person.name, why)))


def overdue(voice: Voice, planned: Plan) -> None:
    """The decisions whose deadline has passed, the oldest first; nothing where there are none."""
    late = [one for one in planned.decisions if one.is_overdue]
    if voice.quiet or voice.json or not late:
        return
    if is_terminal():
        from docgen.cli import tables

        tables.overdue(voice, late)
        return
    for one in late:
        click.echo("  ".join(map(danish.one_line, filter(None, overdue_cells(voice, one)))))


def decided(decisions: Sequence[OpenDecision], words: Language) -> str:
    """``5 open decisions, 2 of them overdue.``; empty without any."""
    late = sum(one.is_overdue for one in decisions)
    if not decisions:
        return ""
    count = words.plural("{count} open decision", "{count} open decisions", len(decisions))
    return (
        words.text("{decisions}, {late} of them overdue.", decisions=count, late=late)
        if late
        else f"{count}."
    )


def plan_summary(planned: Plan, words: Language) -> str:
    """``5 meetings: 3 new, 1 changed, 1 unchanged.`` with what is left out and what is gone."""
    number = Counter(one.change for one in planned.meetings)
    kinds = ", ".join(words.plural(*COUNTED[change], number[change]) for change in Change if number[change])
    meetings = words.plural("{count} meeting", "{count} meetings", len(planned.meetings))
    sentences = [f"{meetings}: {kinds}." if kinds else f"{meetings}."]
    if planned.left_out:
        sentences.append(left_out(planned.left_out, words))
    if planned.cancellations:
        due = [one.name for one in planned.cancellations if not one.is_sent and not one.by_consent]
        if due:
            sentences.append(words.text("Cancellations to be sent: {names}.", names=", ".join(due)))
    if planned.gone:
        sentences.append(
            words.text(
                "Called off or deleted, but still in the pack: {names}.", names=", ".join(planned.gone)
            )
        )
    sentences.append(decided(planned.decisions, words))
    sentences.append(found_summary(planned.findings, words))
    return " ".join(filter(None, sentences))


def found_summary(found: Sequence[Finding], words: Language) -> str:
    """``Found: 2 errors and 1 warning.``; empty when nothing was."""
    return words.text("Found: {counts}.", counts=counts(found, words)) if found else ""


def left_out(left_out: Sequence[LeftOut], words: Language) -> str:
    """``Left out because of errors: M001, M002.``"""
    names = ", ".join(left.nr or words.text("a row without a number") for left in left_out)
    return words.text("Left out because of errors: {names}.", names=names)


@contextmanager
def progress(voice: Voice) -> Iterator[Callable[[int, int], None] | None]:
    """Something to call with how many meetings are done, out of how many; ``None`` where nobody watches."""
    if voice.quiet or voice.json or not is_terminal(sys.stderr):
        yield None
        return
    from docgen.cli import tables

    with tables.progress_bar(voice.words.text("Writing the pack")) as tick:
        yield tick
