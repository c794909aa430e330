"""How many meetings of a type somebody is to have in how long a time (``[mindst]`` in ``type.toml``)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.meetingtypes.seats import CONDITIONS
from docgen.meetingtypes.table import Table

_MOST = 52


@dataclass(frozen=True, slots=True)
class Quota:
    """At least so many ``meetings`` in so many ``months``; with a ``condition``, for those alone whose column
    of that name on Beboere says Ja.
    """

    meetings: int
    months: int
    condition: str = ""


def read_quota(table: Table) -> Quota | None:
    """The table ``[mindst]``; ``None`` where there is none."""
    if not list(table):
        return None
    quota = Quota(
        meetings=table.number("moeder", most=_MOST),
        months=table.number("maaneder", most=_MOST),
        condition=table.choice("naar", CONDITIONS, default=""),
    )
    table.finish()
    return quota
