"""Drafts for tests: a sound one, with named changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docgen.mailing.draft import Attachment, Draft
from docgen.planning.mailboxes import Mailbox
from tests import making

PDF = Attachment("referat_M001.pdf", "application/pdf", b"%PDF-1.7\r\n.\r\n\x00\xff\n")


def mailbox(name: str = "Bo Enhedsen", address: str = "bo@elmegaarden.example") -> Mailbox:
    made = Mailbox.of(name, address)
    assert made is not None
    return made


def draft(**changes: Any) -> Draft:
    """From the house to Bo, with a PDF."""
    made = Draft(
        sender=mailbox("Botilbuddet Elmegården", "post@elmegaarden.example"),
        receiver=mailbox(),
        subject="Referat af møde M001",
        paragraphs=("Hej Bo", "Her er referatet.\nDet er vedhæftet."),
        date=making.NOW,
        key=("abc123def456", "M001", "P002", "referat"),
        attachments=(PDF,),
    )
    return replace(made, **changes)
