"""The reference page."""

from __future__ import annotations

import pytest

from docgen.cli.reference import WIDTH, markdown


def test_it_has_a_section_for_every_command() -> None:
    headings = [line for line in markdown().splitlines() if line.startswith("## ")]
    assert headings == [
        "## docgen",
        "## docgen demo",
        "## docgen new",
        "## docgen check",
        "## docgen plan",
        "## docgen build",
        "## docgen sent",
        "## docgen collect",
        "## docgen report",
        "## docgen archive",
        "## docgen templates",
        "## docgen templates list",
        "## docgen templates check",
        "## docgen templates make",
        "## docgen templates copy",
    ]


def test_it_is_the_same_whatever_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    page = markdown()
    monkeypatch.setenv("LANGUAGE", "da")
    monkeypatch.setenv("COLUMNS", "200")
    assert markdown() == page


def test_help_is_at_most_80_columns_wide() -> None:
    helps = markdown().partition("## docgen\n")[2]
    assert max(len(line) for line in helps.splitlines()) <= WIDTH
