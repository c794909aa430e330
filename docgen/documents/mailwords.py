"""E-mails that invite, tell of a change or call off: which words each is made of, and those words filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from docgen.documents.phrases import phrases
from docgen.meetingtypes.definition import MeetingType

Names = tuple[str, ...]
"""Words of ``[ord]`` that make one paragraph. A single one that is a list of texts makes several."""
IN_TIME, BY_PHONE, IN_WRITING = ANSWERS = ("svar.frist", "svar.ring", "svar.skriv")
"""How letters ask for an answer: by a day, and once it has passed by telephone or however one can."""


class Occasion(StrEnum):
    """What the e-mail is for, as its words are called."""

    INVITATION = "invitation"
    UPDATE = "aendring"
    CANCELLATION = "aflysning"


class Manner(StrEnum):
    """To whom it is, and whether it may speak of the matter; as its words are called."""

    STAFF = "medarbejder"
    LEADER = "leder"  # whoever leads the meeting
    ENCLOSED = "vedlagt"  # those of the resident's life, where e-mail is secure
    NEUTRAL = "neutral"  # and where it is not

    @property
    def is_work(self) -> bool:
        return self in (Manner.STAFF, Manner.LEADER)


@dataclass(frozen=True, slots=True)
class Written:
    """A subject and the paragraphs of a text."""

    subject: str
    paragraphs: tuple[str, ...]


def written(kind: MeetingType, occasion: Occasion, manner: Manner, context: Mapping[str, Any]) -> Written:
    """The e-mail's words, filled; what comes out blank is left out.

    ``context`` is one of ``mailcontext``. Raises ``TemplateError`` for a tag that cannot be filled.
    """
    subject = " ".join(phrases(kind, subject_of(occasion, manner), context))
    said = (_filled(kind, names, context) for names in paragraphs_of(occasion, manner, context))
    return Written(subject, tuple(text for texts in said for text in texts))


def subject_of(occasion: Occasion, manner: Manner) -> str:
    """The word of the subject: to those at work with the meeting's number, which says nothing to others."""
    return f"mail.{occasion}.emne{_at_work(manner)}"


def paragraphs_of(occasion: Occasion, manner: Manner, context: Mapping[str, Any]) -> Iterator[Names]:
    """The words of the text, from its greeting to its signature."""
    yield ("mail.hilsen_foerst",)
    if occasion is Occasion.CANCELLATION:
        yield from _called_off(manner, context)
    else:
        yield from _to_come(occasion, manner, context)
    yield ("mail.hilsen_sidst",)


def _to_come(occasion: Occasion, manner: Manner, context: Mapping[str, Any]) -> Iterator[Names]:
    yield (f"mail.{occasion}.{manner}",)
    if occasion is Occasion.UPDATE:
        yield ("mail.aendring.foer",)
    yield ("mail.moede.fakta",)
    if occasion is Occasion.UPDATE:
        yield ("mail.aendring.erstatter",)
    if manner is not Manner.NEUTRAL:
        yield ("mail.moede.bilag",)
    if manner.is_work:
        yield ("mail.moede.udfyldes",)
    yield (f"mail.{occasion}.kalender",)
    yield _answer(manner, context)
    yield ("mail.moede.mere_neutral" if manner is Manner.NEUTRAL else "mail.kontakt",)


def _answer(manner: Manner, context: Mapping[str, Any]) -> Names:
    """How to say no: as the type's letters have it, but for those to whom nothing of the type is said."""
    if manner in (Manner.LEADER, Manner.NEUTRAL):
        return (f"mail.moede.svar_{manner}",)
    too_late = BY_PHONE if context["kontakt"]["telefon"] else IN_WRITING
    return "svar.overskrift", too_late if context["brev"]["svarfrist_overskredet"] else IN_TIME


def _called_off(manner: Manner, context: Mapping[str, Any]) -> Iterator[Names]:
    facts, calendar = (f"mail.aflysning.fakta{_at_work(manner)}",), ("mail.aflysning.kalender",)
    if manner is Manner.NEUTRAL:
        yield from (("mail.aflysning.neutral",), facts, calendar, ("mail.aflysning.mere_neutral",))
        return
    yield ("aflysning.kun_dig" if context["aflysning"]["kun_dig"] else "aflysning.alle",)
    yield from (facts, ("mail.aflysning.bilag",), calendar, ("mail.kontakt",), ("aflysning.slut",))


def _at_work(manner: Manner) -> str:
    return "_medarbejder" if manner.is_work else ""


def _filled(kind: MeetingType, names: Names, context: Mapping[str, Any]) -> tuple[str, ...]:
    texts = tuple(text for name in names for text in phrases(kind, name, context))
    return texts if len(names) == 1 else (" ".join(texts),)
