import errno
import io
import zipfile
from pathlib import Path

import pytest

from docgen.errors import WorkbookError
from docgen.workbook import read

from .books import INSTITUTION, written

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def package(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return data.getvalue()


def code_of(path: Path) -> str:
    with pytest.raises(WorkbookError) as caught:
        read(path)
    (finding,) = caught.value.findings
    assert finding.place.file == path.name
    assert str(path.parent) not in str(caught.value)
    return finding.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "E-002"),
        (OLE + "Workbook\0".encode("utf-16-le"), "E-003"),
        (package(xl__workbook_bin=b""), "E-003"),
        (package(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "E-003"),
        (OLE + "WordDocument".encode("utf-16-le"), "E-004"),
        (package(word__document_xml=b"<w/>"), "E-004"),
        (b"", "E-004"),
        (b"Nr;Navn\nB001;Asta\n", "E-004"),
        (package(xl__workbook_xml=b"<workbook/>")[:60], "E-005"),
        (package(xl__workbook_xml=b"<workbook"), "E-005"),
    ],
    ids=["password", "xls", "xlsb", "ods", "old word", "word", "empty", "csv", "half a file", "half its xml"],
)
def test_each_kind_of_file_that_is_no_workbook_has_its_own_code(
    tmp_path: Path, data: bytes, code: str
) -> None:
    path = tmp_path / "bog.xlsx"
    path.write_bytes(data)
    assert code_of(path) == code


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert code_of(tmp_path / "borte.xlsx") == "E-001"


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "mappe.xlsx"
    path.mkdir()
    assert code_of(path) in ("E-004", "E-006")  # Windows says that a folder may not be opened


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    path = written(tmp_path, {"Institution": [INSTITUTION]})
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert code_of(path) == "E-006"


def test_a_workbook_cut_short_anywhere_is_never_read_as_whole(tmp_path: Path) -> None:
    data = written(tmp_path, {}).read_bytes()
    path = tmp_path / "halv.xlsx"
    for length in range(10, len(data) - 1, 4001):
        path.write_bytes(data[:length])
        assert code_of(path) == "E-005"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as member:
            for _ in range(31):
                member.write(bytes(10_000_000))
    path = tmp_path / "bombe.xlsx"
    path.write_bytes(data.getvalue())
    assert code_of(path) == "E-007"
