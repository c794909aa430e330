"""What the overview says has to go out by when, and where each meeting stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from docgen.i18n import ENGLISH
from docgen.meetingtypes.definition import Audience, DocumentRule
from docgen.model import Answer, Channel, Institution, Meeting, Reply, Role, Workbook
from docgen.packs.overview import Whereabouts
from docgen.packs.overviewparts.outgoing import MOST_NAMES, WEEKS_AHEAD, letters_by_channel, outgoing
from docgen.packs.overviewparts.telling import Telling
from docgen.planning import Moved, Plan, Window
from tests import making
from tests.packs.building import MOVED
from tests.packs.pages import page, page_of, said, section, table

TODAY = making.NOW.date()
FAR = dt.date(2026, 3, 3)  # its letters go out on 3 February
LATER = dt.datetime(2026, 1, 20, 8, tzinfo=making.COPENHAGEN)


def book(*more: Meeting, house: Institution | None = None, **first: Any) -> Workbook:
    """M001 with these changes."""
    return making.book(making.meeting(**first), *more, institution=house or making.house())


def after(workbook: Workbook, sent: Workbook | None = None, now: dt.datetime = LATER) -> Plan:
    """The plan of the workbook when the other one has been built and sent on the 19th."""
    before = making.plan(sent or book())
    return making.plan(workbook, now=now, built=making.built(before), sent=making.sent(before))


def tasks(found: html.HtmlElement) -> list[list[str]]:
    """The lines of the list, without the column for ticks."""
    return [cells[1:] for cells in table(found, "outgoing")[1:]]


def header(found: html.HtmlElement, nr: str = "M001") -> str:
    return said(found.get_element_by_id(nr).find("header"))


def week_line(found: html.HtmlElement) -> list[str]:
    return table(found, "weeks")[2]


class TestTheList:
    def test_letters_are_to_be_sent_now_while_answers_make_sense(self) -> None:
        assert tasks(page()) == [
            ["Now", "4"],
            [
                "by Tuesday 27 January",
                "Asta Eksempel, Samtale Tuesday 3 February 10:00–11:00 · M001",
                "1 Brev · 3 E-mail",
            ],
        ]

    def test_there_is_a_square_to_tick_off_on_paper(self) -> None:
        (boxes,) = [part for part in section(page(), "outgoing") if part.tag == "table"]
        assert len(boxes.find_class("box")) == 1

    def test_when_the_day_of_answers_has_passed_one_rings(self) -> None:
        (_, [by, *_]) = tasks(page(book(date=dt.date(2026, 1, 23))))
        assert by == "by Friday 16 January has passed: ring instead"
        (_, [on_the_day, *_]) = tasks(page(book(date=dt.date(2026, 1, 26))))
        assert on_the_day == "by Monday 19 January"

    def test_letters_that_wait_stand_on_the_day_from_which_they_are_sent(self) -> None:
        workbook = book(making.meeting(3, nr="M002", date=FAR, start=dt.time(13)), date=FAR)
        assert tasks(page(workbook)) == [
            ["The coming eight weeks", "8"],
            [
                "from Tuesday 3 February week 6",
                "Asta Eksempel, Samtale, Samtale for the meetings on Tuesday 3 March",
                "8 letters",
            ],
        ]

    def test_what_lies_further_ahead_is_only_counted(self) -> None:
        assert tasks(page(book(date=dt.date(2026, 6, 2)))) == [["After Monday 16 March", "4"]]

    def test_a_letter_for_afterwards_stands_on_the_day_of_the_meeting(self) -> None:
        cover = DocumentRule("foelgebrev.docx", "brev_laege", Audience.GP, "Følgebrev", after=True)
        kind = making.kind(documents=(*making.kind().documents, cover))
        gp = making.person("P005", Role.GP, 6, name="Gerda Lægesen")
        resident = making.resident(gp="P005", consents=("P005",))
        workbook = making.book(residents=(resident,), people=(*making.staff(), gp))
        lines = tasks(page_of(making.plan(workbook, kind)))
        assert [line[-1] for line in lines] == ["4", "1 Brev · 3 E-mail", "1", "1 letter"]
        assert lines[-1][:2] == ["Tuesday 3 February week 6", "Asta Eksempel, Samtale after the meeting"]

    def test_a_day_with_many_names_says_how_many_more_there_are(self) -> None:
        residents = [making.resident(n, nr=f"B{n:03}", first_name=f"Asta{n}") for n in range(2, 17)]
        meetings = [
            making.meeting(
                n, nr=f"M{n:03}", resident=f"B{n:03}", date=FAR, start=dt.time(8 + n // 2, n % 2 * 30)
            )
            for n in range(2, 17)
        ]
        workbook = making.book(*meetings, residents=tuple(residents))
        (_, [_, names, letters]) = tasks(page_of(making.plan(workbook)))
        assert names.count("Samtale") == MOST_NAMES
        assert "and 5 more" in names
        assert letters == "60 letters"

    def test_what_is_sent_is_not_to_be_sent_again(self) -> None:
        found = page_of(after(book()))
        assert said(section(found, "outgoing")[0]) == "No letters are to be sent."
        assert header(found).endswith("sent 19 January 2026")
        assert week_line(found)[-1] == "4 sent 19 January"

    def test_a_meeting_that_is_not_in_the_pack_is_built_first(self) -> None:
        workbook = book(making.meeting(3, nr="M002", date=dt.date(2026, 2, 4)))
        found = page_of(making.plan(workbook, window=Window(meetings=frozenset({"M001"}))))
        lines = [what for _, what, _ in tasks(found)[1:]]
        assert [what.endswith("build it first") for what in lines] == [False, True]
        assert [link.get("href") for part in section(found, "outgoing") for link in part.iter("a")][:1] == [
            "#M001"
        ]

    def test_and_so_is_one_whose_files_are_old(self) -> None:
        found = page_of(making.plan(book()), where=Whereabouts(outdated=frozenset({"M001"})))
        assert tasks(found)[1][1].endswith("M001 · build it first")

    def test_a_left_out_meeting_is_nobodys_task(self) -> None:
        found = page(book(extra=("P999",)))
        assert said(section(found, "outgoing")[0]) == "No letters are to be sent."

    @given(
        st.lists(st.dates(TODAY, TODAY + dt.timedelta(days=400)), max_size=6),
        st.integers(0, 8),
        st.sampled_from(Channel),
    )
    def test_the_counts_add_up(self, days: list[dt.date], weeks: int, channel: Channel) -> None:
        meetings = [making.meeting(n, nr=f"M{n:03}", date=day) for n, day in enumerate(days, 2)]
        workbook = making.book(
            *meetings,
            residents=(making.resident(channel=channel),),
            institution=making.house(mailing_weeks=weeks),
        )
        plan = making.plan(replace(workbook, meetings=tuple(meetings)))
        letters = sum(letters_by_channel(one).total() for one in plan.calendar)
        found = outgoing(Telling.of(plan, (), ENGLISH))
        assert found.total == letters == 4 * len(days)
        assert found.now_count + found.soon_count + found.later == found.total
        last = TODAY + dt.timedelta(weeks=WEEKS_AHEAD)
        now = {one.nr for one in plan.calendar if one.letters}
        assert {task.nr for task in found.now} == now
        soon = [one for one in plan.calendar if one.nr not in now and one.mail_from <= last]
        assert found.soon_count == 4 * len(soon)

    def test_the_lines_stand_in_the_order_of_their_days(self) -> None:
        workbook = book(
            making.meeting(3, nr="M002", date=dt.date(2026, 1, 22)),
            making.meeting(4, nr="M003", date=FAR),
            making.meeting(5, nr="M004", date=dt.date(2026, 2, 20)),
            date=dt.date(2026, 2, 10),
        )
        assert [cells[0] for cells in tasks(page(workbook))] == [
            "Now",
            "by Thursday 15 January has passed: ring instead",
            "by Tuesday 3 February",
            "The coming eight weeks",
            "from Friday 23 January week 4",
            "from Tuesday 3 February week 6",
        ]


class TestWhereAMeetingStands:
    def test_a_change_is_named_with_what_people_were_told(self) -> None:
        found = page_of(after(book(date=MOVED, place="Haven")))
        state = "changed since it was sent 19 January 2026: date, place"
        told = "(before: Tuesday 3 February 2026 10:00–11:00, Mødelokale 1)"
        assert header(found).endswith(f"{state} {told}")
        assert tasks(found)[1][1].endswith(f"M001 · {state}")
        assert week_line(found)[-1] == "4 changed: send again"

    def test_a_change_that_moves_nothing_says_no_old_time(self) -> None:
        found = page_of(after(book(theme="Noget andet")))
        assert header(found).endswith("changed since it was sent 19 January 2026: theme")

    def test_where_calendars_alone_have_gone_out_letters_follow(self) -> None:
        far = book(date=FAR)
        early = page_of(after(far, far))
        assert header(early).endswith("calendar sent 19 January 2026, letters from 3 February 2026")
        assert week_line(early)[-1] == "4 from 3 February"
        due = page_of(after(far, far, dt.datetime(2026, 2, 3, 8, tzinfo=making.COPENHAGEN)))
        assert header(due).endswith("calendar sent 19 January 2026, letters not yet")
        assert tasks(due)[1][2] == "1 Brev · 3 E-mail"

    def test_where_only_the_calendar_says_something_else_no_letter_goes_out(self) -> None:
        found = page_of(after(book(house=making.house(email="ny@elmegaarden.example"))))
        assert [cells[-1] for cells in tasks(found)] == ["0", "calendar only"]
        assert header(found).endswith("changed since it was sent 19 January 2026: institution")

    def test_a_meeting_that_was_called_off_and_is_on_again_is_sent_again(self) -> None:
        before = making.plan(book())
        sent = {nr: replace(one, cancelled=True) for nr, one in making.sent(before).items()}
        found = page_of(making.plan(book(), now=LATER, built=making.built(before), sent=sent))
        assert header(found).endswith("called off 19 January 2026, and to be held after all: send it again")
        assert tasks(found)[1][2] == "1 Brev · 3 E-mail"

    def test_letters_that_are_not_written_yet_are_no_links_and_their_receivers_stand_there(self) -> None:
        card = page(book(date=FAR)).get_element_by_id("M001")
        assert said(card.find_class("waiting")[0]) == (
            "Letters from 3 February 2026 to Asta Eksempel (Brev), Bo Enhedsen (E-mail), "
            "Mona Værksted (E-mail), Lene Ledersen (E-mail)"
        )
        assert [str(link.get("href")).rpartition("/")[2] for link in card.iter("a")] == [
            "dagsorden.docx",
            "referat.docx",
            "moede.ics",
        ]

    def test_a_meeting_named_by_its_number_has_its_letters_at_once(self) -> None:
        found = page(book(date=FAR), window=Window(meetings=frozenset({"M001"})))
        assert found.get_element_by_id("M001").find_class("waiting") == []
        assert tasks(found)[1][0] == "by Tuesday 24 February"

    def test_answers_are_counted_in_the_list_and_named_on_the_card(self) -> None:
        answers = (
            Answer(meeting="M001", person="B001", reply=Reply.COMES),
            Answer(meeting="M001", person="P001", reply=Reply.COMES),
            Answer(meeting="M001", person="P002", reply=Reply.DECLINES, remark="på kursus"),
            Answer(meeting="M001", person="P003", reply=Reply.OTHER_TIME),
            Answer(meeting="M001", person="P004", reply=Reply.COMES),  # without consent
        )
        found = page(making.book(answers=answers))
        assert week_line(found)[1] == "Asta Eksempel 2 come, 1 declines, 1 asks for another time"
        said_so = header(found).partition("not sent yet ")[2]
        assert said_so == (
            "Comes: Asta Eksempel, Lene Ledersen Declines: Bo Enhedsen (på kursus) "
            "Asks for another time: Mona Værksted"
        )

    def test_a_meeting_that_was_moved_says_from_where_and_why(self) -> None:
        def moved(day: dt.date) -> tuple[str, str]:
            plan = making.plan(book())
            (one,) = plan.meetings
            there = replace(one, moved=Moved(day, dt.time(9, 30), "langfredag"))
            found = page_of(replace(plan, meetings=(there,), calendar=(there,)))
            return header(found).partition("not sent yet · ")[2], week_line(found)[0]

        on_card, in_list = moved(dt.date(2026, 2, 2))
        assert on_card == "moved from Monday 2 February (langfredag)"
        assert in_list == f"Tuesday 3 February 2026 10:00–11:00 {on_card}"
        assert moved(dt.date(2026, 2, 3))[0] == "moved from 09:30 (langfredag)"
