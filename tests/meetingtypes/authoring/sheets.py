"""A type with every kind of paper besides invitations, agenda and minutes, filled for an invented meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docgen.documents.template import Template
from docgen.meetingtypes.authoring.make import LAYOUTS
from docgen.meetingtypes.authoring.page import save
from docgen.meetingtypes.definition import (
    Audience,
    DocumentRule,
    MeetingType,
    Phase,
    Programme,
    Rule,
    Scope,
    Slot,
)
from docgen.meetingtypes.form import Section
from tests.meetingtypes.samples import context, shipped

GOAL = "Et job i et køkken med faste kolleger"
OFTEN = "Opfølgning på ressourceforløb"
QUESTION = "Hvad er vigtigst for dig, at de andre ved om dig, inden I sammen taler om job og uddannelse?"
SECTIONS = (
    Section(texts=("Kun til dig. Arket bliver ikke delt ud.",), framed=True),
    Section("Hvad er et forløb?", texts=("Du laver planen sammen med os.",), bullets=("Ret til bisidder",)),
    Section("Et eksempel: Sanne", texts=("Sanne begyndte i en dyrehandel.",), framed=True),
    Section("Dit mål", texts=("I planen står der: {{ beboer.maal }}",), condition="beboer.maal"),
    Section(
        "Det siger jeg", ticks=("Selv", "{{ beboer.fornavn }} får hjælp"), questions=(QUESTION, QUESTION)
    ),
    Section("1. Tal tidligt", ticks=("Arket er givet", "Det er talt igennem"), room=16, notes=True),
    Section("2. Helbred", texts=("Med samtykke",), ticks=("Selv",), notes=True, condition="beboer.maal"),
)
PHASES = (
    Phase("velkomst", "Velkomst", 15, label="Velkomst", description="Vi siger velkommen."),
    Phase(
        "resultater",
        "Resultater",
        60,
        ("Hvem møder vi?", "Hvad lykkedes?"),
        label="Resultater",
        description="Vi ser på tal.",
    ),
    Phase("aftaler", "Aftaler", 45, ("Hvad gør vi nu?",), label="Aftaler"),
)
PAUSE = Slot(15, title="Frokost")
DAY = Programme("Halv dag", 0, (Slot(15, "velkomst"), Slot(60, "resultater"), PAUSE, Slot(45, "aftaler")))
RULES = {
    "ark": DocumentRule("forberedelse.docx", "ark", Audience.RESIDENT, "Gør dig klar"),
    "ark_letlaest": DocumentRule("forberedelse.docx", "ark_letlaest", Audience.RESIDENT, "Gør dig klar"),
    "program": DocumentRule("program.docx", "program", Audience.EVERYBODY, "Program for dagen"),
    "guide": DocumentRule("guide.docx", "guide", Audience.FACILITATOR, "Guide til dagen"),
    "brev_laege": DocumentRule(
        "foelgebrev.docx", "brev_laege", Audience.GP, "Til din orientering", after=True
    ),
    "moedeplan": DocumentRule(
        "moedeplan.docx", "moedeplan", Audience.RESIDENT, "Dine møder", scope=Scope.COURSE
    ),
}
_GP = {"nr": "P009", "navn": "Ida Kjær", "fornavn": "Ida", "adresselinjer": ["Ida Kjær", "8000 Aarhus C"]}
_TIMES = {"velkomst": "kl. 9.00–9.15", "resultater": "kl. 9.15–10.15", "aftaler": "kl. 10.30–11.15"}


def kind(*sections: Section) -> MeetingType:
    """The type; its sheet has the given sections, or all of ``SECTIONS``."""
    made = replace(shipped(), figure="faser", phases=PHASES, programmes=(DAY,), rules=(Rule.GOAL,))
    return replace(made, sheets={"forberedelse": sections or SECTIONS})


def template(layout: str, *sections: Section) -> bytes:
    """The Word template, before anything is filled in."""
    return save(LAYOUTS[layout](kind(*sections), RULES[layout]))


def filled(layout: str, *sections: Section, meetings: int = 3, **changes: object) -> bytes:
    """The document; ``changes`` as in ``samples.context``, ``meetings`` is the length of the course."""
    values = _values(layout, meetings, **changes)
    return Template.compile(template(layout, *sections), layout).render(values)


def _values(layout: str, meetings: int, **changes: object) -> dict[str, Any]:
    values = context(RULES[layout], **{"beboer_maal": GOAL, **changes})
    if layout == "brev_laege":
        values["modtager"] = _GP
    if layout == "moedeplan":
        del values["moede"]
    return values | {
        "faser": {key: {"tid": time} for key, time in _TIMES.items()},
        "program": {"titel": "Halv dag", "punkter": _points()},
        "forloeb": {"nr": "F001", "titel": OFTEN, "moeder": [_meeting(nr) for nr in range(meetings)]},
    }


def _points() -> list[dict[str, Any]]:
    points = [
        {"tid": _TIMES[phase.key], "titel": phase.title, "noegle": phase.key, "er_pause": False}
        for phase in PHASES
    ]
    return [
        *points[:2],
        {"tid": "kl. 10.15–10.30", "titel": "Frokost", "noegle": "", "er_pause": True},
        points[2],
    ]


def _meeting(number: int) -> dict[str, str]:
    """The first is of another type than the course."""
    return {
        "nr": f"M{number:03}",
        "titel": OFTEN if number else "Gennemgang",
        "dato": f"onsdag den {number + 1}. september 2026",
        "ugedag": "onsdag",
        "tid": "kl. 10.00–10.45",
        "varighed": "45 minutter",
        "sted": "Mødelokale 2, Parkvænget",
    }
