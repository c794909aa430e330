"""What a code means: one ``Kind`` a code, its words in English, marked for translation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error leaves out the meetings it touches; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Kind:
    """A code and its words.

    ``message`` says what is there, ``expected`` what should be (may be empty), ``remedy`` how to mend it.
    All three are filled with the finding's data by name (``{value}``). ``guide`` names the source of a
    rule of the domain, or is empty.
    """

    code: str
    message: str
    expected: str
    remedy: str
    guide: str = ""

    @property
    def severity(self) -> Severity:
        return Severity.ERROR if self.code.startswith("E") else Severity.WARNING
