"""The order in which what is mailed is packed."""

from __future__ import annotations

from docgen.danish import alphabetical
from docgen.model import Channel, Resident
from docgen.planning import Mailpiece


def packing_key(piece: Mailpiece) -> tuple[str, ...]:
    """To sort the pieces of one way by: letters by postcode and name, what is handed over by unit and name,
    all others by the meeting's day.

    What the same receiver gets follows each other, the earliest meeting first: it may go in one envelope.
    """
    match piece.channel:
        case Channel.LETTER:
            return (piece.receiver.who.postcode, *_named(piece))
        case Channel.IN_PERSON:
            return (alphabetical(unit_of(piece)), *_named(piece))
        case _:
            return _by_day(piece)


def unit_of(piece: Mailpiece) -> str:
    """The unit of a resident, the organisation of anybody else; may be blank."""
    who = piece.receiver.who
    return who.unit if isinstance(who, Resident) else who.organisation


def _named(piece: Mailpiece) -> tuple[str, ...]:
    who = piece.receiver.who
    return alphabetical(who.name), who.address, who.nr, *_by_day(piece)


def _by_day(piece: Mailpiece) -> tuple[str, ...]:
    return piece.day.isoformat(), piece.nr, piece.receiver.nr
