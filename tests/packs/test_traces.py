"""What people kept of a person whose consent is withdrawn: named until it is gone, and never by number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.cli import outcomes, plan_json
from docgen.cli.voice import Voice
from docgen.i18n import ENGLISH
from docgen.meetingtypes.definition import MeetingType
from docgen.model import MeetingStatus, Workbook
from docgen.packs.build import BuildResult
from docgen.packs.traces import Veil
from docgen.planning import Window
from tests import making
from tests.packs.building import (
    A_CALENDAR,
    A_DRAFT,
    BUNDLE,
    FILES,
    M001,
    MOVED,
    built,
    codes,
    edit,
    names,
    planned,
    tree,
    two,
)

CONSENTING = (making.resident(consents=("P004",)),)
HIDDEN = f"{M001}/invitation_….docx"


def book(*residents: Any, **first: Any) -> Workbook:
    """M001, to which P004 is invited too, and M002."""
    return making.book(*two(extra=("P004",), **first), residents=residents or (making.resident(),))


def said(result: BuildResult) -> str:
    """All that a build says for itself."""
    findings = " ".join(finding.text(ENGLISH) for finding in result.findings)
    return f"{result.written} {result.kept} {result.removed} {findings}"


def test_an_edited_letter_to_them_is_named_without_their_number_until_it_is_gone(
    pack: Path, samtale: MeetingType
) -> None:
    built(book(*CONSENTING), [samtale], pack)
    mine = edit(pack / M001 / "invitation_P004.docx")
    for window in (Window(), Window(), Window(meetings=frozenset({"M002"}))):
        result = built(book(), [samtale], pack, window=window)
        assert codes(result) == [("W-167", HIDDEN)]
        assert "P004" not in said(result)
        assert "P004" not in (pack / "oversigt.html").read_text("utf-8")
    assert (pack / M001 / "invitation_P004.docx").read_bytes() == mine
    (pack / M001 / "invitation_P004.docx").unlink()
    assert built(book(), [samtale], pack).findings == ()


def test_kept_minutes_and_what_is_set_aside_are_named_until_they_are_gone(
    pack: Path, samtale: MeetingType
) -> None:
    built(book(*CONSENTING), [samtale], pack)
    for name in ("dagsorden.docx", "invitation_B001.docx", "referat.docx"):
        edit(pack / M001 / name)
    old = [f"{M001}/{name}" for name in ("invitation_B001_redigeret.docx", "referat.docx")]
    moved = book(place="Et andet sted")
    first = built(moved, [samtale], pack)
    assert [place for code, place in codes(first) if code == "W-167"] == old
    assert set(old) < set(first.kept)  # the agenda named nobody before either, and is only set aside
    for window in (Window(), Window(meetings=frozenset({"M002"})), Window()):
        assert codes(built(moved, [samtale], pack, window=window)) == [("W-167", name) for name in old]
    edit(pack / M001 / "invitation_B001.docx", "uden nogen")
    again = book(place="Et tredje sted")
    assert codes(built(again, [samtale], pack)) == [
        ("W-161", f"{M001}/invitation_B001.docx"),
        *(("W-167", name) for name in old),
    ]
    for name in old:
        (pack / name).unlink()
    fresh = built(again, [samtale], pack).written
    assert fresh == (f"{M001}/referat.docx", BUNDLE, "mail/M001_P001.eml")
    assert built(again, [samtale], pack).findings == ()
    assert "invitation_B001_redigeret2.docx" in names(pack, M001)


def test_what_was_set_aside_before_is_named_from_the_withdrawal_on(pack: Path, samtale: MeetingType) -> None:
    built(book(*CONSENTING), [samtale], pack)
    for name in ("invitation_B001.docx", "invitation_P004.docx"):
        edit(pack / M001 / name)
    built(book(*CONSENTING, place="Et andet sted"), [samtale], pack)
    assert built(book(*CONSENTING, place="Et andet sted"), [samtale], pack).findings == ()
    found = [
        ("W-167", f"{M001}/invitation_B001_redigeret.docx"),
        ("W-167", f"{M001}/invitation_…_redigeret.docx"),
    ]
    for _ in range(2):
        result = built(book(place="Et andet sted"), [samtale], pack)
        assert codes(result) == found
        assert "P004" not in said(result)
    assert built(book(place="Et andet sted"), [samtale], pack, overwrite_edited=True).removed == (
        f"{M001}/invitation_B001_redigeret.docx",
        f"{M001}/invitation_…_redigeret.docx",
    )
    assert sorted(names(pack, M001)) == FILES


@pytest.mark.parametrize(
    "first",
    [{"status": MeetingStatus.CANCELLED}, {"facilitator": "P999"}],
    ids=["called off", "left out"],
)
def test_so_are_those_of_a_meeting_that_is_not_built(
    pack: Path, samtale: MeetingType, first: dict[str, Any]
) -> None:
    built(book(*CONSENTING), [samtale], pack)
    for name in ("invitation_P004.docx", "referat.docx"):
        edit(pack / M001 / name)
    for _ in range(2):
        result = built(book(**first), [samtale], pack)
        assert names(pack, M001) == ["invitation_P004.docx", "referat.docx"]
        assert [f for f in codes(result) if f[0] != "W-166"] == [
            ("W-167", HIDDEN),
            ("W-167", f"{M001}/referat.docx"),
        ]
        assert "P004" not in said(result)


@pytest.mark.parametrize(
    "later",
    [{"status": MeetingStatus.HELD}, {"facilitator": "P999"}],
    ids=["held", "left out"],
)
def test_they_are_named_on_when_the_meeting_is_built_no_more(
    pack: Path, samtale: MeetingType, later: dict[str, Any]
) -> None:
    built(book(*CONSENTING), [samtale], pack)
    edit(pack / M001 / "invitation_P004.docx")
    built(book(), [samtale], pack)
    for _ in range(2):
        assert ("W-167", HIDDEN) in codes(built(book(**later), [samtale], pack))
    (pack / M001 / "invitation_P004.docx").unlink()
    assert "W-167" not in str(codes(built(book(**later), [samtale], pack)))


def test_whose_letter_is_removed_is_said_unless_they_lost_consent(
    pack: Path, samtale: MeetingType, capsys: pytest.CaptureFixture[str]
) -> None:
    built(book(*CONSENTING), [samtale], pack)
    workbook = book(absent=("P002",))
    plan = planned(workbook, [samtale], pack, making.NOW)
    result = built(workbook, [samtale], pack)
    assert result.removed == (f"{M001}/invitation_P002.docx", HIDDEN, A_CALENDAR, *[A_DRAFT] * 3)
    assert names(pack, M001) == [name for name in FILES if name != "invitation_P002.docx"]
    told = plan_json.build(result, plan, result.findings, ENGLISH)
    assert told["removed"] == list(result.removed)
    outcomes.build(Voice(ENGLISH, verbose=True), result, ())
    shown = capsys.readouterr()
    assert f"removed: {HIDDEN}" in shown.out + shown.err
    assert "P004" not in f"{shown}{told}"


def test_a_letter_that_could_not_be_removed_is_named_without_the_number_too(
    pack: Path, samtale: MeetingType
) -> None:
    built(book(*CONSENTING), [samtale], pack)
    stubborn = pack / M001 / "invitation_P004.docx"
    stubborn.unlink()
    stubborn.mkdir()
    for _ in range(2):
        assert codes(built(book(), [samtale], pack)) == [("E-168", HIDDEN)]
    stubborn.rmdir()
    assert built(book(), [samtale], pack).findings == ()


def test_when_the_residents_row_is_deleted_what_rests_on_their_consents_goes(
    pack: Path, samtale: MeetingType
) -> None:
    built(book(*CONSENTING), [samtale], pack)
    edit(pack / M001 / "referat.docx")
    deleted = making.book(*two(extra=("P004",)), residents=())
    result = built(deleted, [samtale], pack, window=Window(meetings=frozenset({"M009"})))
    assert names(pack, M001) == ["referat.docx"]
    assert ("W-167", f"{M001}/referat.docx") in codes(result)
    assert "P004" not in said(result)
    back = built(book(*CONSENTING, date=MOVED), [samtale], pack)
    (folder,) = (name for name in names(pack, "moeder") if name.endswith("_M001"))
    assert f"moeder/{folder}/invitation_P004.docx" in {*tree(pack), *back.written}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("invitation_P004.docx", "invitation_….docx"),
        ("invitation_P004_redigeret2.docx", "invitation_…_redigeret2.docx"),
        ("min_invitation_P004.docx", "min_invitation_….docx"),
        ("invitation_P002.docx", "invitation_P002.docx"),
        ("invitation_P009.docx", "invitation_….docx"),
        ("invitation_P008.docx", "invitation_P008.docx"),
        ("dagsorden_redigeret.docx", "dagsorden_redigeret.docx"),
        ("moede.ics", "moede.ics"),
        ("", ""),
    ],
)
def test_only_numbers_that_may_not_be_said_are_hidden(name: str, shown: str) -> None:
    naming = {"invitation_P009.docx", "invitation_P002.docx", "dagsorden_redigeret.docx"}
    assert Veil(lost={"P004"}, naming=naming, present=["P002"])(name) == shown
