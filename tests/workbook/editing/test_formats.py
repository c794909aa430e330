import pytest

from docgen.workbook.editing.formats import Shown, built_in

KINDS = (Shown.NUMBER, Shown.DATE, Shown.TIME, Shown.MOMENT)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", {Shown.NUMBER}),
        ("@", {Shown.NUMBER}),
        ("0.00", {Shown.NUMBER}),
        ('#,##0\\ "dage"', {Shown.NUMBER}),
        ("[Red]0;[Yellow]-0", {Shown.NUMBER}),
        ("_-* #,##0.00\\ _k_r_._-", {Shown.NUMBER}),
        ("0.00E+00", {Shown.NUMBER}),
        ("dd-mm-yyyy", {Shown.DATE}),
        ("[$-406]d\\. mmmm yyyy;@", {Shown.DATE}),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", {Shown.DATE}),
        ("mmmm", {Shown.DATE}),
        ("yyyy", {Shown.DATE}),
        ("DD/MM/YY", {Shown.DATE}),
        ("hh:mm", {Shown.TIME}),
        ('"kl. "h.mm', {Shown.TIME}),
        ("[h]:mm", {Shown.TIME}),
        ("[mm]", {Shown.TIME}),
        ("mm:ss", {Shown.TIME}),
        ("h:mm AM/PM", {Shown.TIME}),
        ("dd-mm-yyyy hh:mm", {Shown.DATE, Shown.MOMENT}),
    ],
)  # fmt: skip
def test_a_format_shows_what_its_code_says(code: str, shown: set[Shown]) -> None:
    assert {kind for kind in KINDS if kind.suits(code)} == shown
    assert Shown.ANYTHING.suits(code)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, Shown.NUMBER),
        (2, Shown.NUMBER),
        (14, Shown.DATE),
        (17, Shown.DATE),
        (20, Shown.TIME),
        (22, Shown.MOMENT),
        (30, Shown.DATE),
        (45, Shown.TIME),
        (49, Shown.NUMBER),
        (163, Shown.NUMBER),
    ],
)
def test_excel_s_own_formats_are_known_by_number(number: int, shown: Shown) -> None:
    assert shown.suits(built_in(number))


@pytest.mark.parametrize("kind", KINDS)
def test_a_format_that_is_made_for_a_value_shows_it(kind: Shown) -> None:
    assert kind.suits(kind.value)
