"""The two ways of writing a moment mean the same one."""

from __future__ import annotations

import pytest

from tests.pdfcheck.dates import same_moment


@pytest.mark.parametrize(
    ("info", "xmp", "same"),
    [
        ("D:20240426120000+03'00'", "2024-04-26T12:00:00+03:00", True),
        ("D:20240426120000+03'00", "2024-04-26T09:00:00Z", True),
        ("D:20240426120000Z", "2024-04-26T12:00:00+00:00", True),
        ("D:20240426120000+03'00'", "2024-04-26T12:00:00Z", False),
        ("D:20240426120000+03'00'", "2024-04-26T12:00:00", False),
        ("D:20240426120000+03'00'", "aprilie", False),
        ("D:20241326120000Z", "2024-04-26T12:00:00Z", False),
        ("D:2024", "2024", False),
        ("D:20240426120000Z", None, False),
        (None, None, True),
    ],
)
def test_moments_are_compared(info: str | None, xmp: str | None, same: bool) -> None:
    assert same_moment(info, xmp) == same
