"""Whose consent decides, and what comes of it: a seat, a letter, or nothing at all."""

from __future__ import annotations

from docgen.findings import Finding
from docgen.model import Person, Resident, Role
from docgen.planning.claims import Claim

# A resident's number, and that of somebody who may be named with their consent.
Consent = tuple[str, str]


def needs_consent(person: Person, resident: Resident | None) -> bool:
    """Whether the person belongs to the resident's own life: by their role, or as a volunteer they know.

    That is asked of the person, whichever cell names them.
    """
    if person.role.is_private:
        return True
    listed = (*resident.relatives, *resident.network) if resident else ()
    return person.role is Role.VOLUNTEER and person.nr in listed


def may_come(person: Person, resident: Resident | None) -> bool:
    """Whether the person may have a seat.

    A GP never has one (guide "Gode ressourceforløb af høj kvalitet", element 4). Where there is no resident
    there is nobody to give consent.
    """
    return person.role is not Role.GP and may_be_named(person, resident)


def may_be_named(person: Person, resident: Resident | None) -> bool:
    """Whether what is written about the resident may name the person; the GP too, with consent."""
    return not needs_consent(person, resident) or (resident is not None and person.nr in resident.consents)


def refusal(claim: Claim, person: Person) -> Finding | None:
    """What to say of somebody who may not come: it names the cell, never the person.

    ``None`` where nothing is to be said: that a resident has relatives and involves none is their choice.
    """
    if person.role is Role.GP:
        return Finding.of("W-082", claim.cell)
    return None if claim.is_listing else Finding.of("W-081", claim.cell)
