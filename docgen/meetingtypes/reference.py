"""``docs/moedetyper.md``, made from the shipped meeting types: who comes and why, and who gets what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen import danish
from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType, Scope
from docgen.meetingtypes.seats import ParticipantRule

_INTRODUCTION = """\
# Mødetyperne

<!-- Made by tools/generate_docs.py from templates/*/type.toml. Change it there. -->

De mødetyper, der følger med docgen. Hver er en mappe, som I kan kopiere og rette i:
`docgen templates copy dialogmoede skabeloner`. I kan også [lave jeres egen](egen-moedetype.md).
"""

_RECEIVERS = {
    Audience.RESIDENT: "personen, mødet handler om",
    Audience.STAFF: "kolleger og samarbejdspartnere, hver deres",
    Audience.PRIVATE: "pårørende, netværk og bisidder med samtykke, hver deres",
    Audience.GP: "lægen, med samtykke",
    Audience.FACILITATOR: "mødelederen",
    Audience.COORDINATOR: "den koordinerende sagsbehandler",
    Audience.EVERYBODY: "alle, der kommer",
}


def markdown(types: Sequence[MeetingType]) -> str:
    """The whole page, a section for each type in the order of their titles."""
    return "\n".join((_INTRODUCTION, *(line for kind in types for line in _section(kind))))


def _section(kind: MeetingType) -> Iterator[str]:
    yield f"## {kind.title}\n"
    length = kind.length
    usual = danish.length(length.usual).replace(danish.NBSP, " ")
    yield f"Mappen `{kind.name}` · {usual} ({length.shortest}–{length.longest} minutter)"
    yield f"· {kind.source}\n" if kind.source else ""
    if kind.participants:
        yield "| hvem kommer | hvorfor |"
        yield "| --- | --- |"
        yield from (f"| {_seat(rule)} | {rule.reason} |" for rule in kind.participants)
        yield ""
    else:
        yield "Deltagerne er dem, der står under *Deltagere* på arket Møder.\n"
    yield "| dokument | fil | til |"
    yield "| --- | --- | --- |"
    yield from (f"| {rule.title} | `{rule.file}` | {_receiver(rule)} |" for rule in kind.documents)
    yield ""


def _seat(rule: ParticipantRule) -> str:
    """What the person is called, and what decides whether they come."""
    marks = [f"når *{rule.condition}*"] * bool(rule.condition)
    marks += ["skal være der"] * rule.required + ["leder mødet"] * rule.facilitates
    return f"{rule.label} ({', '.join(marks)})" if marks else rule.label


def _receiver(rule: DocumentRule) -> str:
    marks = ["letlæst"] * rule.easy_read + ["efter mødet"] * rule.after
    marks += ["ét for hele forløbet"] * (rule.scope is Scope.COURSE)
    marks += ["lavet af referatet"] * (rule.scope is Scope.MINUTES)
    return "; ".join((_RECEIVERS[rule.audience], *marks))
