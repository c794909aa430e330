"""Consent withdrawn: whoever was named is in no byte of the pack any more, and in no word of the program."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest

from docgen import resources
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import load_types
from docgen.model import Role
from docgen.packs.ledger import history_of
from docgen.planning import Window
from docgen.workbook.rows import Row
from tests import making
from tests.commandline import Run
from tests.pack_contents import contents
from tests.packs.building import LETTER, M001, built, letter, names, two
from tests.workbook.books import INSTITUTION, written

TODAY = ("--today", "2026-01-19")
# What is added to a real type with its real templates: the resident's own life, and a letter to the GP.
INVOLVING = """
[[deltager]]
felt = "Pårørende"
rolle = "pårørende"
grund = "Kender hverdagen hjemme."

[[deltager]]
felt = "Netværk"
rolle = "fra netværket"
grund = "Kender fritiden."

[[dokument]]
fil = "foelgebrev.docx"
layout = "brev_laege"
til = "laege"
titel = "Følgebrev"
efter_moedet = true
"""

OWN_LIFE: dict[str, dict[str, Any]] = {
    "P7741": {"Navn": "Ottilie Kvistgren", "Rolle": "Pårørende", "Telefon": "71 93 55 01"},
    "P7742": {"Navn": "Balder Tørnhøj", "Rolle": "Netværksperson", "Telefon": "71 93 55 02"},
    "P7743": {"Navn": "Sixten Ærøbæk", "Rolle": "Bisidder", "Telefon": "71 93 55 03"},
    "P7744": {"Navn": "Xenia Hjulmager", "Rolle": "Læge", "Telefon": "71 93 55 04"},
}
STAFF = {
    "P001": {"Navn": "Lene Ledersen", "Rolle": "Udviklingsleder"},
    "P002": {"Navn": "Bo Enhedsen", "Rolle": "Kontaktperson"},
}


def _types(folder: Path) -> Path:
    """A folder with the type "inddragelse"."""
    home = folder / "skabeloner" / "inddragelse"
    shutil.copytree(resources.templates() / "opfoelgningsmoede", home)
    definition = (home / "type.toml").read_text("utf-8")
    named = definition.replace('titel = "Opfølgningsmøde"', 'titel = "Møde med familien"', 1)
    (home / "type.toml").write_text(named + INVOLVING, "utf-8")
    (home / "foelgebrev.docx").write_bytes(letter(*LETTER, "{{ modtager.adresselinjer | join(', ') }}"))
    return home.parent


def _workbook(folder: Path, consents: str) -> Path:
    """A workbook whose every column of people names somebody of the resident's own life."""
    address = {"Kanal": "Brev", "Adresse": "Sivkrogen 77", "Postnr": "9999", "By": "Prøveby"}
    people: list[Row] = [
        {"Nr": nr, "E-mail": f"{nr.lower()}@hus.example", **row} for nr, row in STAFF.items()
    ]
    people += [
        {"Nr": nr, "E-mail": f"{nr.lower()}@privat.example", **address, **r} for nr, r in OWN_LIFE.items()
    ]
    resident: Row = {
        "Nr": "B001",
        "Fornavn": "Asta",
        "Efternavn": "Eksempel",
        "Kanal": "Personligt",
        "I beskæftigelse": "Ja",
        "Kontaktperson enhed": "P002",
        "Kontaktperson arbejdsplads": "P002",
        "Udviklingsleder": "P001",
        "Mentor": "P7742",
        "Læge": "P7744",
        "Pårørende": "P7741",
        "Netværk": "P7742",
        "Samtykke til": consents,
    }
    meeting: Row = {
        "Nr": "M001",
        "Type": "Møde med familien",
        "Beboer": "B001",
        "Dato": dt.date(2026, 2, 3),
        "Start": dt.time(10),
        "Sted": "Mødelokalet",
        "Anledning": "Beboerens eget ønske",
        "Deltagere": "P7743",
    }
    sheets = {"Institution": [INSTITUTION], "Beboere": [resident], "Personer": people, "Møder": [meeting]}
    return written(folder, sheets)


def _marks(nr: str) -> list[bytes]:
    """All that would give this person away: number, names, telephone, e-mail and street."""
    name, phone = OWN_LIFE[nr]["Navn"], OWN_LIFE[nr]["Telefon"]
    marks = (nr, name, *name.split(), phone, phone.replace(" ", ""), nr.lower(), "Sivkrogen")
    return [mark.encode() for mark in marks]


def test_those_whose_consent_is_withdrawn_are_in_no_byte_of_what_comes_out(run: Run, tmp_path: Path) -> None:
    types, pack = _types(tmp_path), tmp_path / "pakke"

    def build(consents: str) -> list[tuple[str, bytes]]:
        workbook = _workbook(tmp_path, consents)
        outcome = run("build", workbook, "-o", pack, "--templates", types, "-v", *TODAY)
        assert outcome.status == 0, outcome.said
        files = [(str(path), str(path.relative_to(pack)).encode()) for path in pack.rglob("*")]
        return [*files, *contents(pack), ("docgen build", outcome.said.encode())]

    before = build("P7741; P7742; P7743; P7744")
    for nr, person in OWN_LIFE.items():
        places = {name for name, data in before if person["Navn"].encode() in data}
        assert any(name.endswith("/word/document.xml") for name in places), nr
        assert "oversigt.html" in places
        assert {name for name, data in before if nr.encode() in data} >= {".docgen/ledger.sqlite"}
    assert f"{M001.replace('samtale', 'inddragelse')}/foelgebrev_P7744.docx" in dict(before)

    after = build("")
    for words in ("da", "en"):
        for call in (("check",), ("plan", "-v", "-o", pack), ("plan", "--json", "-o", pack)):
            command, *rest = call
            outcome = run(
                command, tmp_path / "bog.xlsx", *rest, "--templates", types, "--lang", words, *TODAY
            )
            after.append((f"docgen {command} {words}", outcome.said.encode()))
    told = [(where, mark) for nr in OWN_LIFE for mark in _marks(nr) for where, data in after if mark in data]
    assert told == []
    assert "W-081" in str(after[-1]), "the program has said that something was left out"


@pytest.fixture(scope="module")
def informing(tmp_path_factory: pytest.TempPathFactory) -> MeetingType:
    """The type "inddragelse"."""
    (kind,) = load_types(_types(tmp_path_factory.mktemp("typer")))
    return kind


GP = making.person("P005", Role.GP, 6, name="Xenia Hjulmager")


def _book(*consents: str, **first: Any) -> Any:
    rows = two(type="inddragelse", occasion="Beboerens eget ønske", **first)
    rows = (rows[0], making.meeting(3, nr="M002", type="inddragelse", date=dt.date(2026, 2, 4)))
    resident = making.resident(gp="P005", relatives=("P004",), consents=consents)
    return making.book(*rows, residents=(resident,), people=(*making.staff(), GP))


def test_the_ledger_knows_whose_consent_the_files_rest_on_the_gps_among_them(
    pack: Path, informing: MeetingType
) -> None:
    built(_book("P004", "P005"), [informing], pack)
    both = {("B001", "P004"), ("B001", "P005")}
    known = history_of(pack).built
    assert {nr: one.consents for nr, one in known.items()} == {"M001": both, "M002": both}


def test_the_gps_letter_goes_when_consent_does_whichever_meeting_is_chosen(
    pack: Path, informing: MeetingType
) -> None:
    folder = M001.replace("samtale", "inddragelse")
    built(_book("P004", "P005"), [informing], pack)
    assert {"foelgebrev_P005.docx", "invitation_P004.docx"} <= set(names(pack, folder))
    only = Window(meetings=frozenset({"M002"}))
    result = built(_book("P004"), [informing], pack, window=only)
    assert f"{folder}/foelgebrev_….docx" in result.removed
    assert "foelgebrev_P005.docx" not in names(pack, folder)
    assert "invitation_P004.docx" in names(pack, folder)
