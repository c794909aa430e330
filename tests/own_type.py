"""The meeting type of the documentation's page, made as the page says: through the commands it names."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "egen-moedetype.md"
NAME = "opstartsmoede"


def blocks(language: str) -> list[str]:
    """The page's code blocks in that language, in order."""
    text = PAGE.read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def commands() -> list[list[str]]:
    """The arguments of every command that the page tells people to type, in order."""
    lines = [line for block in blocks("console") for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("docgen ")]


def write_definition(folder: Path) -> Path:
    """The page's ``type.toml`` in ``folder``/skabeloner/opstartsmoede; the folder of types comes back."""
    home = folder / "skabeloner" / NAME
    home.mkdir(parents=True)
    (definition,) = blocks("toml")
    (home / "type.toml").write_text(definition, "utf-8")
    return home.parent
