"""Mailboxes: which addresses mail can be sent to, and how they are written."""

from __future__ import annotations

import pytest

from docgen.planning.mailboxes import Mailbox


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("bo@elmegaarden.example", "bo@elmegaarden.example"),
        (" Bo.Enhedsen+moede@elmegaarden.example ", "Bo.Enhedsen+moede@elmegaarden.example"),
        ("post@Parkvænget.example", "post@xn--parkvnget-k3a.example"),
    ],
)
def test_a_domain_is_written_as_name_servers_know_it(address: str, written: str) -> None:
    made = Mailbox.of("Bo", address)
    assert made is not None
    assert made.address == written


@pytest.mark.parametrize(
    "address",
    [
        *("", "bo", "bo@", "@elmegaarden.example", "bo@lokalt", "bo@a..example", "bo@-a.example"),
        *("søren@elmegaarden.example", "bo en@elmegaarden.example", "bo@a.example, ida@b.example"),
        *("bo@a.example\r\nBcc: ida@b.example", "<bo@a.example>", f"{'b' * 65}@a.example"),
        *(f"bo@{'a' * 64}.example", "bo..to@a.example"),
    ],
)
def test_what_mail_cannot_be_sent_to_is_no_mailbox(address: str) -> None:
    assert Mailbox.of("Bo", address) is None


def test_a_name_is_one_line() -> None:
    made = Mailbox.of("Bo\r\nBcc: ida@b.example\x00", "bo@a.example")
    assert made is not None
    assert made.name == "Bo Bcc: ida@b.example"
