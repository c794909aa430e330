"""A meeting type with courses, letters that replace and letters that call off: small, so that a build is quick."""

from __future__ import annotations

from pathlib import Path

from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import load_types
from tests.packs.building import DEFINITION, SHEET, TEMPLATES, letter

CADENCE = """\
[[moedeinterval]]
navn = "Opfølgning"
trin = [{ antal = 4, uger = 2 }, { uger = 4, indtil = "Fuldt tilbage" }]
frister = [{ noegle = "plan", titel = "Frist: planen er på plads", dage = 30, fra = "Start", holdes_af = "moede" }]

"""
DOCUMENTS = """
[[dokument]]
fil = "moedeplan.docx"
layout = "moedeplan"
til = "beboer"
titel = "Din mødeplan"
for = "forloeb"

[[dokument]]
fil = "aflysning.docx"
layout = "aflysning"
til = "alle"
titel = "Mødet er aflyst"
for = "aflysning"
"""
REPLACING = (
    "{{ brev.dato }}",
    "{{ moede.dato }} {{ moede.tid }}, {{ moede.sted }}",
    "{%p if brev.erstatter %}",
    "erstatter brevet af {{ brev.erstatter }}",
    "{%p endif %}",
    "{%p if brev.flyttet_fra %}",
    "flyttet fra {{ brev.flyttet_fra }}",
    "{%p endif %}",
    "{%p if brev.sted_foer %}",
    "før i {{ brev.sted_foer }}",
    "{%p endif %}",
)
CALLS_OFF = (
    "{{ dokument.titel }}",
    "Kære {{ modtager.navn }}",
    "{{ moede.hvornaar }}, {{ moede.sted }}, vores brev af {{ aflysning.brev_af }}",
    "{{ 'kun dig' if aflysning.kun_dig else 'alle' }}",
)
PLAN = (
    "{{ dokument.titel }}",
    "{%p for moede in forloeb.moeder %}",
    "{{ moede.dato }} {{ moede.tid }}",
    "{%p endfor %}",
)
FILES = {
    **TEMPLATES,
    **dict.fromkeys((name for name in TEMPLATES if name.startswith("invitation")), REPLACING),
    "dagsorden.docx": SHEET,
    "moedeplan.docx": PLAN,
    "aflysning.docx": CALLS_OFF,
}
RELATIVES = '  { felt = "Pårørende", rolle = "pårørende" },\n]\nfase'


def course_type(folder: Path, name: str = "samtale", title: str = "Samtale") -> MeetingType:
    """The meeting type in ``folder``, made there if it is not yet."""
    home = folder / name
    if not home.is_dir():
        home.mkdir(parents=True)
        definition = DEFINITION.replace('titel = "Samtale"', f'titel = "{title}"', 1)
        definition = definition.replace("]\nfase", RELATIVES).replace("[[dokument]]", CADENCE + "[[dokument]]", 1)
        definition = definition.replace("\n[ord.kalender]", f"{DOCUMENTS}\n[ord.kalender]")
        (home / "type.toml").write_text(definition, "utf-8")
        for file, paragraphs in FILES.items():
            (home / file).write_bytes(letter(*paragraphs))
    return next(kind for kind in load_types(folder) if kind.name == name)
