"""What the overview says of what is called off, and of the files that are not one meeting's."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from docgen.i18n import ENGLISH
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Forum, Meeting, MeetingStatus, Role, Workbook
from docgen.packs.overview import Whereabouts
from docgen.packs.overviewparts.shared import calendars
from docgen.packs.overviewparts.telling import Telling
from tests import making
from tests.packs.building import MOVED, tree
from tests.packs.pages import links, page_of, said, section, table
from tests.packs.posting import Post, course_type

ALONE = "to one person who is told alone: see the folder aflysninger"
ANNOUNCED = "announced 19 January 2026: call it off now"
WHEN = "Tuesday 3 February 2026 10:00–11:00"
CONSENTING = making.resident(consents=("P004",))


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> MeetingType:
    return course_type(tmp_path_factory.mktemp("typer"))


@pytest.fixture
def post(pack: Path, kind: MeetingType) -> Post:
    return Post(pack, [kind])


def book(*more: Meeting, resident: Any = None, **first: Any) -> Workbook:
    """M001 with these changes."""
    return making.book(making.meeting(**first), *more, residents=(resident or making.resident(),))


def other() -> Meeting:
    return making.meeting(3, nr="M002", date=dt.date(2026, 2, 5))


def overview(post: Post) -> html.HtmlElement:
    """The page that lies in the pack."""
    return html.document_fromstring((post.pack / "oversigt.html").read_text("utf-8"))


def files(found: html.HtmlElement) -> set[str]:
    return {link for link in links(found) if not link.startswith("#")}


def off(found: html.HtmlElement) -> list[list[str]]:
    """The lines of what is called off: about whom, which meeting, and what is to be sent."""
    return [cells[1:] for cells in table(found, "called-off")[1:]]


class TestWholeMeetings:
    def test_a_meeting_that_was_sent_gets_a_cancellation_to_send_at_once(self, post: Post) -> None:
        post.sent(book())
        post.build(book(status=MeetingStatus.CANCELLED), making.LATER)
        found = overview(post)
        people = "Asta Eksempel (Brev) · Lene Ledersen (E-mail) · Bo Enhedsen (E-mail)"
        assert table(found, "outgoing")[1:] == [
            ["", "Now", "0"],
            [
                "",
                "at once",
                f"Cancellation, Asta Eksempel, Samtale {WHEN} · M001 · {ANNOUNCED}",
                f"Calendar · {people}",
            ],
        ]
        assert off(found) == [
            [
                "Asta Eksempel",
                "Samtale M001",
                f"Calendar · {people} {ANNOUNCED}",
            ]
        ]
        assert {link for link in files(found) if link.startswith("aflysninger/")} == {
            "aflysninger/M001.ics",
            *(f"aflysninger/M001_{nr}.docx" for nr in ("B001", "P001", "P002")),
        }

    def test_once_it_is_sent_there_is_nothing_to_do(self, post: Post) -> None:
        post.sent(book())
        gone = book(status=MeetingStatus.CANCELLED)
        post.sent(gone, making.LATER)
        post.build(gone, making.LATER)
        found = overview(post)
        assert said(section(found, "outgoing")[0]) == "No letters are to be sent."
        assert off(found)[0][2].endswith("cancellation sent 26 January 2026")

    def test_one_whose_row_is_deleted_is_called_off_likewise(self, post: Post) -> None:
        post.sent(book(other()))
        post.build(making.book(other()), making.LATER)
        [line] = off(overview(post))
        assert line[:2] == ["Asta Eksempel", "Samtale M001"]

    def test_of_what_was_in_calendars_alone_only_those_are_told(self, post: Post) -> None:
        far = dt.date(2026, 6, 2)
        post.sent(book(date=far))
        post.build(book(date=far, status=MeetingStatus.CANCELLED), making.LATER)
        [line] = off(overview(post))
        assert line[2] == f"Calendar {ANNOUNCED}"

    def test_the_sum_counts_meetings_and_not_people(self, post: Post) -> None:
        post.sent(book(other(), extra=("P003",)))
        post.build(book(making.meeting(3, nr="M002", status=MeetingStatus.CANCELLED)), making.LATER)
        sums = [said(item) for item in overview(post).find_class("sums")[0]]
        assert "1 called off" in sums


class TestOnePerson:
    def test_staff_who_no_longer_take_part_are_named(self, post: Post) -> None:
        post.sent(book(extra=("P003",)))
        post.build(book(), making.LATER)
        found = overview(post)
        [line] = off(found)
        assert line[2] == (
            f"Calendar · Mona Værksted (E-mail) {ANNOUNCED} to Mona Værksted, who no longer takes part"
        )
        assert {"aflysninger/M001_P003.ics", "aflysninger/M001_P003.docx"} <= files(found)

    def test_whoever_has_no_consent_any_more_is_told_alone_and_named_nowhere(self, post: Post) -> None:
        post.sent(book(resident=CONSENTING))
        post.build(book(), making.LATER)
        found = overview(post)
        assert off(found)[0][2].endswith(ALONE)
        assert table(found, "outgoing")[2][2].endswith(ALONE)
        text = (post.pack / "oversigt.html").read_text("utf-8")
        assert [mark for mark in ("P004", "Karl", "Slægtsen", "slaegtsen") if mark in text] == []
        assert post.names("aflysninger") == ["M001_P004.docx", "M001_P004.ics"]

    def test_nor_is_a_relative_whose_row_is_gone(self, post: Post) -> None:
        post.sent(book(resident=CONSENTING))
        staff = making.staff()[:3]
        post.build(replace(book(resident=making.resident(relatives=())), people=staff), making.LATER)
        assert "P004" not in (post.pack / "oversigt.html").read_text("utf-8")
        assert off(overview(post))[0][2].endswith(ALONE)

    def test_nor_a_volunteer_who_may_be_of_a_residents_network(self, post: Post) -> None:
        volunteer = making.person("P005", Role.VOLUNTEER, 6, name="Viola Frivilligsen")
        people = (*making.staff(), volunteer)
        known: dict[str, Any] = {"network": ("P005",), "relatives": ()}
        post.sent(
            replace(
                book(extra=("P005",), resident=making.resident(consents=("P005",), **known)), people=people
            )
        )
        post.build(replace(book(resident=making.resident(**known)), people=people), making.LATER)
        assert "Viola" not in (post.pack / "oversigt.html").read_text("utf-8")

    def test_whoever_leaves_a_whole_course_has_one_line_among_what_is_to_be_sent(self, post: Post) -> None:
        courses = (making.course(start=dt.date(2026, 2, 10)),)
        post.sent(replace(book(resident=CONSENTING), courses=courses))
        post.build(replace(book(), courses=courses), making.LATER)
        found = overview(post)
        alone = [cells for cells in table(found, "outgoing") if ALONE in cells[-2]]
        assert len(alone) == 1
        meetings = sum(cells[2].endswith(ALONE) for cells in off(found))
        assert f"Samtale {meetings} meetings, the first Tuesday 3 February 2026" in alone[0][2]
        assert meetings > 10

    def test_two_who_are_told_alone_have_a_line_each(self, post: Post) -> None:
        people = (*making.staff(), making.person("P005", Role.RELATIVE, 6))
        asta = making.resident(consents=("P004", "P005"), relatives=("P004", "P005"))
        post.sent(replace(book(resident=asta), people=people))
        post.build(replace(book(resident=replace(asta, consents=())), people=people), making.LATER)
        assert [cells[2].endswith(ALONE) for cells in table(overview(post), "outgoing")[2:4]] == [True, True]

    def test_at_a_group_meeting_a_volunteer_is_nobodys_secret(self) -> None:
        volunteer = making.person("P005", Role.VOLUNTEER, 6, name="Viola Frivilligsen")
        people = (*making.staff(), volunteer)
        row = {"resident": "", "facilitator": "P001", "forum": Forum.TRIO}
        before = making.plan(replace(book(extra=("P005",), **row), people=people), making.group())
        plan = making.plan(
            replace(book(extra=("P002",), **row), people=people),
            making.group(),
            now=making.LATER,
            built=making.built(before),
            sent=making.sent(before),
        )
        [line] = off(page_of(plan))
        assert "to Viola Frivilligsen, who no longer takes part" in line[2]

    def test_a_relative_is_named_on_a_whole_cancellation_only_while_there_is_consent(
        self, post: Post
    ) -> None:
        post.sent(book(resident=CONSENTING))
        off_now: dict[str, Any] = {"status": MeetingStatus.CANCELLED}
        post.build(book(resident=CONSENTING, **off_now), making.LATER)
        assert "Karl Slægtsen (E-mail)" in off(overview(post))[0][2]
        for _ in range(2):  # the second time the ledger has forgotten what was built
            post.build(book(**off_now), making.LATER)
            [line] = off(overview(post))
            assert "and to 1 person who is told alone: see the folder aflysninger" in line[2]
            text = (post.pack / "oversigt.html").read_text("utf-8")
            assert [mark for mark in ("P004", "Karl") if mark in text] == []


class TestOtherFiles:
    def test_every_file_has_a_link_but_for_those_to_whom_one_writes_alone(self, post: Post) -> None:
        courses = (making.course(start=dt.date(2026, 2, 10)),)
        post.sent(replace(book(other(), resident=CONSENTING, extra=("P003",)), courses=courses))
        post.build(replace(book(status=MeetingStatus.CANCELLED), courses=courses), making.LATER)
        found = overview(post)
        was_sent = f"post/{making.NOW:%Y-%m-%d}/"
        there = {name for name in tree(post.pack) if name != "oversigt.html"}
        now = {name for name in there if not name.startswith(was_sent)}
        alone = {name for name in now if name.startswith(("aflysninger/", "mail/")) and "P004" in name}
        letters = {"aflysninger/M001_P004.docx", "aflysninger/F001-01_P004.ics"}
        assert letters | {"mail/M001_P004.eml", "mail/F001-01_P004.eml"} < alone
        assert now != there
        assert files(found) == now - alone
        places = {element.get("id") for element in found.iter()}
        assert {link.removeprefix("#") for link in links(found) if link.startswith("#")} <= places

    def test_calendars_with_something_new_stand_first(self, post: Post) -> None:
        workbook = book(other())
        post.sent(workbook)
        assert [one.is_new for one in calendars(Telling.of(post.plan(workbook), (), ENGLISH))] == [False] * 3
        plan = post.plan(book(other(), extra=("P003",), date=MOVED))
        shown = [(one.name, one.is_new) for one in calendars(Telling.of(plan, (), ENGLISH))]
        assert shown == [
            (name, True) for name in ("Asta Eksempel", "Bo Enhedsen", "Lene Ledersen", "Mona Værksted")
        ]

    def test_the_sheet_of_a_course_bears_the_residents_name(self, post: Post) -> None:
        post.build(replace(book(), courses=(making.course(start=dt.date(2026, 2, 10)),)))
        found = overview(post)
        [sheet] = found.get_element_by_id("courses").iter("li")
        assert (said(sheet), links(sheet)) == ("Asta Eksempel F001", ["forloeb/F001/moedeplan.docx"])

    def test_what_is_not_there_has_no_link(self) -> None:
        plan = making.plan(making.book())
        there = frozenset({"kalendere/B001.ics"})
        found = page_of(plan, where=Whereabouts(files=there))
        assert [link for link in links(found) if link.startswith("kalendere/")] == ["kalendere/B001.ics"]
