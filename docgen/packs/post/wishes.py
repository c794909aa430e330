"""What can be asked for about the mailing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MailingOptions:
    """How to make the mailing up.

    With ``everything`` it holds what has been sent already too. ``duplex`` starts each document on a
    right-hand page. ``label_start`` is the first free label of the sheet, from 1. ``pdf`` makes PDF of print
    files and of what e-mails carry, ``archival`` PDF/A.
    """

    everything: bool = False
    duplex: bool = False
    label_start: int = 1
    pdf: bool = False
    archival: bool = False

    @property
    def how(self) -> str:
        """How PDF is made; blank where none is wanted."""
        return ("pdfa" if self.archival else "pdf") if self.pdf else ""


USUAL = MailingOptions()
