"""What ``plan`` and ``build`` have in common: reading the workbook and planning what was asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docgen
from docgen.cli import outcomes, plan_json, show
from docgen.cli.choices import clock, numbers_in, pack_of, type_called, window_of
from docgen.cli.voice import Voice
from docgen.findings import Finding, errors_in, in_order
from docgen.model import Workbook
from docgen.packs.post.wishes import MailingOptions
from docgen.planning import LeftOut, Plan


@dataclass(frozen=True, kw_only=True)
class Call:
    """The arguments and options of ``plan`` and ``build``, as Click gives them."""

    workbook: Path
    pack: Path | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    type_names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    today: dt.date | None = None
    templates: Path | None = None

    @property
    def pack_folder(self) -> Path:
        return pack_of(self.workbook, self.pack)


@dataclass(frozen=True)
class Wishes:
    """How to build, as ``docgen.build`` has it."""

    rebuild: bool = False
    overwrite_edited: bool = False
    mailing: MailingOptions | None = None
    zipped: bool = False


_USUAL = Wishes()


def planned(voice: Voice, call: Call) -> tuple[Plan, str]:
    """The plan that was asked for, and why it is empty when it is: the last thing to say."""
    now = clock(call.today)
    workbook = docgen.load(call.workbook)
    types = docgen.meeting_types(call.templates)
    window = window_of(
        voice,
        today=now.date(),
        first=call.first,
        last=call.last,
        types=[type_called(voice, name, types, option="--type") for name in call.type_names],
        numbers=numbers_in(voice, call.numbers, workbook),
    )
    plan = docgen.plan(
        workbook, types, now=now, window=window, pack=call.pack_folder, logo_folder=call.workbook.parent
    )
    is_empty = not (plan.meetings or plan.left_out or plan.gone)
    return plan, _why_empty(voice, workbook, plan) if is_empty else ""


def carried_out(voice: Voice, call: Call, plan: Plan, wishes: Wishes = _USUAL) -> int:
    """Builds the plan with a progress bar, shows the findings, and says where the pack lies.

    The exit status comes back.
    """
    with show.progress(voice) as tick:
        result = docgen.build(
            plan,
            call.pack_folder,
            language=voice.words,
            progress=tick,
            **vars(wishes),
        )
    found = in_order([*plan.findings, *result.findings])
    if voice.json:
        voice.document(plan_json.build(result, plan, found, voice.words))
    show.findings(voice, found, beside=True)
    outcomes.build(voice, result, found)
    return status(result.left_out, found)


def status(left_out: Sequence[LeftOut], found: Sequence[Finding]) -> int:
    """1 when something was left out or has errors, else 0."""
    return int(bool(left_out or errors_in(found)))


def _why_empty(voice: Voice, workbook: Workbook, plan: Plan) -> str:
    """Which dates were looked at, between which the workbook's meetings lie, and how to reach them."""
    words = voice.words
    dates = [row.date for row in workbook.meetings] + [one.meeting.date for one in plan.calendar]
    if not dates:
        return words.text("The workbook has no meetings yet: write them on the sheet Møder.")
    window = plan.window
    if window.meetings or window.types:
        reason = words.text(
            "No planned meeting is among those chosen with --meeting, --type, --from and --to."
        )
    else:
        days = {"begins": voice.day(window.first), "ends": voice.day(window.last)}
        reason = words.text("No planned meeting lies between {begins} and {ends}.", **days)
    way_out = words.text(
        "The workbook's meetings lie between {first} and {last}. Choose with --from and --to, "
        "for example --from {first} --to {last}.",
        first=voice.day(min(dates)),
        last=voice.day(max(dates)),
    )
    return f"{reason} {way_out}"
