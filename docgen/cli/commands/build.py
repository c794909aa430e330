"""``docgen build``: the pack."""

from __future__ import annotations

from typing import Any

import click

from docgen.cli.calls import Call, Wishes, carried_out, planned, status
from docgen.cli.commands.plan import show_plan
from docgen.cli.mailing import mailing_asked, mailing_options
from docgen.cli.options import manner_options, planning_options, verbose_option, workbook_argument
from docgen.cli.speech import command, option
from docgen.cli.voice import Voice
from docgen.i18n import N_


@command(
    "build",
    short_help=N_("Make the pack: letters, agendas, minutes and calendar invites."),
    help=N_(
        "Makes the pack: a folder for each meeting with invitations, agenda, blank minutes and calendar "
        "invite, the mailing (a print file of all letters, labels, drafts of e-mails, Digital Post), and the "
        "page oversigt.html that says who gets what. Run it as often as you like: what is unchanged "
        "is left alone, and a file that somebody has edited is kept."
    ),
    examples=[
        ("docgen build parkvaenget.xlsx", N_("The meetings of the coming 26 weeks, in parkvaenget-pakke.")),
        (
            "docgen build parkvaenget.xlsx --to 31-03-2026 -o marts",
            N_("Until the end of March, in the folder marts."),
        ),
        (
            "docgen build parkvaenget.xlsx --pdf --duplex",
            N_("Letters to print on both sides, as PDF too; e-mails carry PDF."),
        ),
    ],
)
@workbook_argument()
@planning_options()
@option("--all", "rebuild", is_flag=True, help=N_("Make and mail everything anew, also what has been sent."))
@mailing_options()
@option("--dry-run", is_flag=True, help=N_("Only show what would be done, as “docgen plan” does."))
@option("--overwrite-edited", is_flag=True, help=N_("Write also over files that somebody has edited."))
@verbose_option(N_("Name every file that is written, kept or removed."))
@manner_options()
@click.pass_obj
def build(voice: Voice, /, *, rebuild: bool, dry_run: bool, overwrite_edited: bool, **asked: Any) -> int:
    """Exit status 1 when something has errors or is left out."""
    zipped, mailing = asked.pop("zipped"), mailing_asked(asked, everything=rebuild)
    call = Call(**asked)
    plan, remark = planned(voice, call)
    if dry_run:
        show_plan(voice, plan, remark)
        if rebuild:
            voice.note(voice.words.text("With --all everything is made and mailed anew."))
        return status(plan.left_out, plan.findings)
    wishes = Wishes(rebuild, overwrite_edited, mailing, zipped)
    status_code = carried_out(voice, call, plan, wishes)
    voice.note(remark)
    return status_code
