"""Meeting types, and invented people in a meeting, as the values that a letter's tags ask for."""

from __future__ import annotations

from typing import Any

from docgen import resources
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.meetingtypes.loader import find_type, load_types

SHIPPED = resources.templates()
SMALL = """
titel = "Lille møde"
om = "beboer"

[varighed]
standard = 30

[[deltager]]
felt = "Beboer"
rolle = "beboer"

[[fase]]
noegle = "snak"
titel = "Snak"
minutter = 30

[[dokument]]
fil = "invitation.docx"
layout = "brev"
til = "beboer"
titel = "Invitation"
"""
"""The least that a ``type.toml`` may say."""
THEME = (
    "Hvordan kan arbejdsdagene i køkkenet tilrettelægges, så der er plads til pauser, "
    "og så du stadig når de opgaver, du gerne vil være med til?"
)
_PEOPLE = (
    ("B001", "Anna Sørensen", "beboer"),
    ("P001", "Mette Holm", "kontaktperson fra enheden"),
    ("P002", "Jens Bach", "kontaktperson fra arbejdspladsen"),
    ("P003", "Karen Lund", "udviklingsleder"),
    ("P004", "Ole Sørensen", "pårørende"),
)
_RECEIVER = {"medarbejder": 1, "paaroerende": 4}


def shipped(name: str = "opfoelgningsmoede") -> MeetingType:
    """A shipped meeting type as its type.toml defines it now."""
    kind = find_type(load_types(SHIPPED, templates_needed=False), name)
    assert kind is not None
    return kind


def rule(kind: MeetingType, layout: str) -> DocumentRule:
    """The type's first document with this layout."""
    return next(rule for rule in kind.documents if rule.layout == layout)


def context(document: DocumentRule, **changes: object) -> dict[str, Any]:
    """The values of a letter; ``changes`` replace single ones: ``moede_tema=""``, ``kontakt_telefon=""``."""
    people = [_person(*person) for person in _PEOPLE]
    receiver = people[_RECEIVER.get(str(document.audience), 0)]
    values: dict[str, Any] = {
        "institution": {
            "navn": "Parkvænget",
            "adresse": "Parkvej 1",
            "postnr": "8000",
            "by": "Aarhus C",
            "adresselinje": "Parkvej 1, 8000 Aarhus C",
            "telefon": "87 12 34 56",
            "email": "kontakt@parkvaenget.example",
            "afsender": "Karen Lund",
            "afsender_titel": "Udviklingsleder",
            "kalender_id": "0123456789ab",
        },
        "brev": {
            "dato": "19. januar 2026",
            "svarfrist": "tirsdag den 27. januar 2026",
            "svarfrist_overskredet": False,
            "erstatter": "",
            "flyttet_fra": "",
            "sted_foer": "",
        },
        "modtager": receiver
        | {
            "adresselinjer": [receiver["navn"], "c/o Enhed 3", "Parkvej 1, 2. tv.", "Midtby", "8000 Aarhus C"]
        },
        "beboer": people[0],
        "moede": {
            "nr": "M001",
            "dato": "tirsdag den 3. februar 2026",
            "tid": "kl. 10.00–11.00",
            "varighed": "1 time",
            "sted": "Mødelokale 2, Parkvænget",
            "link": "",
            "praktisk": "Elevatoren er til højre for indgangen.",
            "tema": THEME,
        },
        "kontakt": {
            "navn": "Karen Lund",
            "telefon": "87 12 34 57",
            "email": "karen.lund@parkvaenget.example",
        },
        "deltagere": people,
        "andre": [person for person in people if person is not receiver],
        "dokument": {"titel": document.title},
    }
    for name, value in changes.items():
        group, _, key = name.partition("_")
        values[group] = {**values[group], key: value}
    return values


def _person(nr: str, name: str, role: str) -> dict[str, Any]:
    return {
        "nr": nr,
        "navn": name,
        "fornavn": name.split()[0],
        "rolle": role,
        "beskrivelse": f"{name}, {role}",
        "betegnelse": name,
        "er_beboer": nr == "B001",
        "leder_moedet": nr == "P003",
        "svar": "",
    }
