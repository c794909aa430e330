"""``docgen plan``: what ``docgen build`` would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

import docgen
from docgen.cli import as_json, months, outcomes, plan_json, show
from docgen.cli.calls import Call, planned, status
from docgen.cli.options import manner_options, planning_options, verbose_option, workbook_argument
from docgen.cli.speech import command, option
from docgen.cli.voice import Voice
from docgen.i18n import N_
from docgen.planning import Plan

if TYPE_CHECKING:
    from docgen.workbook.writeback import WriteResult


@command(
    "plan",
    short_help=N_("Show what building would do, without doing it."),
    help=N_(
        "Shows which meetings would be built, for whom and with how many documents, and which are new, "
        "changed, unchanged or called off since the pack was last built. Nothing is written, unless --write "
        "asks for it: then the meetings of courses get rows on the sheet Møder, which people may change, "
        "after a copy of the workbook has been saved."
    ),
    examples=[
        ("docgen plan parkvaenget.xlsx", N_("The meetings of the coming 26 weeks.")),
        ("docgen plan parkvaenget.xlsx --meeting M001 -v", N_("One meeting: who takes part, and why.")),
        ("docgen plan parkvaenget.xlsx --month", N_("The same as a calendar, month by month.")),
        ("docgen plan parkvaenget.xlsx --write", N_("Put the meetings of courses on the sheet Møder.")),
    ],
)
@workbook_argument()
@planning_options()
@option("--month", "by_month", is_flag=True, help=N_("Show the meetings as a calendar, month by month."))
@option("--write", is_flag=True, help=N_("Put the meetings of courses on the sheet Møder of the workbook."))
@verbose_option(N_("Say of every participant why they take part."))
@manner_options()
@click.pass_obj
def plan(voice: Voice, /, *, by_month: bool, write: bool, **asked: Any) -> int:
    """Exit status 1 when something has errors or is left out."""
    call = Call(**asked)
    result, remark = planned(voice, call)
    done = docgen.write(result, call.workbook) if write else None
    show_plan(voice, result, remark, by_month=by_month, done=done)
    return status(result.left_out, result.findings)


def show_plan(
    voice: Voice, result: Plan, remark: str, *, by_month: bool = False, done: WriteResult | None = None
) -> None:
    """The plan, its findings and the remark on it; ``build --dry-run`` shows the same.

    ``done`` is what has been written into the workbook, if that was asked for.
    """
    if voice.json:
        written = {"written": as_json.written(done)} if done else {}
        voice.document(plan_json.plan(result, voice.words) | written)
    if by_month:
        months.show(voice, result)
    else:
        show.plan(voice, result)
    show.overdue(voice, result)
    show.findings(voice, result.findings, beside=True)
    voice.say(show.plan_summary(result, voice.words))
    voice.note(remark)
    if done:
        outcomes.written(voice, done)
