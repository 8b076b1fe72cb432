"""An office's own lists, joined with those of another office."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragapp.plan.acts import Act, ActKind
from dragapp.plan.own_lists import OwnCode, OwnLists, merged

OWN = OwnLists(
    [OwnCode("8899 CZ-VS-I", "al meu")],
    [Act(ActKind.LAW, "52", 2003)],
    ["Parohia Drăgușeni"],
    ["PNRR"],
    ["anteprescolar"],
)


def test_what_is_new_is_added_behind_and_what_is_known_stays_as_it_is() -> None:
    brought = OwnLists(
        [OwnCode("8899cz-vs-i", "al lor"), OwnCode("8899 CZ-VS-II")],
        [Act(ActKind.LAW, "52", 2003, title="privind altceva")],
        ["parohia Draguseni", "Școala"],
        [],
        ["anteprescolară"],
    )
    both = merged(OWN, brought)
    assert [own.name for own in both.lists.codes] == ["al meu", ""]
    assert both.lists.acts == OWN.acts
    assert both.lists.parties == ["Parohia Drăgușeni", "Școala"]
    assert both.lists.words == ["anteprescolar", "anteprescolară"]
    assert both.known == 3
    assert both.summary() == ("S-au adăugat 1 cod, 1 instituție și 1 cuvânt; 3 existau deja.")
    assert OWN.parties == ["Parohia Drăgușeni"]


def test_the_summary_counts_right() -> None:
    assert merged(OWN, OwnLists()).summary() == "Nu s-a adăugat nimic."
    assert merged(OWN, OWN).summary() == "Nu s-a adăugat nimic; 5 existau deja."
    assert merged(OWN, OwnLists(words=["a"])).summary() == "S-a adăugat 1 cuvânt."
    many = OwnLists(words=[f"w{n}" for n in range(21)], funding=["pnrr"])
    assert merged(OWN, many).summary() == "S-au adăugat 21 de cuvinte; 1 exista deja."


names = st.lists(st.sampled_from(["Parohia", "parohia", "DGASPC", "Școala", "scoala"]), max_size=6)
some = st.builds(OwnLists, st.just([]), st.just([]), names, names, names)


@given(some, some)
def test_merging_again_adds_nothing(own: OwnLists, brought: OwnLists) -> None:
    once = merged(own, brought)
    again = merged(once.lists, brought)
    assert again.lists == once.lists
    assert not any(again.added.values())
