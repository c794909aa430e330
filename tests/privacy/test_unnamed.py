"""Without the resident's consent nobody of their own life is in any byte of what comes out.

Whatever column, minute or decision names them. The office goes the whole way round; then every file and
every word of the program is looked through.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.workbook.rows import Row
from tests.minutes.office import Office
from tests.packs.building import drafts_of_minutes
from tests.privacy import house
from tests.privacy.affair import Affair
from tests.privacy.house import COMPANION, EVERYBODY, GP, NAMES, NEIGHBOUR, OWN_LIFE, RELATIVE, VOLUNTEER

RESPONSIBLE = {
    "names": "; ".join(NAMES),
    "numbers": "; ".join(OWN_LIFE),
    "among others": f"Bo Enhedsen, {' og '.join(NAMES)}",
    "first names": "; ".join(name.split()[0] for name in NAMES),
}
FAMILIAR = "Ottilie Astrid Kvistgren hjælper; P7742 kører; hils fra Ærøbæk, Sixten, Xenia H. Hjulmager"


def written_by_hand() -> list[Row]:
    """Decisions that people wrote on the sheet: somebody stands in each of its columns."""
    plain: Row = {"Møde": "M001", "Beslutning": "Ringe til banken", "Ansvarlig": "P002"}
    rows: list[Row] = [
        {**plain, "Nr": str(number), heading: said}
        for number, (heading, said) in enumerate(
            [(heading, who) for heading in ("Møde", "Beslutning", "Ansvarlig", "Referat", "Indlæst")
             for who in (*OWN_LIFE, *NAMES)],
            start=10,
        )
    ]  # fmt: skip
    rows += [{**plain, "Nr": who, "Frist": "01-03-2026"} for who in OWN_LIFE]
    return [{**row, "Status": "Åben"} for row in rows]


@pytest.mark.parametrize(
    ("said", "responsible"),
    [*((EVERYBODY, who) for who in RESPONSIBLE.values()), (FAMILIAR, RESPONSIBLE["first names"])],
    ids=[*RESPONSIBLE, "as people write"],
)
def test_minutes_that_name_them_in_every_field(said: str, responsible: str, tmp_path: Path) -> None:
    affair = Affair(tmp_path, decisions=written_by_hand())
    affair.keep_books("")
    affair.go_round(said, responsible)
    assert affair.traces(*OWN_LIFE) == []
    assert "W-285" in str(affair.said), "the program has said why nothing was sent"


def test_what_the_gp_gets_names_nobody_else(tmp_path: Path) -> None:
    affair = Affair(tmp_path)
    affair.keep_books(GP)
    affair.go_round(EVERYBODY, "Ottilie Kvistgren")
    assert affair.traces(RELATIVE, NEIGHBOUR, COMPANION, VOLUNTEER) == []


def test_minutes_that_name_nobody_are_sent_to_those_who_may_have_them(tmp_path: Path) -> None:
    affair = Affair(tmp_path)
    affair.keep_books("")
    affair.go_round("Vi ringer til gartneriet", "Bo Enhedsen")
    assert drafts_of_minutes(affair.pack) == [
        f"{nr}_{who}_referat.eml"
        for nr, people in {
            "M001": ("P001", "P002", "P003"),
            "M002": ("P001", "P002"),
            "M003": ("P001", "P002"),
        }.items()
        for who in people
    ]
    assert affair.traces(*OWN_LIFE) == []


def test_consent_that_is_given_and_taken_back(tmp_path: Path) -> None:
    affair = Affair(tmp_path, decisions=[row for row in written_by_hand() if row["Nr"] not in OWN_LIFE])
    affair.keep_books(house.ALL)
    affair.go_round("Vi ringer til Ottilie Kvistgren", "Ottilie Kvistgren")
    assert {nr for nr in OWN_LIFE if affair.traces(nr)} == {*OWN_LIFE}, "with consent they are named"
    assert [path.name for path in affair.pack.glob("moeder/*/indstilling.docx")] == ["indstilling.docx"]
    Office(affair.workbook).edit("Beboere", 2, {"Samtykke til": None})
    affair.said.clear()
    affair.build(house.COLLECTED)
    affair.look_at_all()
    assert still_to_come(affair) == []
    affair.collect("-v")
    affair.build(house.COLLECTED)
    assert still_to_come(affair) == []
    assert not list(affair.pack.glob("moeder/*/indstilling.docx"))


def still_to_come(affair: Affair) -> list[tuple[str, str]]:
    """What names them, but for what went out when they might be named, and what calls it off to them alone:
    the letters of meetings that have been held, cancellations, and the ledger's names for both.
    """
    history = [f"moeder/{path.name}/" for path in affair.pack.glob(f"moeder/{house.HELD}_*")]
    history += ["aflysninger/", ".docgen/", f"post/{house.BUILT}/"]
    called_off = {path.stem for path in affair.pack.glob("aflysninger/*_*.ics")}
    history += [f"mail/{name}.eml" for name in called_off if name.rpartition("_")[2] in OWN_LIFE]
    return [one for one in affair.traces(*OWN_LIFE) if not any(place in one[0] for place in history)]
