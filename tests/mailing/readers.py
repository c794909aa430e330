"""What two readers make of an e-mail: Python's own and postal-mime."""

from __future__ import annotations

import json
import shutil
import subprocess
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from pathlib import Path
from typing import Any

from tests.tools import require_tool

NODE = Path(__file__).parent.parent / "node"


def by_python(data: bytes) -> EmailMessage:
    """The message as Python reads it; fails where any part or header has a defect."""
    message = message_from_bytes(data, policy=default)
    for part in message.walk():
        assert not part.defects, (part.get_content_type(), part.defects)
        for name, value in part.items():
            assert not getattr(value, "defects", ()), (name, value)
    return message


def by_postal_mime(folder: Path, *files: bytes) -> list[dict[str, Any]]:
    """What postal-mime (``read.mjs``) makes of each file."""
    node = require_tool("node")
    library = NODE / "node_modules" / "postal-mime"
    if not library.is_dir():
        require_tool(str(library))
    script = folder / "read.mjs"
    shutil.copy(Path(__file__).with_name("read.mjs"), script)
    (folder / "node_modules").symlink_to(NODE / "node_modules", target_is_directory=True)
    paths = [folder / f"{index}.eml" for index in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    command = [node, str(script), *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    read: list[dict[str, Any]] = json.loads(done.stdout)
    return read


def words(part: MIMEPart | None) -> str:
    """The text of a part, with plain line ends."""
    assert part is not None
    content: str = part.get_content()
    return content.replace("\r\n", "\n")
