"""The institution's logo, as a value: part of what letters show, and so of what the plan compares."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture: its bytes, its kind (``png`` or ``jpeg``) and its size in pixels."""

    data: bytes
    kind: str
    width: int
    height: int

    @property
    def fingerprint(self) -> str:
        """Equal for the same picture only."""
        return hashlib.sha256(self.data).hexdigest()
