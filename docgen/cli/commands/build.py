"""``docgen build``: the pack."""

from __future__ import annotations

from typing import Any

import click

import docgen
from docgen.cli import as_json, show
from docgen.cli.calls import Call, planned, status
from docgen.cli.commands.plan import show_plan
from docgen.cli.options import (
    common_options,
    json_option,
    pack_option,
    quiet_option,
    templates_option,
    today_option,
    verbose_option,
    window_options,
    workbook_argument,
)
from docgen.cli.speech import command, option
from docgen.cli.voice import Voice
from docgen.findings import in_order
from docgen.i18n import N_
from docgen.packs.build import BuildResult


@command(
    "build",
    short_help=N_("Make the pack: letters, agendas, minutes and calendar invites."),
    help=N_(
        "Makes the pack: a folder for each meeting with invitations, agenda, blank minutes and calendar "
        "invite, and the page oversigt.html that says who gets what. Run it as often as you like: what is "
        "unchanged is left alone, and a file that somebody has edited is kept."
    ),
    examples=[
        ("docgen build parkvaenget.xlsx", N_("The meetings of the coming 26 weeks, in parkvaenget-pakke.")),
        ("docgen build parkvaenget.xlsx --to 31-03-2026 -o marts", N_("Until the end of March, in the folder marts.")),
    ],
)
@workbook_argument()
@pack_option()
@window_options()
@today_option()
@templates_option()
@option("--all", "rebuild", is_flag=True, help=N_("Write unchanged meetings anew too."))
@option("--dry-run", is_flag=True, help=N_("Only show what would be done, as “docgen plan” does."))
@option("--overwrite-edited", is_flag=True, help=N_("Write also over files that somebody has edited."))
@json_option()
@quiet_option()
@verbose_option(N_("Name every file that is written, kept or removed."))
@common_options()
@click.pass_obj
def build(voice: Voice, *, rebuild: bool, dry_run: bool, overwrite_edited: bool, **asked: Any) -> int:
    """Exit status 1 when something has errors or is left out."""
    call = Call(**asked)
    plan = planned(voice, call)
    if dry_run:
        show_plan(voice, plan)
        return status(plan.left_out, plan.findings)
    with show.progress(voice) as tick:
        result = docgen.build(
            plan,
            call.pack_folder,
            language=voice.words,
            logo_folder=call.workbook.parent,
            rebuild=rebuild,
            overwrite_edited=overwrite_edited,
            progress=tick,
        )
    found = in_order([*plan.findings, *result.findings])
    if voice.json:
        voice.document(as_json.build(result, plan, found, voice.words))
    show.findings(voice, found, beside=True)
    show_result(voice, result)
    return status(result.left_out, found)


def show_result(voice: Voice, result: BuildResult) -> None:
    """Where the pack lies and what was done in it."""
    words = voice.words
    if voice.verbose:
        _name_files(voice, result)
    done = [words.plural("Wrote {count} file.", "Wrote {count} files.", len(result.written))]
    if result.kept:
        done.append(words.plural("Kept {count} edited file.", "Kept {count} edited files.", len(result.kept)))
    if result.removed:
        done.append(words.plural("Removed {count} file.", "Removed {count} files.", len(result.removed)))
    voice.say(" ".join(done))
    if result.left_out:
        names = ", ".join(left.nr or words.text("a row without a number") for left in result.left_out)
        voice.say(words.text("Left out because of errors: {names}.", names=names))
    voice.say(words.text("The pack is here: {path}", path=result.pack))


def _name_files(voice: Voice, result: BuildResult) -> None:
    words = voice.words
    for name in result.written:
        voice.say(words.text("written: {file}", file=name))
    for name in result.kept:
        voice.say(words.text("kept: {file}", file=name))
    for name in result.removed:
        voice.say(words.text("removed: {file}", file=name))
