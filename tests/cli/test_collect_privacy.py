"""What collecting says on the screen, and what it takes over, of minutes that say too much.

In the sample Hjalte Fuglebæk, P012, is a relative of somebody else: Bent has no consent to give for him.
"""

from __future__ import annotations

import datetime as dt

import pytest

from docgen.minutes.values import Agreed, NextMeeting
from tests.cli.administrator import Administrator
from tests.minutes.facilitator import fill_in
from tests.minutes.wordlike import Paper

CPR = "-".join(("010190", "1234"))  # not written in one piece: no CPR number stands in the project
DAY, START = dt.date(2026, 3, 31), dt.time(10, 30)
SECRETS = ("Hjalte Fuglebæk", "Ring til P012", CPR)


@pytest.mark.parametrize("secret", SECRETS)
def test_decisions_are_told_without_what_nobody_may_read(admin: Administrator, secret: str) -> None:
    fill_in(admin.minutes("M002"), Agreed("1", "Ringe til banken", "Bent"), Agreed("2", secret, "Bent"))
    outcome = admin.collect("-v")
    assert "  Ringe til banken · Bent" in outcome.out.splitlines()
    assert ("  … · Bent" in outcome.out.splitlines()) is (secret != CPR), "a CPR number is not even taken"
    assert secret not in outcome.said


def test_a_first_name_is_enough_where_people_are_named(admin: Administrator) -> None:
    fill_in(admin.minutes("M002"), Agreed("1", "Ringe til banken", "Hjalte"), also_to="Hjalte")
    assert "  Ringe til banken · …" in admin.collect("--dry-run", "-v").out.splitlines()
    assert "Hjalte" not in admin.collect("--json").said


@pytest.mark.parametrize("secret", SECRETS)
def test_so_is_all_that_json_says(admin: Administrator, secret: str) -> None:
    place = NextMeeting(DAY, START, secret)
    fill_in(admin.minutes("M002"), Agreed("1", "Ringe", "Bent"), theme=secret, also_to=secret, next=place)
    (meeting,) = admin.collected()["meetings"]
    minutes = meeting["minutes"]
    assert (minutes["theme"], minutes["also_to"], minutes["next"]["place"]) == ("…", "…", "…")
    assert minutes["decisions"][0]["text"] == "Ringe"


@pytest.mark.parametrize("secret", SECRETS)
def test_a_place_that_no_letter_may_say_is_not_taken(admin: Administrator, secret: str) -> None:
    fill_in(admin.minutes("M002"), next=NextMeeting(DAY, START, f"Hos {secret}"))
    outcome = admin.collect()
    assert "W-349" in outcome.err
    assert secret not in outcome.said
    assert admin.row("M015").place == admin.row("M002").place


@pytest.mark.parametrize("field", ["naeste.dato", "naeste.tid"])
def test_a_field_that_holds_something_else_is_not_repeated(admin: Administrator, field: str) -> None:
    fill_in(admin.minutes("M002"), Agreed("1", "Ringe", "Bent"))
    paper = Paper(admin.minutes("M002").read_bytes())
    paper.write(paper.control(field), f"Hjalte Fuglebæk, {CPR}")
    admin.minutes("M002").write_bytes(paper.saved())
    outcome = admin.collect("-v")
    assert "W-31" in outcome.err
    assert not any(secret in outcome.said for secret in ("Hjalte", CPR))
