"""The report of a salvage says in good Romanian what was found and what became of it."""

from __future__ import annotations

from dragapp.dossier.salvage import Report

LAST = "Fișierul deteriorat a rămas neschimbat. Verificați planul recuperat."


def test_a_salvage_without_losses_says_what_was_found() -> None:
    assert Report(1, 57, 120, 19, 300).sentences() == [
        "S-au recuperat 1 plan, 57 de puncte, 120 de paragrafe, 19 rânduri și 300 de celule.",
        LAST,
    ]


def test_what_was_not_found_is_not_listed() -> None:
    assert Report(1, 0, 0, 0, 0).sentences() == ["S-a recuperat 1 plan.", LAST]
    assert Report(0, 2, 1, 0, 0).sentences()[0] == "S-au recuperat 2 puncte și 1 paragraf."


def test_what_had_to_be_done_is_told_one_by_one() -> None:
    assert Report(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, doubtful=True).sentences() == [
        "S-au recuperat 1 plan, 1 punct, 1 paragraf, 1 rând și 1 celulă.",
        "1 parte pierdută a fost refăcută din ce ținea de ea: unde scrie „recuperat”, dați numele "
        "potrivit.",
        "1 parte nu și-a mai găsit locul și a fost pusă unde se potrivește cel mai bine.",
        "1 text fără loc cunoscut este la punctul „Texte recuperate”, care nu se tipărește.",
        "1 text nu mai este întreg; semnul \ufffd arată ce lipsește.",
        "1 valoare de neînțeles a fost înlocuită.",
        "Este posibil ca printre acestea să fie și părți șterse mai demult.",
        LAST,
    ]


def test_many_things_are_counted_with_their_preposition() -> None:
    assert Report(2, 20, 3, 0, 101, 20, 3, 21, 119, 2).sentences()[:-1] == [
        "S-au recuperat 2 planuri, 20 de puncte, 3 paragrafe și 101 celule.",
        "21 de părți pierdute au fost refăcute din ce ținea de ele: unde scrie „recuperat”, dați "
        "numele potrivit.",
        "3 părți nu și-au mai găsit locul și au fost puse unde se potrivesc cel mai bine.",
        "119 texte fără loc cunoscut sunt la punctul „Texte recuperate”, care nu se tipărește.",
        "2 texte nu mai sunt întregi; semnul \ufffd arată ce lipsește.",
        "20 de valori de neînțeles au fost înlocuite.",
    ]
