"""What meetings decided, in a pack: on the agenda, in people's calendars, and on the overview."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen.findings import Finding
from docgen.meetingtypes.definition import MeetingType
from docgen.model import DecisionStatus, MeetingStatus, Role, Workbook
from docgen.packs.ledger import history_of
from docgen.packs.recovery import history_in
from docgen.planning import History, Window
from tests import making
from tests.calendars.readers import events
from tests.pack_contents import contents
from tests.packs.building import M001, TEMPLATES, built, codes, letter, meeting_type, said
from tests.packs.pages import links, page, section, table
from tests.packs.pages import said as words_of

BO = "P002"
DUE, LATER_DUE = dt.date(2026, 2, 2), dt.date(2026, 2, 9)
DAYS = (making.NOW, making.LATER, dt.datetime(2026, 1, 27, 9, tzinfo=making.COPENHAGEN))
_OPEN = "{{ a.tekst }} · {{ a.ansvarlig }} · {{ a.frist }}{% if a.over_frist %} (var fristen){% endif %}"
AGENDA = (*TEMPLATES["dagsorden.docx"], f"{{% for a in aftaler %}}{_OPEN}{{% endfor %}}")
SOON = Window(last=dt.date(2026, 1, 20))
"""A window that no meeting lies in."""


def book(**row: Any) -> Workbook:
    """Bo sees to something until 2 February; M000 decided it, and M001 comes back to it."""
    house = row.pop("house", {})
    changes = row.pop("changes", {})
    held = making.meeting(2, nr="M000", date=dt.date(2025, 12, 2), status=MeetingStatus.HELD)
    made = {"responsible": "Bo", "deadline": DUE, **row}
    return making.book(
        *(held, making.meeting(3)),
        **{"decisions": (making.decision(**made),), "institution": making.house(**house), **changes},
    )


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> tuple[MeetingType, ...]:
    """The small type, whose agenda says what is still open."""
    folder = tmp_path_factory.mktemp("typer")
    (meeting_type(folder).folder / "dagsorden.docx").write_bytes(letter(*AGENDA))
    return (meeting_type(folder),)


def entries(pack: Path, nr: str) -> list[dict[str, str]]:
    """The day entries in a person's calendar file, property by property."""
    path = pack / "kalendere" / f"{nr}.ics"
    found = [dict(line.split(":", 1) for line in one if ":" in line) for one in events(path.read_bytes())]
    return [one for one in found if "DTSTART;VALUE=DATE" in one]


def brief(pack: Path, nr: str) -> list[tuple[str, int, str, str]]:
    """Of each entry: what its UID begins with, its SEQUENCE, its day, and its STATUS if it says one."""
    return [
        (
            one["UID"].partition(".")[0],
            int(one["SEQUENCE"]),
            one["DTSTART;VALUE=DATE"],
            one.get("STATUS", ""),
        )
        for one in entries(pack, nr)
    ]


class TestCalendars:
    def test_a_deadline_is_a_day_that_tells_a_stranger_nothing(
        self, types: tuple[MeetingType, ...], pack: Path
    ) -> None:
        built(book(), types, pack)
        (entry,) = entries(pack, BO)
        assert entry["UID"] == "M000-b1-P002.abc123def456@elmegaarden.example"
        assert entry["SUMMARY"] == "Frist for en opgave fra møde M000"
        assert (entry["DTSTART;VALUE=DATE"], entry["TRANSP"]) == ("20260202", "TRANSPARENT")
        assert entries(pack, "P001") == []

    def test_a_houses_own_words_may_have_braces(self, types: tuple[MeetingType, ...], pack: Path) -> None:
        words = {"kalender.opgave": "Frist {husk} fra {moede}"}
        built(book(), tuple(replace(one, words={**one.words, **words}) for one in types), pack)
        assert [one["SUMMARY"] for one in entries(pack, BO)] == ["Frist {husk} fra M000"]

    def test_where_calendars_may_name_people_it_says_what_was_decided(
        self, types: tuple[MeetingType, ...], pack: Path
    ) -> None:
        built(book(house={"names_in_calendar": True}), types, pack)
        summary = "Frist for en opgave fra møde M000: Prøve to formiddage i drivhuset"
        assert [one["SUMMARY"] for one in entries(pack, BO)] == [summary]

    def test_another_day_raises_its_version(self, types: tuple[MeetingType, ...], pack: Path) -> None:
        built(book(), types, pack)
        built(book(), types, pack, now=making.LATER)
        assert brief(pack, BO) == [("M000-b1-P002", 0, "20260202", "")]
        built(book(deadline=LATER_DUE), types, pack, now=making.LATER)
        assert brief(pack, BO) == [("M000-b1-P002", 1, "20260209", "")]

    @pytest.mark.parametrize(
        "change",
        [
            {"status": DecisionStatus.DONE},
            {"deadline": None},
            {"deadline": dt.date(2026, 1, 5)},
            {"changes": {"decisions": ()}},
        ],
        ids=["done", "without a deadline", "a deadline that has passed", "gone"],
    )
    def test_what_is_no_longer_to_be_done_is_taken_out_until_its_day_has_passed(
        self, change: dict[str, Any], types: tuple[MeetingType, ...], pack: Path
    ) -> None:
        built(book(), types, pack)
        for now in DAYS:
            built(book(**change), types, pack, now=now)
            assert brief(pack, BO) == [("M000-b1-P002", 1, "20260202", "CANCELLED")]
        built(book(**change), types, pack, now=dt.datetime(2026, 2, 3, 8, tzinfo=making.COPENHAGEN))
        assert entries(pack, BO) == []

    def test_one_that_is_open_again_has_a_higher_version_still(
        self, types: tuple[MeetingType, ...], pack: Path
    ) -> None:
        built(book(), types, pack)
        built(book(status=DecisionStatus.DONE), types, pack)
        built(book(), types, pack)
        assert brief(pack, BO) == [("M000-b1-P002", 2, "20260202", "")]

    def test_handed_to_another_it_goes_from_one_calendar_to_the_other(
        self, types: tuple[MeetingType, ...], pack: Path
    ) -> None:
        built(book(), types, pack)
        built(book(responsible="Lene"), types, pack)
        assert brief(pack, BO) == [("M000-b1-P002", 1, "20260202", "CANCELLED")]
        assert brief(pack, "P001") == [("M000-b1-P001", 0, "20260202", "")]

    def test_a_fault_on_the_sheet_takes_nothing_out(self, types: tuple[MeetingType, ...], pack: Path) -> None:
        built(book(), types, pack)
        unread = book(deadline=None)
        place = making.at("Beslutninger", 2).place("Frist")
        fault = Finding.of("E-020", place, heading="Frist")
        built(replace(unread, findings=(fault,)), types, pack)
        assert brief(pack, BO) == [("M000-b1-P002", 0, "20260202", "")]

    def test_a_number_with_signs_in_it_is_told_apart_too(
        self, types: tuple[MeetingType, ...], pack: Path
    ) -> None:
        built(book(number="1.2-b æ"), types, pack)
        built(book(number="1.2-b æ", status=DecisionStatus.DONE), types, pack)
        assert brief(pack, BO) == [("M000-b1%2E2%2Db%20%C3%A6-P002", 1, "20260202", "CANCELLED")]

    def test_a_lost_ledger_is_made_up_for(self, types: tuple[MeetingType, ...], pack: Path) -> None:
        built(book(), types, pack)
        built(book(status=DecisionStatus.DONE), types, pack)
        before = history_of(pack).deadlines
        shutil.rmtree(pack / ".docgen")
        assert history_in(pack)[0].deadlines == before
        assert [one.is_off for one in before.values()] == [True]

    def test_a_house_whose_calendar_id_changes_keeps_the_entries_own(self) -> None:
        before = making.plan(book())
        known = {one.uid: one.entered for one in before.tasks[BO]}
        history = History(deadlines=known)
        again = making.plan(book(house={"calendar_id": "nyt"}), history=history)
        assert [one.uid for one in again.tasks[BO]] == list(known)


class TestConsent:
    YES = (making.resident(consents=("P004",)),)
    NO = (making.resident(),)

    def relative(self, residents: Any, **row: Any) -> Workbook:
        return book(responsible="Karl Slægtsen", changes={"residents": residents}, **row)

    def test_a_relative_has_the_deadline_by_consent_alone(
        self, types: tuple[MeetingType, ...], pack: Path
    ) -> None:
        built(self.relative(self.YES), types, pack)
        assert brief(pack, "P004") == [("M000-b1-P004", 0, "20260202", "")]
        assert "Karl Slægtsen" in said(pack / M001 / "dagsorden.docx")

    def test_withdrawn_it_leaves_neither_file_nor_name_nor_number(
        self, types: tuple[MeetingType, ...], pack: Path
    ) -> None:
        built(self.relative(self.YES), types, pack)
        result = built(self.relative(self.NO), types, pack, window=SOON)
        assert not (pack / "kalendere" / "P004.ics").exists()
        for name, data in contents(pack):
            assert "Slægtsen".encode() not in data, name
            assert b"P004" not in name.encode() + data, name
        assert "P004" not in str(codes(result))

    def test_a_decision_that_names_them_is_gone_from_the_agenda_too(
        self, types: tuple[MeetingType, ...], pack: Path
    ) -> None:
        wish = {"decision": "Karl Slægtsen viser vejen"}
        built(book(changes={"residents": self.YES}, **wish), types, pack)
        assert "Karl Slægtsen" in said(pack / M001 / "dagsorden.docx")
        built(
            book(changes={"residents": self.NO}, **wish),
            types,
            pack,
            window=SOON,
        )
        assert "Karl" not in said(pack / M001 / "dagsorden.docx")


class TestTheAgenda:
    def test_it_says_what_is_open_until_it_is_done(self, types: tuple[MeetingType, ...], pack: Path) -> None:
        built(book(deadline=dt.date(2026, 1, 12)), types, pack)
        agenda = pack / M001 / "dagsorden.docx"
        line = (
            "Prøve to formiddage i drivhuset · Bo Enhedsen · 12.\N{NO-BREAK SPACE}januar 2026 (var fristen)"
        )
        assert line in said(agenda)
        letters = {path.name: path.read_bytes() for path in (pack / M001).glob("invitation*")}
        invite = (pack / M001 / "moede.ics").read_bytes()
        built(book(status=DecisionStatus.DONE), types, pack, now=making.LATER)
        assert "drivhuset" not in said(agenda)
        assert {path.name: path.read_bytes() for path in (pack / M001).glob("invitation*")} == letters
        assert (pack / M001 / "moede.ics").read_bytes() == invite


class TestTheOverview:
    def test_what_is_late_comes_first_with_where_it_comes_up(self) -> None:
        late = making.decision(
            3, number="2", responsible="Mona", deadline=dt.date(2026, 1, 12), decision="Ringe"
        )
        first = making.decision(2, responsible="Bo", deadline=DUE)
        unplanned = making.decision(4, meeting="M001", number="1", decision="Engang")
        found = page(book(changes={"decisions": (first, late, unplanned)}))
        assert table(found, "decisions") == [
            ["What", "Responsible", "Deadline", "Stands on the agenda"],
            [
                "Ringe Asta Eksempel · from Samtale, M000-2",
                "Mona Værksted",
                "12 January 2026 has passed",
                "Tuesday 3 February M001",
            ],
            [
                "Prøve to formiddage i drivhuset Asta Eksempel · from Samtale, M000-1",
                "Bo Enhedsen",
                "2 February 2026",
                "Tuesday 3 February M001",
            ],
            ["Engang Asta Eksempel · from Samtale, M001-1", "–", "–", "no meeting is planned"],
        ]
        assert links(section(found, "decisions")[0]) == ["#M001", "#M001"]
        assert "3 open decisions" in [words_of(item) for item in found.find_class("sums")[0]]

    def test_without_any_the_page_says_nothing_of_them(self) -> None:
        found = page(book(status=DecisionStatus.DONE))
        assert found.xpath("//h2[@id='decisions']") == []

    def test_who_has_nothing_but_a_deadline_has_a_calendar_on_it_by_name(self) -> None:
        people = (*making.staff(), making.person("P030", Role.EMPLOYEE, 30, name="Nils Fjernsen"))
        found = page(book(responsible="Nils Fjernsen", changes={"people": people}))
        assert "kalendere/P030.ics" in links(found.get_element_by_id("calendars"))
        assert "Nils Fjernsen" in words_of(found.get_element_by_id("calendars"))
