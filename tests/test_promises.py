"""Every promise that the dossier makes to the clerk has its test, found by the promise's number.

1 what is typed is stored when it is left · 2 an action is whole or not at all · 3 a killed program
loses at most the action under way · 4 a full disk changes nothing and says so · 5 what is protected
opens for reading, with a banner · 6 a second window or computer cannot spoil the file · 7 a newer
file is not touched, an older one is kept and upgraded · 8 a failed upgrade leaves the old file · 9
a damaged or foreign file never crashes the program and is never overwritten · 10 copies exist, open
and are thinned right · 11 a restore can be taken back · 12 undo and redo give back exactly the same
· 13 opening is not undoable · 14 an export leaves no half file and never destroys the old one · 15
Romanian text survives · 16 after a crash one sentence says what was kept · 17 nothing is written
outside the chosen folders · 18 long work can be stopped and leaves nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_TESTS = Path(__file__).parent


def _named() -> set[int]:
    found: set[int] = set()
    for path in _TESTS.rglob("*.py"):
        if path != Path(__file__):
            for numbers in re.findall(r"Promises? ([\d, and]+)", path.read_text(encoding="utf-8")):
                found |= {int(number) for number in re.findall(r"\d+", numbers)}
    return found


@pytest.mark.parametrize("promise", range(1, 19))
def test_the_promise_has_its_test(promise: int) -> None:
    assert promise in _named()
