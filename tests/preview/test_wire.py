"""Messages go through a pipe whole, in whatever pieces the pipe hands them on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragapp.preview.wire import Unpacker, packed

MESSAGES = st.lists(st.one_of(st.text(), st.binary(max_size=300), st.tuples(st.integers())))


@given(MESSAGES, st.lists(st.integers(min_value=0, max_value=400)))
def test_what_was_packed_comes_out_in_order(messages: list[object], lengths: list[int]) -> None:
    stream = b"".join(packed(message) for message in messages)
    unpacker, come = Unpacker(), list[object]()
    for length in lengths:
        come += unpacker.feed(stream[:length])
        stream = stream[length:]
    come += unpacker.feed(stream)
    assert come == messages


def test_a_part_of_a_message_is_waited_for() -> None:
    stream = packed("întreg")
    unpacker = Unpacker()
    assert list(unpacker.feed(stream[:3])) == []
    assert list(unpacker.feed(stream[3:-1])) == []
    assert list(unpacker.feed(stream[-1:])) == ["întreg"]
