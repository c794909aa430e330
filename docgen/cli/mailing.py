"""The options of the mailing: PDF, labels, printing on both sides, a zip file."""

from __future__ import annotations

from typing import Any

import click

from docgen.cli.options import Decorator, all_of
from docgen.cli.speech import option
from docgen.i18n import N_
from docgen.packs.post.wishes import MailingOptions


def mailing_options() -> Decorator[Any]:
    """``--pdf``, ``--pdfa``, ``--duplex``, ``--label-start`` and ``--zip``."""
    return all_of(
        option("--pdf", is_flag=True, help=N_("Make PDF too, and attach it to e-mails instead of Word.")),
        option("--pdfa", "archival", is_flag=True, help=N_("The same as PDF/A, for archives.")),
        option(
            "--duplex", is_flag=True, help=N_("Print files for both sides: each letter on its own sheet.")
        ),
        option(
            "--label-start",
            metavar=N_("NUMBER"),
            type=click.IntRange(min=1),
            default=1,
            help=N_("The first label that is left on a half-used sheet. Without it: 1."),
        ),
        option("--zip", "zipped", is_flag=True, help=N_("Put the whole pack into a zip file beside it too.")),
    )


def mailing_asked(asked: dict[str, Any], *, everything: bool) -> MailingOptions:
    """Takes what these options gave out of ``asked``."""
    pdf, archival = asked.pop("pdf"), asked.pop("archival")
    return MailingOptions(
        everything=everything,
        duplex=asked.pop("duplex"),
        label_start=asked.pop("label_start"),
        pdf=pdf or archival,
        archival=archival,
    )
