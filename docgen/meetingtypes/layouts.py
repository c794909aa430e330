"""What each layout of a Word file can be for: whose document it is, and what it is made once for.

The functions that draw them stand in ``authoring``; a definition is read without those.
"""

from __future__ import annotations

from dataclasses import dataclass

from docgen.meetingtypes.definition import Audience, Scope


@dataclass(frozen=True, slots=True)
class Fit:
    """The receivers that a layout serves; with ``about_resident`` it is of no use in a group's meeting.

    ``has_parts`` says whether the document chooses among the parts of the minutes.
    """

    audiences: tuple[Audience, ...]
    scope: Scope = Scope.MEETING
    about_resident: bool = False
    has_parts: bool = False


_LEADERS = (Audience.FACILITATOR, Audience.COORDINATOR)
_TABLE = (Audience.RESIDENT, Audience.STAFF, Audience.PRIVATE, *_LEADERS, Audience.EVERYBODY)
FITS: dict[str, Fit] = {
    "brev": Fit((Audience.RESIDENT,), about_resident=True),
    "brev_letlaest": Fit((Audience.RESIDENT,), about_resident=True),
    "brev_medarbejder": Fit((Audience.STAFF,)),
    "brev_paaroerende": Fit((Audience.PRIVATE,), about_resident=True),
    "brev_laege": Fit((Audience.GP,), about_resident=True),
    "ark": Fit((*_TABLE, Audience.GP)),
    "ark_letlaest": Fit((*_TABLE, Audience.GP)),
    "dagsorden": Fit(_TABLE),
    "program": Fit(_TABLE),
    "guide": Fit(_LEADERS),
    "kort": Fit((*_LEADERS, Audience.EVERYBODY)),
    "noteark": Fit(_LEADERS),
    "referat": Fit(_LEADERS),
    "uddrag": Fit((Audience.GP,), Scope.MINUTES, about_resident=True, has_parts=True),
    "moedeplan": Fit(_TABLE, Scope.COURSE, about_resident=True),
    "aflysning": Fit((Audience.EVERYBODY,), Scope.CANCELLATION),
}
"""By the name that ``layout`` of a ``[[dokument]]`` gives."""
