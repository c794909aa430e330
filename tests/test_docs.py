"""The written documentation says what is true."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import docgen
from docgen.cli.main import main
from docgen.documents.sample import sample_context

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def vocabulary() -> Iterator[str]:
    """Every name that a tag of the shipped types can use: ``moede.dato``; of lists, each item's names."""
    for kind in docgen.meeting_types():
        for rule in kind.documents:
            for top, value in sample_context(kind, rule).items():
                inner = value[0] if isinstance(value, list) else value
                keys = inner if isinstance(inner, Mapping) and top != "faser" else ()
                yield from (f"{top}.{key}" for key in keys)


def test_every_field_of_the_templates_is_described() -> None:
    page = (ROOT / "docs" / "skabeloner.md").read_text("utf-8")
    described = set(re.findall(r"`(?:\w+\.)*\.?(\w+)`", page))
    assert sorted({name for name in vocabulary() if name.partition(".")[2] not in described}) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name != "cli.md"], ids=lambda page: page.name
)
def test_commands_that_pages_name_are_commands(page: Path) -> None:
    code = re.findall(r"^```.*?^```|`[^`\n]+`", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    named = {command for piece in code for command in re.findall(r"(?m)^`? *docgen ([a-z]+)", piece)}
    unknown = [command for command in sorted(named) if main([command, "--help"]) != 0]
    assert unknown == []
