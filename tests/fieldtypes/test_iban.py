"""Account numbers across borders: in capitals without spaces, and in groups of four on paper."""

import pytest

from skjema.fieldtypes.reading_results import InvalidValue
from skjema.fieldtypes.show import show
from tests.drawing import field_of
from tests.fieldtypes.test_types import read


@pytest.mark.parametrize(
    ("written", "value", "shown"),
    [
        ("NO93 8601 1117 947", "NO9386011117947", "NO93\u00a08601\u00a01117\u00a0947"),
        ("no93-8601 1117947", "NO9386011117947", "NO93\u00a08601\u00a01117\u00a0947"),
        ("GB82WEST12345698765432", "GB82WEST12345698765432", "GB82\u00a0WEST\u00a01234\u00a05698\u00a07654\u00a032"),
    ],
)
def test_it_is_read_however_it_is_spaced(written: str, value: str, shown: str) -> None:
    assert read("iban", written) == value
    assert show(field_of("iban"), value, "nb") == shown


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("NO9386011117948", "iban-checksum"),
        ("NO93", "iban-checksum"),
        ("NO93 8601 æ", "iban-form"),
        ("", "iban-form"),
    ],
)
def test_what_is_none_is_told(written: str, code: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read("iban", written)
    assert caught.value.code == code
