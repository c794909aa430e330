"""The overview: one page that says who gets what, how and by when."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from docgen.findings import Finding, Place
from docgen.i18n import ENGLISH, language
from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType
from docgen.model import BrokenRow, Channel, Forum, MeetingStatus, Role, Workbook
from docgen.packs.overview import overview
from docgen.planning import Window
from tests import making
from tests.packs.building import M001, M002, built, mailing, tree, two
from tests.packs.pages import links, page, page_of, rows, said, section, table

DANISH = language("da")


def test_each_receiver_stands_with_channel_address_and_letter() -> None:
    card = page().get_element_by_id("M001")
    assert list(rows(card)) == [
        ["Receiver", "Channel", "To", "Letter"],
        [
            "Asta Eksempel beboer Det er beboerens møde.",
            "Brev",
            "Elmegården 1, lejlighed 4, 9999 Prøveby",
            "invitation_B001.docx",
        ],
        [
            "Bo Enhedsen kontaktperson fra enheden Kender hverdagen.",
            "E-mail",
            "bo@elmegaarden.example",
            "invitation_P002.docx",
        ],
        [
            "Mona Værksted kontaktperson fra arbejdet Kender arbejdet.",
            "E-mail",
            "mona@spiren.example",
            "invitation_P003.docx",
        ],
        [
            "Lene Ledersen udviklingsleder Har ansvaret for samtalen. Leads the meeting.",
            "E-mail",
            "lene@elmegaarden.example",
            "invitation_P001.docx",
        ],
    ]


def test_a_letter_that_waits_until_after_the_meeting_says_so() -> None:
    cover = DocumentRule("foelgebrev.docx", "brev_laege", Audience.GP, "Følgebrev", after=True)
    list_of_all = DocumentRule("tjekliste.docx", "ark", Audience.COORDINATOR, "Tjekliste", after=True)
    kind = making.kind(documents=(*making.kind().documents, cover, list_of_all))
    gp = making.person("P005", Role.GP, 6, name="Gerda Lægesen", email="gerda@laegesen.example")
    resident = making.resident(gp="P005", consents=("P005",))
    workbook = making.book(residents=(resident,), people=(*making.staff(), gp))
    card = page_of(making.plan(workbook, kind)).get_element_by_id("M001")
    assert list(rows(card))[-1] == [
        "Gerda Lægesen læge Receives the recommendation and the plan; has no seat.",
        "E-mail",
        "gerda@laegesen.example",
        "foelgebrev_P005.docx after the meeting",
    ]
    files = said(card.find_class("files")[0])
    assert files == "Dagsorden Referat Tjekliste after the meeting Calendar invite"


def test_as_what_and_why_somebody_comes_is_said_once() -> None:
    sheet = DocumentRule("ark.docx", "ark", Audience.RESIDENT, "Ark")
    kind = making.kind(documents=(*making.kind().documents, sheet))
    card = page_of(making.plan(making.book(), kind)).get_element_by_id("M001")
    themself = [row[0] for row in rows(card) if row[0].startswith("Asta")]
    assert themself == ["Asta Eksempel beboer Det er beboerens møde.", "Asta Eksempel"]


def test_a_group_meeting_stands_under_its_forum() -> None:
    row = making.meeting(resident="", facilitator="P001", extra=("P002",), forum=Forum.TRIO)
    found = page_of(making.plan(making.book(row), making.group()))
    [about] = [cells[1] for cells in table(found, "weeks") if len(cells) == 5 and "M001" in cells[2]]
    assert about == "TRIO-møde"
    assert "Samtale · TRIO-møde · Mødelokale 1" in said(found.get_element_by_id("M001").find("header"))
    nameless = page_of(making.plan(making.book(replace(row, forum=None)), making.group()))
    assert "Samtale · Mødelokale 1" in said(nameless.get_element_by_id("M001").find("header"))


def test_the_card_says_when_where_who_leads_and_when_answers_are_due() -> None:
    header = said(page().get_element_by_id("M001").find("header"))
    assert header == (
        "M001 Tuesday 3 February 2026 10:00–11:00 Samtale · Asta Eksempel · Mødelokale 1 "
        "Led by Lene Ledersen · Answers by Tuesday 27 January 2026 not sent yet"
    )


def test_it_is_danish_for_danes() -> None:
    found = page(words=DANISH)
    assert found.get("lang") == "da"
    assert "tirsdag den 3. februar 2026 kl. 10.00–11.00" in said(found.get_element_by_id("M001"))
    for english in ("Receiver", "Answers", "Letter", "meetings", "Week"):
        assert english not in said(found.find("body"))


def test_and_english_for_others_but_for_what_the_workbook_says() -> None:
    found = page()
    assert found.get("lang") == "en"
    for danish in ("Modtager", "Svar", "tirsdag", "møder"):
        assert danish not in said(found.find("body"))


def test_every_link_leads_to_a_file_of_the_pack(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    found = html.document_fromstring((pack / "oversigt.html").read_text("utf-8"))
    files = [link for link in links(found) if not link.startswith("#")]
    to_tick_off = [link for part in section(found, "mailing") for link in links(part)]
    there = [name for name in tree(pack) if name != "oversigt.html"]
    on_paper = [f"{folder}/invitation_B001.docx" for folder in (M001, M002)]
    assert sorted(to_tick_off) == sorted([*mailing("M001", "M002"), *on_paper])
    assert sorted(files) == sorted([*there, *on_paper]), "once, but for letters that are listed with the post"
    places = {element.get("id") for element in found.iter()}
    assert {link.removeprefix("#") for link in links(found) if link.startswith("#")} <= places


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    text = overview(making.plan(making.book()), (), (), ENGLISH)
    assert re.findall(r"<script|<link|<img|@import|url\(|https?://|\son\w+=", text) == []


def test_meetings_stand_week_by_week() -> None:
    workbook = making.book(
        making.meeting(2),
        making.meeting(3, nr="M002", date=dt.date(2026, 2, 5)),
        making.meeting(4, nr="M003", date=dt.date(2026, 12, 30)),
        making.meeting(5, nr="M004", date=dt.date(2027, 1, 5)),
    )
    listed = table(page(workbook), "weeks")
    assert [row[0] for row in listed if len(row) == 1] == ["Week 6", "Week 53", "Week 1"]
    assert [row[2] for row in listed if len(row) == 5][1:] == [f"Samtale M00{n}" for n in (1, 2, 3, 4)]


def test_the_sums_count_meetings_and_letters_by_channel() -> None:
    workbook = making.book(*two(), residents=(making.resident(channel=Channel.IN_PERSON),))
    sums = [said(item) for item in page(workbook).find_class("sums")[0]]
    assert sums == ["2 meetings", "6 E-mail", "2 Personligt"]
    assert said(page().find_class("sums")[0][0]) == "1 meeting"


def test_several_papers_to_one_receiver_are_one_letter() -> None:
    sheet = DocumentRule("ark.docx", "ark", Audience.RESIDENT, "Informationsark")
    kind = making.kind(documents=(*making.kind().documents, sheet))
    found = page_of(making.plan(making.book(*two()), kind))
    assert [said(item) for item in found.find_class("sums")[0]] == ["2 meetings", "2 Brev", "6 E-mail"]
    counted = [row[-1] for row in table(found, "weeks") if len(row) == 5]
    assert counted == ["Letters", "4 not sent yet", "4 not sent yet"]
    assert len(list(rows(found.get_element_by_id("M001")))) == 1 + 5


def test_the_list_of_weeks_has_a_heading_that_fits_group_meetings_too() -> None:
    row = making.meeting(resident="", facilitator="P001", extra=("P002",), forum=Forum.TRIO)
    headings, _, cells = table(page_of(making.plan(making.book(row), making.group())), "weeks")
    assert (headings[1], cells[1]) == ("Resident or forum", "TRIO-møde")


def test_a_long_address_breaks_at_its_signs() -> None:
    resident = making.resident(channel=Channel.EMAIL, email="a.eksempel@hus.example")
    text = overview(making.plan(making.book(residents=(resident,))), (), (), ENGLISH)
    assert "<td>a<wbr>.eksempel<wbr>@hus<wbr>.example</td>" in text


def test_only_a_letter_shows_a_street_and_only_an_email_an_address_for_it() -> None:
    def to(channel: Channel) -> str:
        resident = making.resident(channel=channel, email="asta@eksempel.example")
        table = page(making.book(residents=(resident,))).get_element_by_id("M001")
        return list(rows(table))[1][2]

    assert to(Channel.EMAIL) == "asta@eksempel.example"
    assert to(Channel.LETTER).startswith("Elmegården 1")
    assert to(Channel.DIGITAL_POST) == to(Channel.IN_PERSON) == "–"


def test_what_is_left_out_stands_first_with_why_and_what_each_error_stops() -> None:
    workbook = making.book(
        *two(extra=("P999",)),
        making.meeting(4, nr="M003", extra=("P998",), date=dt.date(2026, 2, 6)),
        broken=(BrokenRow(making.at("Møder", 9), ""),),
        institution=making.house(email="ikke en adresse"),
    )
    found = page(workbook)
    section = found.get_element_by_id("left-out")
    assert "Meetings left out: M001, M002, M003, a row without a number." in said(section)
    stops = {row[1]: row[3] for row in rows(section)}
    assert stops["Møder!P2 (Deltagere)"] == "M001"
    assert stops["Møder!P4 (Deltagere)"] == "M003"
    assert stops[str(workbook.institution.at.place("E-mail"))] == "M001, M002, M003"
    body = said(found.find("body"))
    assert body.index("Meetings left out") < body.index("Week by week")
    assert "No meetings in the chosen time." in body


def test_an_error_of_the_build_itself_is_as_plain_to_see() -> None:
    locked = Finding.of("E-161", Place(file="moeder/x/referat.docx"), reason="it is open")
    section = page_of(making.plan(making.book()), ENGLISH, locked).get_element_by_id("left-out")
    assert said(section).startswith("To be mended")
    assert "moeder/x/referat.docx" in said(section)


def test_warnings_come_last() -> None:
    found = page(making.book(making.meeting(absent=("P001",))))
    (heading,) = (h for h in found.iter("h2") if h.get("id") == "warnings")
    assert said(heading) == "Worth a look"
    assert "W-083" in said(found)
    assert "left-out" not in html.tostring(found, encoding="unicode").partition("<body>")[2]


def test_it_tells_of_the_whole_pack_whichever_meetings_are_chosen(pack: Path, samtale: MeetingType) -> None:
    only = Window(meetings=frozenset({"M002"}))

    def told(workbook: Workbook) -> html.HtmlElement:
        built(workbook, [samtale], pack, window=only)
        return html.document_fromstring((pack / "oversigt.html").read_text("utf-8"))

    def cards(found: html.HtmlElement) -> list[str]:
        return [card.get("id", "") for card in found.iter("article")]

    assert cards(told(making.book(*two()))) == ["M002"]
    built(making.book(*two()), [samtale], pack)
    assert cards(told(making.book(*two()))) == ["M001", "M002"]
    changed = told(making.book(*two(theme="Nyt")))
    assert "not up to date" in said(changed.get_element_by_id("M001"))
    assert list(changed.get_element_by_id("M001").iter("a")) == []
    stopped = told(making.book(*two(facilitator="P999")))
    assert (cards(stopped), "Meetings left out: M001." in said(stopped)) == (["M002"], True)
    off = told(making.book(*two(status=MeetingStatus.CANCELLED)))
    assert (cards(off), "Called off" in said(off)) == (["M002"], True)


def test_what_is_called_off_is_listed_and_gets_no_letters() -> None:
    found = page(making.book(*two(status=MeetingStatus.CANCELLED)))
    text = said(found.find("body"))
    [_, cells] = table(found, "called-off")
    assert cells == [
        "Tuesday 3 February 2026 10:00–11:00",
        "Asta Eksempel",
        "Samtale M001",
        "nothing was sent",
    ]
    assert "invitation" not in text.partition("Called off")[2]
    assert said(found.find_class("sums")[0][0]) == "1 meeting"


@pytest.mark.parametrize(
    ("window", "period"),
    [
        (Window(), ""),
        (Window(first=dt.date(2026, 1, 19)), "Meetings from 19 January 2026"),
        (Window(last=dt.date(2026, 7, 20)), "Meetings until 20 July 2026"),
        (
            Window(first=dt.date(2026, 1, 19), last=dt.date(2026, 7, 20)),
            "Meetings from 19 January 2026 to 20 July 2026",
        ),
    ],
)
def test_it_says_of_which_time_it_tells(window: Window, period: str) -> None:
    header = said(page(window=window).find("body/header"))
    assert header.endswith("made 19 January 2026" + (f" · {period}" if period else "") + " "
                           "Holds names: keep it where the letters are kept.")  # fmt: skip


EVIL = "<script>alert('x')</script>\"'&amp;</td>{{ 7*7 }}"
text = st.text(max_size=30) | st.just(EVIL)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(text, text, text, text)
def test_nothing_that_people_write_becomes_part_of_the_page(
    first: str, name: str, place: str, house: str
) -> None:
    def shape(found: html.HtmlElement) -> list[tuple[Any, list[str]]]:
        return [(element.tag, sorted(element.keys())) for element in found.iter() if element.tag != "wbr"]

    people = tuple(replace(one, name=f"X{name}", email=f"X{name}@x") for one in making.staff())
    base = making.plan(making.book())
    (planned,) = base.meetings

    def dressed(who: Any) -> Any:
        fresh = next((one for one in people if one.nr == who.who.nr), None)
        return replace(who, who=fresh or replace(who.who, first_name=f"X{first}"))

    seats = tuple(dressed(who) for who in planned.seating.participants)
    meeting = replace(
        planned,
        meeting=replace(planned.meeting, place=f"X{place}"),
        seating=replace(planned.seating, participants=seats, facilitator=seats[-1]),
        documents=tuple(
            replace(d, receiver=dressed(d.receiver)) if d.receiver else d for d in planned.documents
        ),
    )
    made = replace(base, meetings=(meeting,), institution=replace(base.institution, name=f"X{house}"))
    assert shape(page_of(made)) == shape(page_of(base))


def test_a_script_in_a_name_is_shown_as_it_was_written() -> None:
    found = page(making.book(residents=(making.resident(first_name="<script>alert(1)</script>"),)))
    assert list(found.iter("script")) == []
    assert "<script>alert(1)</script> Eksempel" in said(found.get_element_by_id("M001"))


def test_without_consent_a_relative_is_named_nowhere_on_the_page() -> None:
    text = said(page(making.book(making.meeting(extra=("P004",)))))
    assert "W-081" in text
    assert "Karl" not in text
    assert "P004" not in text
