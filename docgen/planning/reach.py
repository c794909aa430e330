"""Whether what is to be mailed can reach its receiver: judged before anything is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.findings import Finding
from docgen.model import Channel, Institution
from docgen.planning.envelopes import label_finding, window_finding
from docgen.planning.mailboxes import Mailbox
from docgen.planning.mailpieces import Mailpiece

_MISSING = ("W-071", "W-072")
"""What the check of the workbook says of a blank cell, whether anything is to be sent or not."""


def fault_of(piece: Mailpiece, house: Institution) -> Finding | None:
    """What keeps the piece from being sent by its receiver's Kanal; ``None`` where nothing does."""
    who = piece.receiver.who
    if piece.channel is Channel.LETTER and not (who.address and who.postcode and who.city):
        return Finding.of("E-420", who.at.place("Adresse"))
    if piece.channel is Channel.EMAIL:
        if Mailbox.of(house.name, house.email) is None:
            return Finding.of("E-281", house.at.place("E-mail"))
        if Mailbox.of(who.name, who.email) is None:
            return Finding.of("E-281", who.at.place("E-mail"))
    return None


def unreached(pieces: Iterable[Mailpiece], house: Institution) -> tuple[Finding, ...]:
    """A finding for each cell that keeps something from being sent which has not been sent yet, and for each
    address that cannot be read in the envelope's window or on a label.
    """
    due = [piece for piece in pieces if not piece.is_sent]
    on_paper = {piece.receiver.nr: piece.receiver.who for piece in due if piece.channel is Channel.LETTER}
    found = [fault_of(piece, house) for piece in due]
    found += [window_finding(who, house.window) for who in on_paper.values()]
    found += [label_finding(who, house.label_sheet) for who in on_paper.values()]
    return tuple(dict.fromkeys(filter(None, found)))


def with_faults(findings: Iterable[Finding], faults: Iterable[Finding]) -> Iterator[Finding]:
    """Both, without the warnings of blank cells that something graver is said of."""
    graver = {found.place for found in faults}
    yield from (one for one in findings if not (one.code in _MISSING and one.place in graver))
    yield from faults
