"""Agenda, notes and minutes made from the shipped definitions and filled for an invented meeting."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from docgen.documents.template import Template
from docgen.meetingtypes.authoring.agenda import agenda
from docgen.meetingtypes.authoring.minutes import minutes
from docgen.meetingtypes.authoring.notes import notes
from docgen.meetingtypes.authoring.page import save
from docgen.meetingtypes.definition import MeetingType
from tests.meetingtypes.samples import context, rule, shipped

FOLLOW_UP, DIALOGUE = "opfoelgningsmoede", "dialogmoede"
LAYOUTS = {"dagsorden": agenda, "noteark": notes, "referat": minutes}
LONG_THEME = (
    "Anna har i de seneste uger været træt, når hun kom hjem fra arbejdet i køkkenet, og hun har haft flere "
    "sygedage end ellers. Vi vil gerne tale om, hvordan dagen kan tilrettelægges, så der bliver plads til "
    "pauser, hvilke opgaver der giver mest glæde, og om nogle af dem kan vente eller deles med kollegerne. "
    "Vi vil også gerne høre, hvad der skal til, for at aftalerne holder i en travl hverdag året rundt."
)
_GUESTS = (
    ("P005", "Karim Haddad", "kontaktperson fra arbejdspladsen"),
    ("P006", "Anne-Marie Vestergaard-Christoffersen af Nørre Bjært", "kontaktperson fra enheden"),
    ("P007", "Bo Ry", "bisidder"),
    ("P008", "Ulla Thygesen", "netværksperson"),
)


@cache
def template(layout: str, name: str = FOLLOW_UP) -> bytes:
    """The Word template, before anything is filled in."""
    kind = shipped(name)
    return save(LAYOUTS[layout](kind, rule(kind, layout)))


def filled(
    layout: str,
    name: str = FOLLOW_UP,
    *,
    people: int = 5,
    answers: Mapping[str, str] = MappingProxyType({}),
    **changes: object,
) -> bytes:
    """The document for a meeting of so many people; ``changes`` as in ``samples.context``.

    ``answers`` are what some of them have answered, by their numbers.
    """
    kind = shipped(name)
    values = context(rule(kind, layout), **changes)
    table = [*values["deltagere"], *map(_guest, _GUESTS)][:people]
    values["deltagere"] = [person | {"svar": answers.get(person["nr"], "")} for person in table]
    values["faser"] = _times(kind)
    return Template.compile(template(layout, name), layout).render(values)


def _guest(guest: tuple[str, str, str]) -> dict[str, Any]:
    number, name, role = guest
    handle = name if len(name) <= 22 else f"{name[:21]}… ({number})"
    person = {"nr": number, "navn": name, "rolle": role, "beskrivelse": f"{name}, {role}"}
    return person | {"betegnelse": handle, "leder_moedet": False}


def _times(kind: MeetingType) -> dict[str, dict[str, str]]:
    """The meeting begins at 10.00."""
    times, passed = {}, 0
    for phase in kind.phases:
        start, passed = passed, passed + phase.minutes
        times[phase.key] = {"tid": f"kl. {_clock(start)}–{_clock(passed)}"}
    return times


def _clock(passed: int) -> str:
    return f"{10 + passed // 60}.{passed % 60:02}"
