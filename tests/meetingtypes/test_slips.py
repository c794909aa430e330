"""Values of a ``type.toml`` that nothing can be made of, each shown as it stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.meetingtypes.loader import load_types
from tests.meetingtypes.slips import slips, the_slip, write_small

COLUMNS = '\nkolonner = [{ noegle = "b", titel = "B", bredde = 1 }]'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r'"Se C:\breve"', r'"Se C:\breve"'),
        (r'"a\u0007b"', r'"a\u0007b"'),
        (r'"a\u000bb"', r'"a\u000bb"'),
        (r'"a\fb"', r'"a\fb"'),
        (r'"a\u007fb"', r'"a\u007Fb"'),
        (r'"a\uFFFEb"', r'"a\uFFFEb"'),
    ],
)
@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('titel = "Lille møde"', "titel = {}", "titel"),
        ('rolle = "beboer"', "rolle = {}", "deltager 1: rolle"),
        ("minutter = 30", 'minutter = 30\nspoergsmaal = ["Hvad?", {}]', "fase 1: spoergsmaal"),
        ('titel = "Invitation"', 'titel = "Invitation"\n[ord.brev]\nslut = {}', "ord: brev: slut"),
        (
            'titel = "Invitation"',
            'titel = "Invitation"\n[ord.brev]\nindledning = [{}]',
            "ord: brev: indledning",
        ),
    ],
)
def test_a_sign_that_word_cannot_hold_is_refused_wherever_a_text_stands(
    tmp_path: Path, old: str, new: str, key: str, written: str, shown: str
) -> None:
    finding = the_slip(tmp_path, change=(old, new.replace("{}", written)))
    assert (finding.code, finding.place.key) == ("E-212", key)
    assert dict(finding.data)["value"] == shown
    assert "backslash twice" in finding.remedy()


def test_of_a_long_text_only_the_words_around_the_sign_are_shown(tmp_path: Path) -> None:
    finding = the_slip(tmp_path, change=("Lille møde", "Lang " * 30 + r"C:\breve" + " og mere" * 20))
    assert dict(finding.data)["value"] == r'"ng Lang Lang C:\breve og mere og"'


@pytest.mark.parametrize(
    "text",
    [
        r"'Se C:\breve'",
        r'"Se C:\\breve"',
        r'"To\nlinjer"',
        '"""To\nlinjer"""',
        '"Tabu\\tlator"',
        '"Æ – ✓ 🙂"',
    ],
)
def test_other_signs_are_welcome(tmp_path: Path, text: str) -> None:
    (kind,) = load_types(
        write_small(tmp_path, change=("minutter = 30", f"minutter = 30\nspoergsmaal = [{text}]")),
        templates_needed=False,
    )
    assert len(kind.phases[0].prompts) == 1


@pytest.mark.parametrize(
    ("old", "new", "key", "most"),
    [
        ("standard = 30", "standard = 1441", "varighed: standard", 1440),
        ("standard = 30", "standard = 30\nhoejst = 5000", "varighed: hoejst", 1440),
        ("minutter = 30", "minutter = 1441", "fase 1: minutter", 1440),
        ('titel = "Invitation"', 'titel = "Invitation"\nsider = 21', "dokument 1: sider", 20),
        (
            'titel = "Invitation"',
            'titel = "Invitation"\n[[referat]]\ndel = "felt"\nnoegle = "a"\ntitel = "A"\nhoejde = 251',
            "referat 1: hoejde",
            250,
        ),
        (
            'titel = "Invitation"',
            'titel = "Invitation"\n[[referat]]\ndel = "tabel"\nnoegle = "a"\ntitel = "A"\nraekker = 41'
            + COLUMNS,
            "referat 1: raekker",
            40,
        ),
        (
            'layout = "brev"\ntil = "beboer"\ntitel = "Invitation"',
            'layout = "ark"\ntil = "beboer"\ntitel = "Ark"\n[[ark.invitation]]\nplads = 251\ntekst = ["A"]',
            "ark: invitation 1: plads",
            250,
        ),
    ],
)
def test_a_number_that_no_paper_and_no_day_has_room_for_is_refused(
    tmp_path: Path, old: str, new: str, key: str, most: int
) -> None:
    finding = the_slip(tmp_path, change=(old, new))
    assert (finding.code, finding.place.key) == ("E-213", key)
    assert f"at most {most}." in finding.expected()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('["Hvad", 5]', '["Hvad", 5]'),
        ('{ overskrift = "x" }', '{ overskrift = "x" }'),
        ("true", "true"),
        ("2026-01-19", "2026-01-19"),
        ('"Hvad siger \\"du\\"?"', r'"Hvad siger \"du\"?"'),
        ("[" + ", ".join(["1"] * 50) + "]", "[" + "1, " * 12 + "1,…"),
    ],
)
def test_a_value_of_the_wrong_kind_is_shown_as_it_is_written(
    tmp_path: Path, written: str, shown: str
) -> None:
    finding = the_slip(tmp_path, change=("minutter = 30", f"minutter = 30\nspoergsmaal = {written}"))
    assert finding.code == "E-107"
    assert finding.message() == f"There stands {shown}."


@pytest.mark.parametrize(
    ("added", "key", "code", "example"),
    [
        ("[ark.invitation]\ntekst = ['A']\n", "ark: invitation", "E-108", " [[ark.invitation]]."),
        ("[ord]\nbrev = 5\n", "ord: brev", "E-108", " [ord.brev]."),
        (
            "[[program]]\ntitel = 'Dag'\npunkter = 'x'\n",
            "program 1: punkter",
            "E-214",
            'punkter = [{ fase = "velkomst", minutter = 15 }]',
        ),
        (
            "[[referat]]\ndel = 'felt'\nnoegle = 'a'\ntitel = 'A'\ngrupper = ['x']\n",
            "referat 1: grupper",
            "E-214",
            'grupper = [{ noegle = "groen", titel = "Grøn" }]',
        ),
    ],
)
def test_a_table_that_is_none_is_told_how_one_is_written_there(
    tmp_path: Path, added: str, key: str, code: str, example: str
) -> None:
    (finding,) = [found for found in slips(tmp_path, added) if (found.code, found.place.key) == (code, key)]
    assert example in finding.expected()
