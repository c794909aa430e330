import datetime as dt
import io
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from docgen.model import Channel, Institution, MeetingStatus, Person, Resident, Workbook
from docgen.workbook import check, read
from tools.make_samples import FOLDER, samples
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


@pytest.mark.parametrize("name", ["parkvaenget.xlsx", "med_fejl.xlsx"])
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


def test_everything_in_it_is_plainly_invented() -> None:
    everybody: tuple[Institution | Resident | Person, ...] = (
        PARKVAENGET.institution,
        *PARKVAENGET.residents,
        *PARKVAENGET.people,
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
