"""A paste told in Romanian, sentence by sentence, for the preview and the status line."""

from __future__ import annotations

from collections.abc import Sequence

from dragapp.plan.counted import counted
from dragapp.plan.paste import LeftOut, Paste, Why

_WHY = {
    Why.NO_COLUMN: "tabelul nu are atâtea coloane",
    Why.MERGED: "acolo este o celulă îmbinată, cu alt text",
    Why.NO_CELL: "rândul nu are celulă în coloana aceea",
    Why.TITLE: "este un titlu peste tot rândul, iar acolo este un rând obișnuit",
    Why.NUMBER: "coloana numără singură rândurile",
}
_RENUMBERED = "Rândurile noi se numără în continuarea celor din tabel."
_LONGEST = 40
_MOST_NAMED = 3


def sentences(paste: Paste, *, left_out: bool = True) -> list[str]:
    """Return what a paste does and what it does not, most important first.

    Without `left_out`, what has no place is not among them; see `places_left_out`.
    """
    told = _done(paste)
    if left_out:
        told += [
            _left_out(paste, why) for why in Why if any(each.why == why for each in paste.left_out)
        ]
    if paste.head_rows:
        one, many = "Primul rând copiat este", f"Primele {paste.head_rows} rânduri copiate sunt"
        told.append(f"{one if paste.head_rows == 1 else many} capul tabelului: nu se lipește.")
    if paste.outside and left_out:
        told.append(
            f"În afara tabelului mai era text, care nu se lipește: {_named(paste.outside)}."
        )
    if paste.grouping:
        told.append("Grupurile copiate nu se potrivesc cu cele din tabel: verificați rândurile.")
    if paste.renumbered:
        told.append(_RENUMBERED)
    if paste.numbered:
        rows = counted(paste.numbered, "rând nou păstrează", "rânduri noi păstrează")
        told.append(f"{rows} numărul copiat.")
    if paste.shape:
        told.append("Ce ați copiat are altă formă decât celulele selectate.")
    return told


def done(paste: Paste) -> str:
    """Return in one sentence what a paste has done, and what else is to be known of it."""
    filled = len(paste.changes) - len(paste.replaced)
    counts = (
        (len(paste.added), "rând adăugat", "rânduri adăugate"),
        (filled, "celulă completată", "celule completate"),
        (len(paste.replaced), "celulă înlocuită", "celule înlocuite"),
        (len(paste.left_out), "text lăsat deoparte", "texte lăsate deoparte"),
    )
    told = ", ".join(counted(count, one, many) for count, one, many in counts if count)
    if paste.is_empty:
        return "Nu s-a schimbat nimic: în tabel era deja ce ați copiat."
    more = [_RENUMBERED] if paste.renumbered else []
    if paste.head_rows:
        more.append("Capul de tabel copiat nu s-a lipit.")
    return " ".join([f"Lipit: {told or 'numerotarea schimbată'}.", *more])


def summary(paste: Paste) -> str:
    """Return the sentences as one text."""
    return " ".join(sentences(paste))


def _done(paste: Paste) -> list[str]:
    if paste.is_empty:
        return ["Nu se schimbă nimic."]
    told = []
    if paste.added:
        told.append(f"Se adaugă {counted(len(paste.added), 'rând', 'rânduri')}.")
    filled = len(paste.changes) - len(paste.replaced)
    if filled:
        told.append(f"Se completează {counted(filled, 'celulă goală', 'celule goale')}.")
    emptied = sum(not change.new.strip() for change in paste.replaced)
    replaced = len(paste.replaced) - emptied
    if replaced:
        told.append(f"Se înlocuiește textul din {counted(replaced, 'celulă', 'celule')}.")
    if emptied:
        cells = counted(emptied, "celulă care are", "celule care au")
        told.append(f"Se {'golește' if emptied == 1 else 'golesc'} {cells} text.")
    if paste.removed:
        rows = counted(len(paste.removed), "rând gol dispare", "rânduri goale dispar")
        told.append(f"{rows}: le iau locul cele lipite.")
    return told


def places_left_out(paste: Paste) -> list[str]:
    """Return, for each text that has no place, where it stood in what was copied."""
    return [
        f"rândul {each.row + 1}, coloana {each.column + 1}: „{_short(each.text)}” – "
        f"{_WHY[each.why]}"
        for each in paste.left_out
    ] + [f"în afara tabelului: „{_short(text)}”" for text in paste.outside]


def _left_out(paste: Paste, why: Why) -> str:
    found: list[LeftOut] = [each for each in paste.left_out if each.why == why]
    texts = counted(len(found), "text nu are", "texte nu au")
    return f"{texts} loc, fiindcă {_WHY[why]}: {_named([each.text for each in found])}."


def _named(texts: Sequence[str]) -> str:
    """Quote the first texts, shortened, on one line."""
    quoted = [f"„{_short(text)}”" for text in texts[:_MOST_NAMED]]
    return ", ".join(quoted) + (" …" if len(texts) > _MOST_NAMED else "")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
