"""``docgen plan``: what ``docgen build`` would do."""

from __future__ import annotations

from typing import Any

import click

from docgen.cli import as_json, show
from docgen.cli.calls import Call, planned, status
from docgen.cli.options import manner_options, planning_options, verbose_option, workbook_argument
from docgen.cli.speech import command
from docgen.cli.voice import Voice
from docgen.i18n import N_
from docgen.planning import Plan


@command(
    "plan",
    short_help=N_("Show what building would do, without doing it."),
    help=N_(
        "Shows which meetings would be built, for whom and with how many documents, and which are new, "
        "changed, unchanged or called off since the pack was last built. Nothing is written."
    ),
    examples=[
        ("docgen plan parkvaenget.xlsx", N_("The meetings of the coming 26 weeks.")),
        ("docgen plan parkvaenget.xlsx --meeting M001 -v", N_("One meeting: who takes part, and why.")),
    ],
)
@workbook_argument()
@planning_options()
@verbose_option(N_("Say of every participant why they take part."))
@manner_options()
@click.pass_obj
def plan(voice: Voice, /, **asked: Any) -> int:
    """Exit status 1 when something has errors or is left out."""
    result, remark = planned(voice, Call(**asked))
    show_plan(voice, result, remark)
    return status(result.left_out, result.findings)


def show_plan(voice: Voice, result: Plan, remark: str) -> None:
    """The plan, its findings and the remark on it; ``build --dry-run`` shows the same."""
    if voice.json:
        voice.document(as_json.plan(result, voice.words))
    show.plan(voice, result)
    show.findings(voice, result.findings, beside=True)
    voice.say(show.plan_summary(result, voice.words))
    voice.note(remark)
