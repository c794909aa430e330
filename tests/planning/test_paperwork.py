"""Which documents go to whom, and what the files are called."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType, Scope
from docgen.model import Role
from tests import making


def files(**changes: object) -> list[tuple[str, str]]:
    """File and template of each document of M001."""
    return [
        (document.file, document.rule.file) for document in making.planned(making.book(**changes)).documents
    ]


def test_each_participant_gets_a_letter_and_the_rest_is_there_once() -> None:
    assert files() == [
        ("invitation_B001.docx", "invitation.docx"),
        ("invitation_P002.docx", "invitation.medarbejder.docx"),
        ("invitation_P003.docx", "invitation.medarbejder.docx"),
        ("invitation_P001.docx", "invitation.medarbejder.docx"),
        ("dagsorden.docx", "dagsorden.docx"),
        ("referat.docx", "referat.docx"),
    ]


def test_who_reads_with_difficulty_gets_the_easy_letter_under_the_same_name() -> None:
    assert ("invitation_B001.docx", "invitation.letlaest.docx") in files(
        residents=(making.resident(easy_read=True),)
    )


def test_a_type_with_one_letter_for_residents_gives_it_to_all_of_them() -> None:
    for easy_only in (True, False):
        rule = DocumentRule("brev.docx", "brev", Audience.RESIDENT, "Brev", easy_read=easy_only)
        for reads_easy in (True, False):
            workbook = making.book(residents=(making.resident(easy_read=reads_easy),))
            planned = making.planned(workbook, making.kind(documents=(rule,)))
            assert [document.file for document in planned.documents] == ["brev_B001.docx"]


def test_a_relative_gets_a_letter_of_their_own() -> None:
    changes = {
        "residents": (making.resident(consents=("P004",)),),
        "meetings": (making.meeting(extra=("P004",)),),
    }
    assert ("invitation_P004.docx", "invitation.paaroerende.docx") in files(**changes)


def test_who_stays_away_gets_no_letter() -> None:
    assert [file for file, _ in files(meetings=(making.meeting(absent=("beboer", "P003")),))] == [
        "invitation_P002.docx",
        "invitation_P001.docx",
        "dagsorden.docx",
        "referat.docx",
    ]


def _without(*audiences: Audience) -> MeetingType:
    return making.kind(documents=tuple(d for d in making.kind().documents if d.audience not in audiences))


def test_who_takes_part_and_has_no_letter_is_a_warning_at_the_cell_that_names_them() -> None:
    invited = making.meeting(extra=("P004",))
    workbook = making.book(invited, residents=(making.resident(consents=("P004",)),))

    def found(kind: MeetingType) -> list[tuple[str, str]]:
        return [(f.code, str(f.place)) for f in making.plan(workbook, kind).findings]

    assert found(making.kind()) == []
    plan = making.plan(workbook, _without(Audience.PRIVATE))
    (finding,) = plan.findings
    assert (finding.code, finding.place.heading, finding.place.row) == ("W-220", "Deltagere", 2)
    assert "paaroerende" in str(finding)
    for trace in ("Karl", "P004"):
        assert trace not in str(finding)
    assert "P004" in [one.nr for one in plan.meetings[0].seating.participants]
    assert found(_without(Audience.RESIDENT)) == [("W-220", "Møder!C2 (Beboer)")]
    assert [place.partition("(")[2] for _, place in found(_without(Audience.STAFF))] == [
        "Kontaktperson enhed)",
        "Kontaktperson arbejdsplads)",
        "Udviklingsleder)",
    ]


def test_a_type_without_letters_misses_nobody() -> None:
    kind = _without(Audience.RESIDENT, Audience.STAFF, Audience.PRIVATE)
    cover = DocumentRule("foelgebrev.docx", "brev_laege", Audience.GP, "Følgebrev")
    for papers in (kind.documents, (*kind.documents, cover)):
        assert making.plan(making.book(), making.kind(documents=papers)).findings == ()


def test_what_tells_of_a_whole_course_is_no_paper_of_its_meetings() -> None:
    sheet = DocumentRule("moedeplan.docx", "moedeplan", Audience.RESIDENT, "Plan", scope=Scope.COURSE)
    kind = making.kind(documents=(*making.kind().documents, sheet))
    assert making.planned(None, kind).documents == making.planned().documents


def test_the_coordinators_papers_are_there_once_and_bear_nobodys_number() -> None:
    rule = DocumentRule("tjekliste.docx", "ark", Audience.COORDINATOR, "Tjekliste")
    (document,) = making.planned(None, making.kind(documents=(rule,))).documents
    assert (document.file, document.receiver) == ("tjekliste.docx", None)


def test_the_folder_is_named_by_date_time_type_and_number() -> None:
    assert making.planned().folder == "2026-02-03_1000_samtale_M001"


names = st.text(st.characters(categories=["L"]), min_size=3, max_size=20)


@given(names, names, names)
def test_no_name_of_a_person_stands_in_any_file_or_folder_name(first: str, last: str, other: str) -> None:
    workbook = making.book(
        making.meeting(extra=("P009",)),
        residents=(making.resident(first_name=first, last_name=last),),
        people=(*making.staff(), making.person("P009", Role.EMPLOYEE, 9, name=other)),
    )
    planned = making.planned(workbook)
    for name in (planned.folder, *(document.file for document in planned.documents)):
        assert re.fullmatch(r"[A-Za-z0-9_.-]+", name)
        assert re.sub(r"invitation|dagsorden|referat|samtale|docx|[BMP]?\d+|[-_.]", "", name) == ""
