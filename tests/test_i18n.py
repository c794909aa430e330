"""Languages, and the catalogue that must be complete."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docgen.findings import KINDS
from docgen.i18n import ENGLISH, language, preferred_code
from tools import messages


def test_the_catalogue_is_complete_and_up_to_date() -> None:
    found, known = messages.collected(), messages.translated()
    danish = messages.catalogue(found, known)
    assert list(messages.faults(danish)) == []
    assert known.keys() == found.keys()
    assert messages.PO.read_bytes() == messages.as_po(danish)
    assert messages.MO.read_bytes() == messages.as_mo(danish)


def test_every_word_of_every_finding_is_danish_in_danish() -> None:
    danish = language("da")

    def words() -> Iterator[str]:
        for kind in KINDS.values():
            yield from (kind.message, kind.expected, kind.remedy)

    assert [text for text in words() if text and danish.text(text) == text] == []


@pytest.mark.parametrize(
    ("english", "danish", "fault"),
    [
        ("The sheet {name}.", None, "not translated"),
        ("The sheet {name}.", "Arket {navn}.", "other places"),
        ("The sheet {name}.", "Arket {name}. ", "other space around"),
        (("{count} file", "{count} files"), ("{count} fil", ""), "not translated"),
        (("{count} file", "{count} files"), ("{count} fil", "filer"), "other places"),
    ],
)
def test_a_wrong_translation_is_found(
    english: messages.Words, danish: messages.Words | None, fault: str
) -> None:
    catalogue = messages.Danish()
    catalogue.add(english, danish)
    assert [problem.split(":")[0] for problem in messages.faults(catalogue)] == [fault]


def test_a_translation_that_somebody_was_unsure_of_is_found() -> None:
    catalogue = messages.Danish()
    catalogue.add("The sheet.", "Arket.", flags=["fuzzy"])
    assert list(messages.faults(catalogue)) == ["fuzzy: 'The sheet.'"]


class TestALanguage:
    def test_it_puts_words_into_danish(self) -> None:
        assert language("da").text("Error: {message}", message="x") == "Fejl: x"

    def test_it_leaves_what_has_no_translation_in_english(self) -> None:
        assert language("da").text("No such message, {name}", name="x") == "No such message, x"

    def test_it_writes_decimals_with_its_own_sign(self) -> None:
        assert (language("da").decimal(24.04), ENGLISH.decimal(24)) == ("24,0", "24.0")

    def test_it_says_nothing_for_nothing(self) -> None:
        assert language("da").text("") == ""

    def test_it_knows_one_from_many(self) -> None:
        words = language("da")
        forms = [words.plural("{count} warning", "{count} warnings", count) for count in (0, 1, 2)]
        assert forms == ["0 advarsler", "1 advarsel", "2 advarsler"]

    def test_it_speaks_english_when_there_is_no_catalogue(self) -> None:
        assert language("sv").text("new") == "new"

    def test_it_leaves_braces_in_data_alone(self) -> None:
        assert ENGLISH.text("Error: {message}", message="{{ x }}") == "Error: {{ x }}"


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "da:en"}, "da"),
        ({"LANG": "", "LC_MESSAGES": "da_DK"}, "da"),
    ],
)
def test_the_machines_language_is_read_as_gettext_does(environ: dict[str, str], code: str) -> None:
    assert preferred_code(environ) == code


@pytest.mark.parametrize(
    ("system", "code"),
    [("Danish_Denmark", "da"), ("da_DK", "da"), ("English_United States", "en"), (None, "en")],
)
def test_without_variables_the_system_decides(
    monkeypatch: pytest.MonkeyPatch, system: str | None, code: str
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (system, "cp1252"))
    assert preferred_code({}) == code


def test_a_locale_that_python_does_not_know_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ValueError

    monkeypatch.setattr("locale.getlocale", fail)
    assert preferred_code({}) == "en"
