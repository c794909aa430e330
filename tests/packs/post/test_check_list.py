"""The overview's check list for the mailing: by way, with boxes to tick, and counts that add up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from docgen.i18n import language
from docgen.meetingtypes.definition import Audience, DocumentRule, Scope
from docgen.model import Channel, MeetingStatus, Resident, Workbook
from docgen.packs.overview import Whereabouts
from docgen.packs.overviewparts.mailing import check_list
from docgen.packs.overviewparts.telling import Telling
from docgen.planning import Plan
from tests import making
from tests.packs.pages import page, page_of, said

LATER = dt.datetime(2026, 1, 20, 8, tzinfo=making.COPENHAGEN)
MOVED = dt.date(2026, 2, 10)


def book(*residents: Resident, **meeting: Any) -> Workbook:
    """A meeting for each of these residents, an hour after each other."""
    people = residents or (making.resident(),)
    rows = [
        making.meeting(row, nr=f"M{row - 1:03}", resident=one.nr, start=dt.time(7 + row), **meeting)
        for row, one in enumerate(people, 2)
    ]
    return making.book(*rows, residents=people)


def after(workbook: Workbook, sent: Workbook) -> Plan:
    """The plan of the workbook when the other one has been built and sent on the 19th."""
    before = making.plan(sent)
    return making.plan(workbook, now=LATER, built=making.built(before), sent=making.sent(before))


def ways(found: html.HtmlElement) -> dict[str, list[list[str]]]:
    """The lines of each way, without the column for ticks, under its heading."""
    lines = {}
    for way in (*found.find_class("way"), *found.xpath("//*[@id='stuck']")):
        rows = [row for table in way.iter("table") for row in table.find("tbody").iter("tr")]
        if rows:
            lines[said(way.find("h3"))] = [[said(cell) for cell in row.iter("td")][1:] for row in rows]
    return lines


class TestTheLines:
    def test_who_gets_what_which_way_by_when(self) -> None:
        found = ways(page())
        assert found["Brev (1)"] == [
            [
                "Asta Eksempel Elmegården 1, lejlighed 4, 9999 Prøveby",
                "invitation: Samtale Tuesday 3 February 10:00–11:00 · M001",
                "by Tuesday 27 January",
            ]
        ]
        assert [line[0] for line in found["E-mail (3)"]] == [
            "Lene Ledersen lene@elmegaarden.example",
            "Bo Enhedsen bo@elmegaarden.example",
            "Mona Værksted mona@spiren.example",
        ]
        assert "Asta Eksempel" in found["E-mail (3)"][0][1], "whom it is about"

    def test_each_line_has_a_box_that_prints(self) -> None:
        found = page()
        rows = found.xpath("//section[@class='way']//tbody/tr")
        assert len(rows) == 4
        assert [len(row.find_class("box")) for row in rows] == [1] * 4

    def test_a_neutral_e_mail_says_where_the_letter_is(self) -> None:
        asta = making.resident(channel=Channel.EMAIL, email="asta@eksempel.example")
        (mine,) = [line for line in ways(page(book(asta)))["E-mail (4)"] if line[0].startswith("Asta")]
        assert "neutral e-mail: the letter lies in the meeting's folder" in mine[1]
        safe = making.book(residents=(asta,), institution=making.house(secure_email=True))
        (mine,) = [line for line in ways(page(safe))["E-mail (4)"] if line[0].startswith("Asta")]
        assert "neutral" not in mine[1]

    def test_what_is_handed_over_stands_under_its_unit(self) -> None:
        by_hand = {"channel": Channel.IN_PERSON, "relatives": ()}
        found = page(
            book(
                making.resident(2, nr="B001", unit="Østhuset", **by_hand),
                making.resident(3, nr="B002", unit="Birkehuset", **by_hand),
            )
        )
        (way,) = [one for one in found.find_class("way") if said(one.find("h3")) == "Personligt (2)"]
        assert [said(unit) for unit in way.iter("h4")] == ["Birkehuset", "Østhuset"]

    def test_a_change_and_a_cancellation_are_called_so(self) -> None:
        moved = ways(page_of(after(book(date=MOVED), book())))
        assert moved["Brev (1)"][0][1].startswith("change: Samtale Tuesday 10 February")
        off = ways(page_of(after(book(status=MeetingStatus.CANCELLED), book())))
        assert off == {}, "this type has no letter that calls off"

    def test_in_danish(self) -> None:
        (line,) = ways(page(words=language("da")))["Brev (1)"]
        assert line[1:] == [
            "invitation: Samtale tirsdag den 3. februar kl. 10.00–11.00 · M001",
            "senest tirsdag den 27. januar",
        ]


class TestWhatCannotGo:
    def test_without_an_address_it_stands_apart_with_the_reason(self) -> None:
        found = ways(page(book(making.resident(address=""))))
        (line,) = found["Cannot be sent yet (1)"]
        assert line[0].startswith("Asta Eksempel")
        assert "the address is not complete" in line[1]
        assert "Brev (1)" not in found

    def test_a_meeting_whose_files_are_old_is_built_first(self) -> None:
        found = ways(page_of(making.plan(book()), where=Whereabouts(outdated=frozenset({"M001"}))))
        assert {line[1].rpartition(" · ")[2] for line in found["Cannot be sent yet (4)"]} == {
            "build it first"
        }

    def test_one_whose_files_cannot_go_out_is_pointed_out(self) -> None:
        keys = frozenset(("M001", nr) for nr in ("P001", "P002", "P003"))
        found = ways(page_of(making.plan(book()), where=Whereabouts(going=keys)))
        (line,) = found["Cannot be sent yet (1)"]
        assert line[0].startswith("Asta Eksempel")
        assert line[1].endswith("its files cannot go out as they are: see what is said of them")

    def test_once_all_is_sent_there_is_no_list(self) -> None:
        assert page_of(after(book(), book())).xpath("//*[@id='mailing']") == []

    def test_unless_everything_is_asked_for(self) -> None:
        found = page_of(after(book(), book()), where=Whereabouts(everything=True))
        assert [*ways(found)] == ["Brev (1)", "E-mail (3)"]


class TestTheCounts:
    @given(
        st.lists(st.tuples(st.sampled_from(Channel), st.booleans(), st.booleans()), min_size=1, max_size=6)
    )
    def test_they_add_up_to_the_receivers(self, made: list[tuple[Channel, bool, bool]]) -> None:
        residents = [
            making.resident(
                row,
                nr=f"B{row:03}",
                channel=channel,
                address="Prøvevej 1" if address else "",
                email="a@eksempel.example" if email else "",
                relatives=(),
            )
            for row, (channel, address, email) in enumerate(made, 2)
        ]
        plan = making.plan(book(*residents))
        found = check_list(Telling.of(plan, plan.left_out, language("en")))
        receivers = {(one.nr, who.nr) for one in plan.meetings for who in one.seating.participants}
        assert found.total == len(receivers) == sum(way.count for way in found.ways) + len(found.stuck)
        reachable = {Channel.LETTER: 1, Channel.EMAIL: 2}
        stuck = [one for one in made if one[0] in reachable and not one[reachable[one[0]]]]
        assert len(found.stuck) == len(stuck)

    def test_the_page_says_them(self) -> None:
        heading = page().get_element_by_id("mailing")
        assert said(heading.getnext()) == "To be sent now: 4. Brev: 1. E-mail: 3."


class TestDiscretion:
    def test_somebody_who_is_told_alone_has_no_name_and_no_link(self) -> None:
        kind = making.kind()
        calls_off = DocumentRule(
            "aflysning.docx", "aflysning", Audience.EVERYBODY, "Aflyst", scope=Scope.CANCELLATION
        )
        kind = replace(kind, documents=(*kind.documents, calls_off))
        with_karl = making.meeting(extra=("P004",))
        before = making.plan(making.book(with_karl, residents=(making.resident(consents=("P004",)),)), kind)
        built, sent = making.built(before), making.sent(before)
        found = page_of(making.plan(making.book(with_karl), kind, now=LATER, built=built, sent=sent))
        alone = [line for line in ways(found)["E-mail (4)"] if "told alone" in line[0]]
        assert [line[0] for line in alone] == ["one person who is told alone"]
        assert alone[0][1].startswith("cancellation: Samtale")
        listed = found.xpath("//h2[@id='mailing']/following-sibling::section[@class='way']")
        assert "Karl" not in " ".join(said(one) for one in listed)
        assert not [link for one in listed for link in one.xpath(".//a/@href") if "P004" in link]
