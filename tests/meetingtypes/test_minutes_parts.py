"""The parts of the minutes as ``type.toml`` gives them: whatever would give two fields one tag is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.errors import DefinitionError
from docgen.meetingtypes.form import FIRST_TAGS, LONGEST_TAG, PartKind
from docgen.meetingtypes.loader import load_types
from tests.meetingtypes.samples import SMALL

TABLE = """
[[referat]]
del = "tabel"
noegle = "{key}"
titel = "Opgaver"
kolonner = [{columns}]
grupper = [{groups}]
"""


def found(folder: Path, text: str) -> list[tuple[str, str | None, dict[str, object]]]:
    """Code, place and data of everything that is wrong with a type with these parts."""
    (folder / "lille").mkdir()
    (folder / "lille" / "type.toml").write_text(SMALL + text, "utf-8")
    with pytest.raises(DefinitionError) as raised:
        load_types(folder, templates_needed=False)
    return [(one.code, one.place.key, dict(one.data)) for one in raised.value.findings]


def table(key: str = "opgaver", *columns: str, groups: tuple[str, ...] = ()) -> str:
    shown = (f'{{ noegle = "{one}", titel = "Opgave", bredde = 1 }}' for one in columns or ("opgave",))
    grouped = (f'{{ noegle = "{one}", titel = "Grøn" }}' for one in groups)
    return TABLE.format(key=key, columns=", ".join(shown), groups=", ".join(grouped))


def part(kind: str) -> str:
    return f'\n[[referat]]\ndel = "{kind}"\n'


def test_minutes_that_say_nothing_of_their_parts_have_the_usual_ones(tmp_path: Path) -> None:
    (tmp_path / "lille").mkdir()
    (tmp_path / "lille" / "type.toml").write_text(SMALL, "utf-8")
    [kind] = load_types(tmp_path, templates_needed=False)
    assert [part.kind for part in kind.minutes] == [
        PartKind.PEOPLE,
        PartKind.POINTS,
        PartKind.DECISIONS,
        PartKind.NEXT,
    ]


@pytest.mark.parametrize("kind", [kind for kind in PartKind if not kind.is_own])
def test_a_part_with_fields_of_its_own_stands_once(kind: PartKind, tmp_path: Path) -> None:
    [(code, place, data)] = found(tmp_path, part(kind) + part(kind))
    assert (code, place) == ("E-114", "referat 2: del")
    assert data == {"value": str(kind), "first": "referat 1"}


@pytest.mark.parametrize("key", FIRST_TAGS)
def test_no_part_takes_the_tags_of_another(key: str, tmp_path: Path) -> None:
    [(code, place, data)] = found(tmp_path, table(key))
    assert (code, place, data["value"]) == ("E-208", "referat 1: noegle", key)


def test_the_columns_and_the_groups_of_a_table_have_a_key_each(tmp_path: Path) -> None:
    problems = found(tmp_path, table("opgaver", "hvad", "hvad", groups=("groen", "gul", "groen")))
    assert [(code, place) for code, place, _ in problems] == [
        ("E-114", "referat 1: grupper 3: noegle"),
        ("E-114", "referat 1: kolonner 2: noegle"),
    ]


def test_keys_that_make_a_tag_longer_than_word_takes_are_refused(tmp_path: Path) -> None:
    long = "x" * 30
    [(code, place, data)] = found(tmp_path, table(long, long, groups=(long,)))
    assert (code, place) == ("E-209", "referat 1")
    assert data == {"length": 95, "example": f"{long}.{long}.99.{long}", "most": LONGEST_TAG}
