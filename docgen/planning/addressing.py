"""How an address is written on a letter and on a label."""

from __future__ import annotations

from docgen import danish
from docgen.model import Person, Resident


def address_lines(who: Resident | Person) -> list[str]:
    """The lines of the address: the name, the workplace of those who have one, street, postcode and city.

    A blank cell gives no line; a cell of several lines gives as many.
    """
    organisation = who.organisation if isinstance(who, Person) else ""
    parts = (who.name, organisation, who.address, danish.town(who.postcode, who.city))
    return danish.lines(*(line for part in parts for line in part.splitlines()))
