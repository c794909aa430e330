"""What the words of e-mails can say of a meeting to come, and of one that is called off.

Nothing in it says whom the meeting is about, so no subject line can. What is left of it by ``neutral`` says
no more than that there is a meeting, when and where: for e-mails that others may read along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from docgen import danish
from docgen.documents.cancelcontext import cancellation_context
from docgen.documents.context import document_context, meeting_context
from docgen.documents.formfields import MINUTES
from docgen.meetingtypes.definition import DocumentRule, Scope
from docgen.model import Institution
from docgen.planning import Cancellation, Participant, PlannedMeeting

_WHEN_AND_WHERE = ("dato", "ugedag", "tid", "start", "varighed", "sted", "link")
_OF_MEETING = ("nr", "titel", *_WHEN_AND_WHERE)
_NOT_SAID = ("afsender", "afsender_titel")


def invitation_mail(
    planned: PlannedMeeting, receiver: Participant, house: Institution, files: Sequence[str] = ()
) -> dict[str, Any]:
    """The vocabulary of an e-mail that invites, or tells of a change; ``files`` are the names of those that
    go with it.

    ``mail.bilag`` are the titles of what is to be read, ``mail.udfyldes`` of what the receiver fills in, and
    ``mail.referat`` the title of the minutes among those. A file that is none of the type's documents is
    called by its name.
    """
    said = document_context(meeting_context(planned, house), receiver, "")
    moede = {name: said["moede"][name] for name in _OF_MEETING}
    return {
        **{name: said[name] for name in ("institution", "modtager", "kontakt", "brev")},
        "moede": moede | {"link": danish.one_line(moede["link"])},
        "mail": _enclosed(files, _rules_for(planned, receiver)),
    }


def cancellation_mail(
    one: Cancellation, receiver: Participant, house: Institution, files: Sequence[str] = ()
) -> dict[str, Any]:
    """The vocabulary of an e-mail that calls a meeting off.

    The meeting's title is its type's, where that is known: what stands in calendars may hold a name.
    """
    said = cancellation_context(one, receiver, house, "")
    kind = one.kind
    title = {"titel": kind.title if kind else "", "start": danish.at(one.told.start)}
    rules = [rule for rule in kind.documents if rule.scope is Scope.CANCELLATION] if kind else []
    return {
        **{name: said[name] for name in ("institution", "modtager", "kontakt", "brev", "aflysning")},
        "moede": said["moede"] | title,
        "mail": _enclosed(files, rules),
    }


def neutral(context: Mapping[str, Any]) -> dict[str, Any]:
    """The same vocabulary without what tells of the matter: what kind of meeting it is, who else comes, who
    in the house sees to it. Whom to call is the house.
    """
    house = context["institution"]
    told = {name: value for name, value in context["moede"].items() if name in _WHEN_AND_WHERE}
    return {
        **{name: value for name, value in context.items() if name != "mail"},
        "institution": house | dict.fromkeys(_NOT_SAID, ""),
        "modtager": {name: context["modtager"][name] for name in ("navn", "fornavn")},
        "kontakt": {name: house[name] for name in ("navn", "telefon", "email")},
        "moede": told,
    }


def _rules_for(planned: PlannedMeeting, receiver: Participant) -> list[DocumentRule]:
    """Which documents the receiver can have a file of: their own, shared ones, and those of the course."""
    own = [one.rule for one in planned.documents if one.receiver is None or one.receiver.nr == receiver.nr]
    return own + [rule for rule in planned.kind.documents if rule.scope is Scope.COURSE]


def _enclosed(files: Iterable[str], rules: Sequence[DocumentRule]) -> dict[str, Any]:
    known = [(file, _rule_of(file, rules)) for file in files]
    return {
        "bilag": [rule.title if rule else file for file, rule in known if not _is_filled_in(rule)],
        "udfyldes": [rule.title for _, rule in known if rule and _is_filled_in(rule)],
        "referat": next((rule.title for _, rule in known if rule and rule.layout == MINUTES), ""),
    }


def _is_filled_in(rule: DocumentRule | None) -> bool:
    return rule is not None and rule.audience.is_filled_in


def _rule_of(file: str, rules: Sequence[DocumentRule]) -> DocumentRule | None:
    """The document that a file is of: ``invitation_P003.pdf`` is of the one called ``invitation``."""
    stem = PurePath(file).stem
    fitting = [rule for rule in rules if f"{stem}_".startswith(f"{rule.stem}_")]
    return max(fitting, key=lambda rule: len(rule.stem), default=None)
