"""Whom the overview may name although they sit at no table any more."""

from __future__ import annotations

from docgen.model import Person, Role
from docgen.planning import Participant

_OWN_LIFE = frozenset(role for role in Role if role.is_private) | {Role.VOLUNTEER}


def is_of_own_life(who: Participant) -> bool:
    """Whether somebody belongs to a resident's own life, or may do: then only consent lets them be named.

    A volunteer does where a resident's row lists them, which a cancellation does not know.
    """
    return isinstance(who.who, Person) and (who.by_consent or who.who.role in _OWN_LIFE)
