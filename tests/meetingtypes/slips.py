"""What is wrong with a small meeting type once something is added to it or changed in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.errors import DefinitionError
from docgen.findings import Finding
from docgen.meetingtypes.loader import load_types
from tests.meetingtypes.samples import SMALL


def write_small(folder: Path, added: str = "", *, change: tuple[str, str] = ("", "")) -> Path:
    """The small type with ``change`` made and ``added`` at its end; ``folder`` comes back."""
    (folder / "lille").mkdir()
    old, new = change
    assert old in SMALL
    (folder / "lille" / "type.toml").write_text(SMALL.replace(old, new, 1) + added, "utf-8")
    return folder


def slips(folder: Path, added: str = "", *, change: tuple[str, str] = ("", "")) -> tuple[Finding, ...]:
    """The findings of the small type, changed so."""
    write_small(folder, added, change=change)
    with pytest.raises(DefinitionError) as raised:
        load_types(folder, templates_needed=False)
    return raised.value.findings


def the_slip(folder: Path, added: str = "", *, change: tuple[str, str] = ("", "")) -> Finding:
    """The only finding of the small type, changed so."""
    (finding,) = slips(folder, added, change=change)
    return finding
