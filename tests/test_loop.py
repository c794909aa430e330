"""The whole way round, as an office goes it: build, send, meet, fill in, collect, and build again.

The minutes are filled in as Word stores them; the second time they were opened and saved in LibreOffice.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from icalendar import Calendar, Event

from docgen.cli.main import main
from docgen.minutes.values import Agreed, NextMeeting
from docgen.model import DecisionStatus, MeetingStatus
from tests.cli.administrator import Administrator
from tests.commandline import SAMPLES, Outcome
from tests.docx_text import text_of
from tests.judges import converted
from tests.minutes.facilitator import agree, attend, correct, fill_in

BEFORE, AFTER = "2026-01-19", "2026-03-20"  # the days on which the office builds
UNTIL = ("--to", "2026-04-30")
HOUR = Agreed("1", "Bent prøver en time mere om onsdagen", "Bent", dt.date(2026, 3, 13))
GLOVES = Agreed("2", "Bestille nye handsker", "Mikkel", dt.date(2026, 4, 8))
BANK = Agreed("1", "Ringe til banken", "Torben Askelund", dt.date(2026, 4, 10))
OLDER = "Bent møder en halv time senere om onsdagen, som en prøve"  # what the sample decided last year
LATE = "Fristen var {}. Skal vi finde en ny?"
NO_BREAK = "\N{NO-BREAK SPACE}"
MARCH = NextMeeting(dt.date(2026, 3, 31), dt.time(10, 30), "Mødelokale 2")  # in summer time; M002 was not
APRIL = NextMeeting(dt.date(2026, 4, 15), dt.time(13))


def quietly(*arguments: object) -> Outcome:
    """``docgen`` with these arguments, where no test is running yet."""
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        status = main([str(argument) for argument in arguments])
    return Outcome(status, out.getvalue(), err.getvalue())


def build(admin: Administrator, today: str) -> Outcome:
    return admin.run("build", admin.workbook, "--today", today, *UNTIL, "--lang", "en")


def folder(admin: Administrator, nr: str) -> Path:
    return admin.minutes(nr).parent


def words(file: Path) -> str:
    """What a reader finds in a document, on one line, with common spaces."""
    return " ".join(text_of(file.read_bytes()).replace("~", " ").split())


def invite(admin: Administrator, nr: str) -> Event:
    (event,) = Calendar.from_ical((folder(admin, nr) / "moede.ics").read_bytes()).walk("VEVENT")
    assert isinstance(event, Event)
    return event


def sequence(admin: Administrator, nr: str) -> int:
    """How often the invite has been sent anew."""
    return int(str(invite(admin, nr)["SEQUENCE"]))


def start(admin: Administrator, nr: str) -> dt.datetime:
    """When the calendar says that the meeting begins."""
    found = invite(admin, nr).decoded("dtstart")
    assert isinstance(found, dt.datetime)
    return found


def since_last(admin: Administrator, nr: str) -> list[list[str]]:
    """The rows under "Siden sidst" on a meeting's agenda: what, who, and until when."""
    document = docx.Document(str(folder(admin, nr) / "dagsorden.docx"))
    tables = (table for table in document.tables if table.cell(0, 0).text == "Beslutning")
    return [
        [cell.text.replace(NO_BREAK, " ") for cell in row.cells] for table in tables for row in table.rows[1:]
    ]


def deadlines(calendar: bytes) -> dict[dt.date, str]:
    """The entries of whole days in somebody's calendar: on which day, and what they say."""
    days = Calendar.from_ical(calendar).walk("VEVENT")
    found = {event.decoded("dtstart"): str(event["SUMMARY"]) for event in days}
    return {day: said for day, said in found.items() if not isinstance(day, dt.datetime)}


def rows(admin: Administrator, meeting: str) -> list[tuple[str, dt.date | None, DecisionStatus | None]]:
    """What Beslutninger says of one meeting."""
    return [
        (row.decision, row.deadline, row.status) for row in admin.desk.decisions() if row.meeting == meeting
    ]


@dataclass(frozen=True)
class Round:
    """A house that has gone the way once: what was said on it, and where the filled minutes lie."""

    admin: Administrator
    filled: Path
    started: dt.datetime  # the course's next meeting, as it was built and sent first
    collected: Outcome
    built: Outcome


def by_word(admin: Administrator) -> Path:
    return admin.pack


def by_libreoffice(admin: Administrator) -> Path:
    """The minutes opened and saved there, which leaves them without tags, under other names."""
    copies = admin.workbook.with_name("kopier")
    copies.mkdir()
    files = [
        Path(shutil.copy(admin.minutes(nr), copies / f"{nr}.docx")) for nr in ("M001", "M002", "F012-01")
    ]
    return converted(files, "docx", admin.workbook.with_name("gemt"))[0].parent


@pytest.fixture(scope="module", params=[by_word, by_libreoffice], ids=["Word", "LibreOffice"])
def gone_round(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Round:
    """The sample: M001 was missed, M002 decided twice and agreed on another, F012-01 moved the next."""
    through: Callable[[Administrator], Path] = request.param
    workbook = Path(shutil.copy(SAMPLES / "parkvaenget.xlsx", tmp_path_factory.mktemp("hus")))
    admin = Administrator(quietly, workbook)
    build(admin, BEFORE)
    quietly("sent", admin.pack, "--date", BEFORE)
    started = start(admin, "F012-02")
    fill_in(admin.minutes("M001"), absent=["B001"])
    fill_in(admin.minutes("M002"), HOUR, GLOVES, next=MARCH)
    fill_in(admin.minutes("F012-01"), BANK, next=APRIL)
    filled = through(admin)
    collected = admin.collect(filled, today=AFTER)
    return Round(admin, filled, started, collected, build(admin, AFTER))


class TestOnceRound:
    def test_the_office_is_told_what_the_meetings_brought(self, gone_round: Round) -> None:
        outcome = gone_round.collected
        assert (outcome.status, outcome.err) == (0, "")
        assert outcome.out.splitlines()[:3] == [
            "M001 Opfølgningsmøde, Tue 2026-02-03: Ikke mødt.",
            (
                "M002 Opfølgningsmøde, Thu 2026-02-05: Afholdt. 2 new decisions. "
                "Next meeting: M015, Tue 2026-03-31 at 10:30, Mødelokale 2 (new row)."
            ),
            (
                "F012-01 Opfølgningsmøde, Thu 2026-03-19: Afholdt. 1 new decision. "
                "Next meeting: F012-02, Wed 2026-04-15 at 13:00, Bøgestuen, Parkvænget 12 (new row)."
            ),
        ]

    def test_the_workbook_says_how_the_meetings_went(self, gone_round: Round) -> None:
        status = {nr: gone_round.admin.row(nr).status for nr in ("M001", "M002", "M003", "F012-01")}
        assert status == {
            "M001": MeetingStatus.MISSED,
            "M002": MeetingStatus.HELD,
            "M003": MeetingStatus.PLANNED,
            "F012-01": MeetingStatus.HELD,
        }

    def test_and_what_they_decided(self, gone_round: Round) -> None:
        assert rows(gone_round.admin, "M001") == []
        assert rows(gone_round.admin, "M002") == [
            (one.text, one.deadline, DecisionStatus.OPEN) for one in (HOUR, GLOVES)
        ]
        assert rows(gone_round.admin, "F012-01") == [(BANK.text, BANK.deadline, DecisionStatus.OPEN)]

    def test_nothing_is_wrong_with_what_was_written(self, gone_round: Round) -> None:
        """Warnings are of past meetings with blank minutes, and of what is to be added to a new row."""
        assert gone_round.built.status == 0

    @pytest.mark.parametrize(
        ("nr", "resident", "said"),
        [
            ("M015", "B002", ["Tirsdag den 31. marts 2026", "kl. 10.30–11.15", "Mødelokale 2"]),
            ("F012-02", "B005", ["Onsdag den 15. april 2026", "kl. 13.00–13.45", "Bøgestuen, Parkvænget 12"]),
        ],
    )
    def test_the_agreed_meetings_have_letters_agendas_and_minutes(
        self, gone_round: Round, nr: str, resident: str, said: list[str]
    ) -> None:
        for name in (f"invitation_{resident}", "invitation_P001", "dagsorden", "referat"):
            text = words(folder(gone_round.admin, nr) / f"{name}.docx").casefold()
            assert [one for one in said if one.casefold() not in text] == [], name

    @pytest.mark.parametrize(
        ("nr", "begins"), [("M015", "2026-03-31T10:30:00+02:00"), ("F012-02", "2026-04-15T13:00:00+02:00")]
    )
    def test_calendars_have_the_hour_on_the_wall_in_summer_time_too(
        self, gone_round: Round, nr: str, begins: str
    ) -> None:
        assert start(gone_round.admin, nr).isoformat() == begins
        assert start(gone_round.admin, "M002").isoformat() == "2026-02-05T09:30:00+01:00"

    def test_a_meeting_of_a_course_that_was_sent_is_moved_and_not_doubled(self, gone_round: Round) -> None:
        admin = gone_round.admin
        assert gone_round.started.isoformat() == "2026-04-16T11:00:00+02:00"
        assert str(invite(admin, "F012-02")["UID"]).startswith("F012-02.")
        assert sequence(admin, "F012-02") == 1
        assert [path.name for path in admin.pack.glob("moeder/*_F012-02")] == [
            "2026-04-15_1300_opfoelgningsmoede_F012-02"
        ]
        assert "F012-02  Wed 2026-04-15 13:00" in plan(admin)

    def test_what_was_held_or_missed_is_not_planned_any_more(self, gone_round: Round) -> None:
        listed = [line.split()[0] for line in plan(gone_round.admin).splitlines()]
        assert not {"M001", "M002", "F012-01"} & set(listed)
        assert {"M015", "F012-02"} <= set(listed)

    @pytest.mark.parametrize(
        ("nr", "decided"),
        [
            (
                "M015",
                [
                    [OLDER, "Bent Hyldegaard og Maria Sølvbjerg", LATE.format("4. februar 2026")],
                    [HOUR.text, "Bent Hyldegaard", LATE.format("13. marts 2026")],
                    [GLOVES.text, "Mikkel Havtorn", "8. april 2026"],
                ],
            ),
            ("F012-02", [[BANK.text, "Torben Askelund", "10. april 2026"]]),
        ],
    )
    def test_the_next_agenda_comes_back_to_what_is_open(
        self, gone_round: Round, nr: str, decided: list[list[str]]
    ) -> None:
        assert since_last(gone_round.admin, nr) == decided

    def test_deadlines_are_in_the_calendar_of_who_sees_to_it(self, gone_round: Round) -> None:
        torben = (gone_round.admin.pack / "kalendere" / "P006.ics").read_bytes()
        assert "Frist for en opgave fra møde F012-01" in deadlines(torben)[dt.date(2026, 4, 10)]

    def test_collecting_again_and_again_changes_not_a_byte(self, gone_round: Round) -> None:
        admin = gone_round.admin
        before = admin.workbook.read_bytes(), admin.files()
        for day in (AFTER, "2026-03-21"):
            outcome = admin.collect(gone_round.filled, today=day)
            assert (outcome.status, outcome.err) == (0, "")
            assert outcome.out.splitlines()[0] == "3 meetings had nothing new in their minutes."
        assert (admin.workbook.read_bytes(), admin.files()) == before


def plan(admin: Administrator) -> str:
    return admin.run("plan", admin.workbook, "--today", AFTER, *UNTIL, "--lang", "en").out


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house in which M002 and F012-01 were filled in, collected, built again and sent."""
    workbook = Path(shutil.copy(SAMPLES / "parkvaenget.xlsx", tmp_path_factory.mktemp("hus")))
    admin = Administrator(quietly, workbook)
    build(admin, BEFORE)
    fill_in(admin.minutes("M002"), HOUR, GLOVES, absent=["P001"], next=MARCH)
    fill_in(admin.minutes("F012-01"), BANK, next=APRIL)
    admin.collect(today=AFTER)
    build(admin, AFTER)
    quietly("sent", admin.pack, "--date", AFTER)
    return workbook.parent


@pytest.fixture
def admin(house: Path, tmp_path: Path) -> Administrator:
    return Administrator(quietly, shutil.copytree(house, tmp_path / "hus") / "parkvaenget.xlsx")


class TestCorrectedAfterwards:
    """The facilitator opens the minutes again when they have been collected."""

    def test_a_decision_follows_the_minutes(self, admin: Administrator) -> None:
        correct(admin.minutes("M002"), 1, text="Bent prøver to timer mere", deadline=dt.date(2026, 3, 27))
        assert admin.collect(today=AFTER).out.splitlines()[0] == (
            "M002 Opfølgningsmøde, Thu 2026-02-05: 1 decision corrected."
        )
        assert rows(admin, "M002") == [
            ("Bent prøver to timer mere", dt.date(2026, 3, 27), DecisionStatus.OPEN),
            (GLOVES.text, GLOVES.deadline, DecisionStatus.OPEN),
        ]

    def test_the_agreed_meeting_is_moved_and_its_invitation_says_so(self, admin: Administrator) -> None:
        agree(admin.minutes("M002"), dt.date(2026, 4, 7))
        outcome = admin.collect(today=AFTER)
        assert outcome.err == ""
        assert outcome.out.splitlines()[0] == (
            "M002 Opfølgningsmøde, Thu 2026-02-05: "
            "Next meeting: M015 moved to Tue 2026-04-07 at 10:30, Mødelokale 2."
        )
        assert [nr for nr in admin.desk.numbers() if nr > "M014"] == ["M015"]
        assert build(admin, AFTER).status == 0
        assert (sequence(admin, "M015"), start(admin, "M015").isoformat()) == (1, "2026-04-07T10:30:00+02:00")
        letter = words(folder(admin, "M015") / "invitation_B002.docx")
        assert "Tirsdag den 7. april 2026" in letter
        assert "31. marts 2026" in letter  # the letter that was sent, and whose place it takes

    def test_so_is_that_of_a_course(self, admin: Administrator) -> None:
        agree(admin.minutes("F012-01"), dt.date(2026, 4, 17))
        assert "Next meeting: F012-02 moved to Fri 2026-04-17 at 13:00" in admin.collect(today=AFTER).out
        build(admin, AFTER)
        assert start(admin, "F012-02").isoformat() == "2026-04-17T13:00:00+02:00"
        assert sequence(admin, "F012-02") > 0

    def test_but_not_where_people_have_moved_it_themselves(self, admin: Administrator) -> None:
        admin.edit("M015", {"Dato": dt.date(2026, 4, 1)})
        agree(admin.minutes("M002"), dt.date(2026, 4, 7))
        outcome = admin.collect(today=AFTER)
        assert outcome.err.startswith("W-344 Møder!F16 (Dato): ")
        assert admin.row("M015").date == dt.date(2026, 4, 1)

    def test_a_meeting_that_was_not_missed_after_all_is_held(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M001"), absent=["B001"])
        admin.collect(today=AFTER)
        attend(admin.minutes("M001"), "B001")
        assert "M001 Opfølgningsmøde, Tue 2026-02-03: Afholdt." in admin.collect(today=AFTER).out
        assert admin.row("M001").status is MeetingStatus.HELD

    def test_what_people_have_marked_as_done_stays_done(self, admin: Administrator) -> None:
        finish(admin, GLOVES)
        before = admin.workbook.read_bytes()
        assert admin.collect(today=AFTER).err == ""
        assert admin.workbook.read_bytes() == before
        correct(admin.minutes("M002"), 2, text="Bestille handsker og støvler")
        assert admin.collect(today=AFTER).err.startswith("W-332 Beslutninger!")
        assert rows(admin, "M002")[1] == (GLOVES.text, GLOVES.deadline, DecisionStatus.DONE)

    def test_and_is_gone_from_the_agenda_while_its_row_stays(self, admin: Administrator) -> None:
        assert [row[0] for row in since_last(admin, "M015")] == [OLDER, HOUR.text, GLOVES.text]
        finish(admin, GLOVES)
        admin.collect(today=AFTER)
        build(admin, AFTER)
        assert [row[0] for row in since_last(admin, "M015")] == [OLDER, HOUR.text]
        assert rows(admin, "M002")[1] == (GLOVES.text, GLOVES.deadline, DecisionStatus.DONE)

    def test_what_was_corrected_stands_on_the_agenda_as_it_is_now(self, admin: Administrator) -> None:
        correct(admin.minutes("M002"), 1, text="Bent prøver to timer mere", deadline=dt.date(2026, 3, 27))
        admin.collect(today=AFTER)
        build(admin, AFTER)
        agenda = since_last(admin, "M015")
        assert ["Bent prøver to timer mere", "Bent Hyldegaard", "27. marts 2026"] in agenda
        assert HOUR.text not in [row[0] for row in agenda]


def finish(admin: Administrator, decision: Agreed) -> None:
    """Somebody sets it to Udført."""
    (row,) = (row for row in admin.desk.decisions() if row.decision == decision.text)
    admin.desk.edit("Beslutninger", row.at.number, {"Status": "Udført"})


class TestACourseOfRowsAndComputedMeetings:
    """The sample of a workplace, in which most meetings of a course stand on no sheet."""

    def test_the_meeting_after_the_last_row_is_moved_and_those_behind_it_stay(
        self, run: Callable[..., Outcome], tmp_path: Path
    ) -> None:
        workbook = Path(shutil.copy(SAMPLES / "ledersamtaler.xlsx", tmp_path))
        admin = Administrator(run, workbook)
        build(admin, BEFORE)
        assert run("sent", admin.pack, "--date", BEFORE).status == 0
        was = {nr: start(admin, nr) for nr in ("F004-03", "F004-04")}
        agreed = NextMeeting(dt.date(2026, 2, 27), dt.time(9, 30), "Kantinen")
        fill_in(admin.minutes("F004-02"), Agreed("1", "Bestille en ny truck"), next=agreed)
        outcome = admin.collect(today="2026-02-20")
        assert outcome.out.splitlines()[0] == (
            "F004-02 Opfølgningssamtale, Thu 2026-02-19: Afholdt. 1 new decision. "
            "Next meeting: F004-03, Fri 2026-02-27 at 09:30, Kantinen (new row)."
        )
        assert build(admin, "2026-02-20").status == 0
        assert was["F004-03"].isoformat() == "2026-02-26T14:00:00+01:00"
        assert start(admin, "F004-03").isoformat() == "2026-02-27T09:30:00+01:00"
        assert sequence(admin, "F004-03") == 1
        assert (start(admin, "F004-04"), sequence(admin, "F004-04")) == (was["F004-04"], 0)
        (letter,) = folder(admin, "F004-03").glob("invitation_B*.docx")
        assert [
            one
            for one in ("Fredag den 27. februar 2026", "kl. 9.30", "Kantinen")
            if one.casefold() not in words(letter).casefold()
        ] == []
