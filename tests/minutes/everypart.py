"""A meeting type whose minutes have every kind of part, and every kind of column."""

from __future__ import annotations

import atexit
import tempfile
from functools import cache
from pathlib import Path

from docgen import shelf
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import load_types
from tests.own_type import blocks

NAME = "alting"
_BEFORE = '[[referat]]\ndel = "beslutninger"\n'
_PARTS = """
[[referat]]
del = "tema"

[[referat]]
del = "konklusion"

[[referat]]
del = "indsatser"

[[referat]]
del = "felt"
noegle = "maal"
titel = "Mål"
hoejde = 18

[[referat]]
del = "tabel"
noegle = "plan"
titel = "Plan"
hoejde = 14
raekker = 2
kolonner = [
    { noegle = "hvad", titel = "Hvad", bredde = 50, tom = "Hvilken indsats?" },
    { noegle = "fra", titel = "Fra", bredde = 40, art = "dato" },
    { noegle = "art", titel = "Art", bredde = 40, art = "valg", valg = ["Praktik", "Mentor", "Kursus"] },
    { noegle = "aftalt", titel = "Aftalt", bredde = 20, art = "kryds" },
]

[[referat]]
del = "tabel"
noegle = "farver"
titel = "Opgaver i farver"
hoejde = 10
raekker = 2
kolonner = [
    { noegle = "opgave", titel = "Opgave", bredde = 60 },
    { noegle = "faerdig", titel = "Færdig", bredde = 20, art = "kryds" },
]
grupper = [
    { noegle = "roed", titel = "Rød", note = "ikke nu", farve = "F6CFCB" },
    { noegle = "groen", titel = "Grøn", farve = "CDE7CE" },
]

"""


@cache
def every_part() -> MeetingType:
    """The type of the documentation's page with all other parts added."""
    scratch = tempfile.TemporaryDirectory()
    atexit.register(scratch.cleanup)
    home = Path(scratch.name) / NAME
    home.mkdir()
    (definition,) = blocks("toml")
    assert _BEFORE in definition
    (home / "type.toml").write_text(definition.replace(_BEFORE, _PARTS + _BEFORE), "utf-8")
    (kind,) = load_types(home.parent, templates_needed=False)
    shelf.make_templates(kind)
    return kind
