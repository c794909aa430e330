"""The commands, a module each, and the command ``docgen`` that holds them."""

from __future__ import annotations

import click

from docgen import __version__
from docgen.cli.commands.archive import archive
from docgen.cli.commands.build import build
from docgen.cli.commands.check import check
from docgen.cli.commands.collect import collect
from docgen.cli.commands.demo import demo
from docgen.cli.commands.new import new
from docgen.cli.commands.plan import plan
from docgen.cli.commands.report import report
from docgen.cli.commands.sent import sent
from docgen.cli.commands.templates import templates
from docgen.cli.options import common_options
from docgen.cli.speech import Group, need_command, option
from docgen.i18n import N_


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"docgen {__version__}")
        ctx.exit()


@click.group(
    "docgen",
    cls=Group,
    invoke_without_command=True,
    help=N_(
        "Turns a workbook of residents and planned meetings into invitations, agendas, minutes and calendar "
        "invites."
    ),
    examples=[
        ("docgen demo", N_("See what docgen makes, on invented people.")),
        ("docgen build parkvaenget.xlsx", N_("Make everything for the coming 26 weeks.")),
        ("docgen build --help", N_("What a command does, and its options.")),
    ],
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=N_("Show the version and exit."),
)
@common_options()
@click.pass_context
def root(ctx: click.Context) -> None:
    """Holds the commands."""
    need_command(ctx)


for _command in (demo, new, check, plan, build, sent, collect, report, archive, templates):
    root.add_command(_command)

__all__ = ["root"]
