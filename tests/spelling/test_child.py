"""The process that knows the words, spoken to as the window does, and the lines between them."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragapp.spelling.messages import Lines, line


def answers(*messages: bytes) -> list[dict[str, Any]]:
    """Return what the process answers to these messages before it ends with its input."""
    done = subprocess.run(
        [sys.executable, "-m", "dragapp", "spelling"],
        input=b"".join(messages),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == b""
    return list(Lines().feed(done.stdout))


def test_words_are_parted_own_ones_come_and_go_and_the_process_ends_with_its_input() -> None:
    judge = line(judge=["fara", "fără", "Zgrunțești"])
    assert answers(
        judge,
        line(own=["Zgrunțești"]),
        judge,
        line(suggest="fara"),
        line(suggest="Zgruntesti"),
        line(own=[]),
        judge,
    ) == [
        {"right": ["fără"], "wrong": ["fara", "Zgrunțești"]},
        {"right": ["fără", "Zgrunțești"], "wrong": ["fara"]},
        {"suggestions": {"fara": ["fără"]}},
        {"suggestions": {"Zgruntesti": ["Zgrunțești"]}},
        {"right": ["fără"], "wrong": ["fara", "Zgrunțești"]},
    ]


_SAID = st.dictionaries(st.sampled_from(["own", "judge"]), st.lists(st.text()), min_size=1)


@given(st.lists(_SAID), st.lists(st.integers(0, 400)))
def test_messages_arrive_whole_however_they_are_cut(
    said: list[dict[str, list[str]]], cuts: list[int]
) -> None:
    stream = b"".join(line(**each) for each in said)
    places = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    lines = Lines()
    come = [each for start, end in pairwise(places) for each in lines.feed(stream[start:end])]
    assert come == said


@pytest.mark.parametrize("foreign", [b"hello\n", b"[1]\n", b"\xff\n"])
def test_what_is_no_message_is_refused_and_left_behind(foreign: bytes) -> None:
    lines = Lines()
    with pytest.raises(ValueError, match=r"no message|Expecting value|can't decode"):
        list(lines.feed(foreign))
    assert list(lines.feed(line(judge=["a"]))) == [{"judge": ["a"]}]


def test_a_message_is_one_line_of_json() -> None:
    told = line(judge=["un\nrând", "ș"])
    assert told.count(b"\n") == 1
    assert json.loads(told) == {"judge": ["un\nrând", "ș"]}
