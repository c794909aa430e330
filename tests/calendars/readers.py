"""What several readers make of a calendar file."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.tools import require_tool

NODE = Path(__file__).parent.parent / "node"


def unfolded(data: bytes) -> list[str]:
    """The content lines, unfolded (RFC 5545 §3.1)."""
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def text(data: bytes) -> str:
    """The content lines for a golden file."""
    return "\n".join(unfolded(data)) + "\n"


def events(data: bytes) -> list[list[str]]:
    """The lines of each event, without its alarm."""
    found: list[list[str]] = []
    inside = [""]
    for line in unfolded(data):
        if line == "BEGIN:VEVENT":
            found.append([])
        if line.startswith("BEGIN:"):
            inside.append(line)
        elif line.startswith("END:"):
            inside.pop()
        elif inside[-1] == "BEGIN:VEVENT":
            found[-1].append(line)
    return found


def event(data: bytes) -> list[str]:
    """The lines of the only event, without its alarm."""
    (only,) = events(data)
    return only


def names(data: bytes) -> list[str]:
    """The names of the only event's properties."""
    return [re.split("[:;]", line)[0] for line in event(data)]


def value(data: bytes, name: str) -> str:
    """What stands behind the name of the only event's only such property: parameters, colon and value."""
    (line,) = (line for line in event(data) if line.startswith((f"{name}:", f"{name};")))
    return line.removeprefix(name)


def by_ical_js(folder: Path, *files: bytes) -> list[dict[str, Any]]:
    """What ical.js, the reader of Thunderbird and Nextcloud, makes of each file (``read.mjs``)."""
    node = require_tool("node")
    library = NODE / "node_modules" / "ical.js"
    if not library.is_dir():
        require_tool(str(library))
    script = folder / "read.mjs"
    shutil.copy(Path(__file__).with_name("read.mjs"), script)
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(NODE / "node_modules", target_is_directory=True)
    paths = [folder / f"{index}.ics" for index in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    done = subprocess.run(
        [node, str(script), *map(str, paths)], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    read: list[dict[str, Any]] = json.loads(done.stdout)
    return read
