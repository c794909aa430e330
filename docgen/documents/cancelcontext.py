"""What the tags of a letter can say that calls a meeting off, for everybody or for its receiver alone."""

from __future__ import annotations

from typing import Any

from docgen import danish
from docgen.documents.context import when
from docgen.documents.people import contact_for, contact_tags, house_tags, receiver_tags
from docgen.model import Institution
from docgen.planning import Cancellation, Participant

ONLY_YOU = "aflysning.kun_dig_titel"


def cancellation_context(
    one: Cancellation, receiver: Participant, institution: Institution, title: str
) -> dict[str, Any]:
    """The whole vocabulary. Nothing in it says whom the meeting is about.

    ``aflysning.kun_dig`` is true for one who is taken out of a meeting that is held without them.
    """
    house = house_tags(institution)
    words = one.kind.words if one.kind else {}
    end = danish.minutes_after(one.told.start, one.told.length)
    return {
        "institution": house,
        "brev": {"dato": danish.date(one.stamp.date())},
        "modtager": receiver_tags(receiver, ()),
        "kontakt": contact_for(receiver.name, contact_tags(None, institution), house),
        "moede": {
            "nr": one.nr,
            "titel": one.told.title,
            "hvornaar": when(one.told),
            "dato": danish.full_date(one.told.date),
            "tid": danish.span(one.told.start, end),
            "sted": danish.one_line(one.told.place),
        },
        "aflysning": {"kun_dig": bool(one.person), "brev_af": danish.date(one.sent_on)},
        "dokument": {"titel": (words.get(ONLY_YOU) or title) if one.person else title},
    }
