import datetime as dt
import io
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from docgen.model import Channel, Forum, Institution, MeetingStatus, Person, Resident, Role, Workbook
from docgen.workbook import check, read
from tools.make_samples import FOLDER, samples
from tools.sample_faellesmoeder import FAELLESMOEDER
from tools.sample_jobcenter import FOLLOW_UP, JOBCENTER, TALK, TEAM
from tools.sample_ledersamtaler import LEDERSAMTALER
from tools.sample_med_fejl import FAULTS
from tools.sample_parkvaenget import PARKVAENGET

from .books import places


def members(data: bytes) -> dict[str, bytes]:
    """What is in the package; how it is compressed depends on the machine's zlib."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def parkvaenget() -> Workbook:
    return read(FOLDER / "parkvaenget.xlsx")


@pytest.mark.parametrize(
    "name",
    [
        "parkvaenget.xlsx",
        "med_fejl.xlsx",
        "ledersamtaler.xlsx",
        "jobcenter.xlsx",
        "faellesmoeder.xlsx",
        "noegletal.xlsx",
    ],
)
def test_the_samples_that_are_kept_are_those_that_would_be_made(name: str) -> None:
    assert members((FOLDER / name).read_bytes()) == members(samples()[name])


def test_the_house_in_order_has_no_findings(parkvaenget: Workbook) -> None:
    assert parkvaenget.findings + check(parkvaenget) == ()


def test_the_house_has_14_residents_16_people_and_14_meetings(parkvaenget: Workbook) -> None:
    assert (len(parkvaenget.residents), len(parkvaenget.people), len(parkvaenget.meetings)) == (14, 16, 14)


def test_its_first_meeting_is_the_one_that_the_documentation_speaks_of(parkvaenget: Workbook) -> None:
    first = parkvaenget.meetings[0]
    assert (first.nr, first.resident, first.type) == ("M001", "B001", "opfoelgningsmoede")
    assert (first.date, first.start) == (dt.date(2026, 2, 3), dt.time(10))


def test_its_meetings_are_on_working_days_in_house_hours_and_never_two_at_once(parkvaenget: Workbook) -> None:
    spans = []
    for meeting in parkvaenget.meetings:
        begin = dt.datetime.combine(meeting.date, meeting.start, dt.UTC)
        end = begin + dt.timedelta(minutes=meeting.length or 60)
        spans.append((begin, end))
        assert meeting.date.weekday() < 5
        assert dt.time(9) <= meeting.start
        assert end.time() <= dt.time(15, 30)
        assert not any(c.first <= meeting.date <= (c.last or c.first) for c in parkvaenget.closures)
    assert all(end <= begin for (_, end), (begin, _) in pairwise(sorted(spans)))
    assert dt.date(2026, 2, 2) <= spans[0][0].date()
    assert spans[-1][0].date() <= dt.date(2026, 3, 27)


def test_it_shows_everything_that_the_product_can_do(parkvaenget: Workbook) -> None:
    residents, meetings = parkvaenget.residents, parkvaenget.meetings
    assert {meeting.occasion for meeting in meetings} - {""} == {
        "Nyt ansættelsesforhold", "Højt sygefravær", "Beboerens eget ønske",
        "Forskellige forståelser og oplevelser af arbejdsforholdet",
        "Gavn af en kontinuerlig og anerkendende indsats",
    }  # fmt: skip
    assert {resident.channel for resident in residents} == set(Channel)
    assert sum(resident.easy_read for resident in residents) >= 3
    assert any(len(resident.unit_contacts) == 2 for resident in residents)
    assert len({resident.address for resident in residents}) > 1
    assert {meeting.length for meeting in meetings} == {45, 60, 75}
    assert sum(meeting.status is MeetingStatus.CANCELLED for meeting in meetings) == 1
    assert any(meeting.link and meeting.practical for meeting in meetings)
    assert any(meeting.absent for meeting in meetings)
    with_meetings = {meeting.resident for meeting in meetings}
    assert all(resident.employed for resident in residents if resident.nr in with_meetings)


def test_one_relative_has_consent_and_one_has_not_and_a_meeting_names_each(parkvaenget: Workbook) -> None:
    people = {person.name: person.nr for person in parkvaenget.people}
    consents = {nr for resident in parkvaenget.residents for nr in resident.consents}
    invited = {nr for meeting in parkvaenget.meetings for nr in meeting.extra}
    assert people["Rosalina Tangmose"] in consents & invited
    assert people["Hjalte Fuglebæk"] in invited - consents


@pytest.mark.parametrize("book", [LEDERSAMTALER, FAELLESMOEDER], ids=["workplace", "institution"])
def test_a_workplace_and_an_institution_in_order_have_no_findings(book: Workbook) -> None:
    kept = read(FOLDER / f"{book.name}.xlsx")
    assert kept.findings + check(kept) == ()


@pytest.mark.parametrize("book", [LEDERSAMTALER, FAELLESMOEDER], ids=["workplace", "institution"])
def test_their_meetings_are_on_open_days_and_nobody_sits_at_two_tables_at_once(book: Workbook) -> None:
    taken: dict[str, list[tuple[dt.datetime, dt.datetime]]] = {}
    leaders = {resident.nr: resident.leader for resident in book.residents}
    for meeting in book.meetings:
        begin = dt.datetime.combine(meeting.date, meeting.start, dt.UTC)
        end = begin + dt.timedelta(minutes=meeting.length or 30)
        assert meeting.date.weekday() < 5
        assert book.institution.day_starts <= meeting.start
        assert end.time() <= book.institution.day_ends
        assert not any(c.first <= meeting.date <= (c.last or c.first) for c in book.closures)
        people = {meeting.resident, leaders.get(meeting.resident, ""), meeting.facilitator, *meeting.extra}
        for nr in people - {"", *meeting.absent}:
            taken.setdefault(nr, []).append((begin, end))
    spans = [sorted(each) for each in taken.values()]
    assert all(end <= begin for each in spans for (_, end), (begin, _) in pairwise(each))


def test_the_talks_of_a_course_are_for_its_employee_and_a_week_apart_at_first() -> None:
    for course in LEDERSAMTALER.courses:
        talks = [talk for talk in LEDERSAMTALER.meetings if talk.course == course.nr]
        assert {talk.resident for talk in talks} <= {course.resident}
        assert all(talk.nr.startswith(f"{course.nr}-") for talk in talks)
        early = {int(talk.nr[-2:]): talk.date for talk in talks if int(talk.nr[-2:]) <= 4}
        assert all(day == course.start + dt.timedelta(weeks=at - 1) for at, day in early.items())


def test_the_workplace_shows_who_may_sit_in_on_a_talk_and_who_may_not() -> None:
    roles = {person.nr: person.role for person in LEDERSAMTALER.people}
    consents = {resident.nr: resident.consents for resident in LEDERSAMTALER.residents}
    guests = {
        (roles[nr], nr in consents[talk.resident]) for talk in LEDERSAMTALER.meetings for nr in talk.extra
    }
    assert guests == {(Role.EMPLOYEE, False), (Role.COMPANION, True), (Role.RELATIVE, False)}
    assert any(course.fully_back for course in LEDERSAMTALER.courses)
    assert any(resident.easy_read for resident in LEDERSAMTALER.residents)


def test_the_institution_has_whole_and_half_days_and_cards_in_every_forum() -> None:
    days = {meeting.length for meeting in FAELLESMOEDER.meetings if meeting.type == "refleksionsdag"}
    forums = {meeting.forum for meeting in FAELLESMOEDER.meetings if meeting.type == "dialogkort"}
    assert days == {240, 420}
    assert forums == set(Forum)
    assert sum(person.role is Role.VOLUNTEER for person in FAELLESMOEDER.people) >= 2
    assert not any(meeting.resident for meeting in FAELLESMOEDER.meetings)


def test_the_job_centre_in_order_has_no_findings() -> None:
    kept = read(FOLDER / "jobcenter.xlsx")
    assert kept.findings + check(kept) == ()


def test_the_recommendation_is_gone_through_on_the_day_and_followed_up_within_a_week_and_three() -> None:
    team_meetings = [meeting for meeting in JOBCENTER.meetings if meeting.type == TEAM]
    starts = {course.nr: course.start for course in JOBCENTER.courses}
    assert len(team_meetings) == 5
    for meeting in team_meetings:
        own = [other for other in JOBCENTER.meetings if other.course == meeting.course]
        (talk,) = (other for other in own if other.type == TALK)
        first, second = (other.date - meeting.date for other in own if other.type == FOLLOW_UP)
        assert meeting.date == starts[meeting.course]
        assert (talk.date, talk.start) == (meeting.date, dt.time(11, 15))
        assert first <= dt.timedelta(days=7) < second <= dt.timedelta(days=21)


def test_the_job_centres_meetings_are_on_open_days_and_never_two_at_once() -> None:
    lengths = {TEAM: 60, TALK: 15, FOLLOW_UP: 45}
    spans = []
    for meeting in JOBCENTER.meetings:
        begin = dt.datetime.combine(meeting.date, meeting.start, dt.UTC)
        spans.append((begin, begin + dt.timedelta(minutes=lengths[meeting.type])))
        assert meeting.date.weekday() < 5
        assert meeting.date not in {closure.first for closure in JOBCENTER.closures}
    assert all(end <= begin for (_, end), (begin, _) in pairwise(sorted(spans)))


def test_the_job_centre_shows_whom_a_citizens_row_brings_to_the_table() -> None:
    people = {person.nr: person for person in JOBCENTER.people}
    citizens = [citizen for citizen in JOBCENTER.residents if citizen.active]
    assert all(citizen.case_coordinator and citizen.goal for citizen in citizens)
    assert not any(citizen.case_coordinator == citizen.job_broker for citizen in citizens)
    assert [
        citizen.mentor for citizen in citizens if citizen.mentor and citizen.mentor == citizen.job_broker
    ] == [person.nr for person in JOBCENTER.people if person.may_be_job_broker]
    assert all(bool(citizen.family_adviser) is citizen.children_in_difficulty for citizen in citizens)
    assert all(bool(citizen.education_adviser) is citizen.young_without_education for citizen in citizens)
    asked = {
        (people[nr].role, nr in citizen.consents)
        for citizen in citizens
        for nr in (citizen.gp, *citizen.network)
        if nr
    }
    assert asked == {(role, given) for role in (Role.GP, Role.NETWORK_PERSON) for given in (True, False)}


def test_every_effort_of_the_job_centre_says_what_it_is_for() -> None:
    assert all(effort.purpose for effort in JOBCENTER.efforts)
    assert len({effort.kind for effort in JOBCENTER.efforts}) == 7


@pytest.mark.parametrize(
    "book", [PARKVAENGET, LEDERSAMTALER, JOBCENTER, FAELLESMOEDER], ids=lambda book: book.name
)
def test_everything_in_them_is_plainly_invented(book: Workbook) -> None:
    everybody: tuple[Institution | Resident | Person, ...] = (
        book.institution,
        *book.residents,
        *book.people,
    )
    assert all(each.phone.startswith("70 00 00 ") for each in everybody if each.phone)
    assert all(each.email.endswith(".example") for each in everybody if each.email)
    assert {each.postcode for each in everybody} <= {"9999", ""}


def test_the_house_with_faults_has_exactly_those_that_are_listed() -> None:
    workbook = read(FOLDER / "med_fejl.xlsx")
    assert sorted(places(workbook.findings + check(workbook))) == sorted(FAULTS)
    assert len(FAULTS) >= 15


def test_no_finding_about_it_repeats_the_number_that_looks_like_a_cpr_number() -> None:
    workbook = read(FOLDER / "med_fejl.xlsx")
    assert not any("010101" in repr(finding) for finding in workbook.findings + check(workbook))


def test_samples_are_read_by_name_only(tmp_path: Path) -> None:
    copy = tmp_path / "kopi.xlsx"
    copy.write_bytes((FOLDER / "parkvaenget.xlsx").read_bytes())
    assert read(copy).name == "kopi"


def test_the_house_with_a_year_to_count_has_no_findings() -> None:
    counted = read(FOLDER / "noegletal.xlsx")
    assert counted.findings + check(counted) == ()
    assert {row.status for row in counted.meetings} == set(MeetingStatus)
    assert counted.archived
