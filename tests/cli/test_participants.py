"""Who takes part and why, as ``docgen plan`` shows it: in lines, in a table and to programs."""

from __future__ import annotations

import pytest

from docgen.cli import plan_json, show, tables
from docgen.cli.voice import Voice
from docgen.i18n import ENGLISH
from docgen.meetingtypes.definition import Audience, DocumentRule
from docgen.model import Forum, Role
from docgen.planning import Plan
from tests import making

COVER = DocumentRule("foelgebrev.docx", "brev_laege", Audience.GP, "Følgebrev")
INFORMING = making.kind(documents=(*making.kind().documents, COVER))
VERBOSE = Voice(ENGLISH, verbose=True)


def informing(*consents: str) -> Plan:
    gp = making.person("P005", Role.GP, 6, name="Gerda Lægesen")
    resident = making.resident(gp="P005", consents=consents)
    return making.plan(making.book(residents=(resident,), people=(*making.staff(), gp)), INFORMING)


def group(forum: Forum | None = None) -> Plan:
    row = making.meeting(resident="", facilitator="P001", extra=("P002",), forum=forum)
    return making.plan(making.book(row), making.group())


def lines(plan: Plan, voice: Voice = VERBOSE) -> list[str]:
    (planned,) = plan.meetings
    return list(show.meeting_lines(voice, planned))


def test_a_line_for_each_says_as_what_and_why() -> None:
    assert lines(informing())[1:] == [
        "    B001  Asta Eksempel  beboer: Det er beboerens møde.",
        "    P002  Bo Enhedsen  kontaktperson fra enheden: Kender hverdagen.",
        "    P003  Mona Værksted  kontaktperson fra arbejdet: Kender arbejdet.",
        "    P001  Lene Ledersen  udviklingsleder: Har ansvaret for samtalen. Leads the meeting.",
    ]
    assert len(lines(informing(), Voice())) == 1


def test_who_only_hears_of_the_meeting_comes_last_and_is_marked() -> None:
    assert lines(informing("P005"))[-1] == (
        "    P005  Gerda Lægesen  læge: Receives the recommendation and the plan; has no seat."
    )


def test_so_does_the_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    tables.plan(VERBOSE, informing("P005"))
    shown = capsys.readouterr().out
    assert "Har ansvaret for samtalen. Leads the meeting." in shown
    assert "Gerda Lægesen  læge: Receives the recommendation and the plan; has no seat." in shown
    tables.plan(VERBOSE, informing())
    assert "Gerda" not in capsys.readouterr().out


def test_programs_get_the_informed_beside_the_participants() -> None:
    (meeting,) = plan_json.plan(informing("P005"), ENGLISH)["meetings"]
    assert [one["nr"] for one in meeting["participants"]] == ["B001", "P002", "P003", "P001"]
    assert meeting["participants"][-1]["reason"] == "Har ansvaret for samtalen. Leads the meeting."
    assert meeting["informed"] == [
        {
            "nr": "P005",
            "name": "Gerda Lægesen",
            "as": "læge",
            "reason": "Receives the recommendation and the plan; has no seat.",
        }
    ]
    assert plan_json.plan(informing(), ENGLISH)["meetings"][0]["informed"] == []


@pytest.mark.parametrize(("forum", "shown"), [(Forum.LEADERS, "Ledermøde"), (None, "–")])
def test_a_group_meeting_shows_its_forum_in_the_residents_place(forum: Forum | None, shown: str) -> None:
    (first, *_) = lines(group(forum))
    assert first.split("  ")[3] == shown
    (meeting,) = plan_json.plan(group(forum), ENGLISH)["meetings"]
    assert (meeting["resident"], meeting["forum"]) == ("", str(forum or ""))
