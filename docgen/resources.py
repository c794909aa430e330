"""Where the shipped templates and samples lie: inside the wheel, or in a checkout beside the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _data(name: str) -> Path:
    inside = _PACKAGE / "data" / name  # where the wheel's build puts it
    return inside if inside.is_dir() else _PACKAGE.parent / name


def templates() -> Path:
    """The folder of the shipped meeting types."""
    return _data("templates")


def sample_data() -> Path:
    """The folder of the shipped sample workbooks."""
    return _data("sample_data")
