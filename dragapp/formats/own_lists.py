"""An office's own lists as one JSON file, to be carried to another dossier.

The file says what it is and which version of the shape it has; lists that are empty are left out.
Writing what was read gives the same bytes.
"""

from __future__ import annotations

import json
from typing import Any

from dragapp.errors import FormatError
from dragapp.plan.acts import Act
from dragapp.plan.codec import ShapeError, briefly, decode, encode
from dragapp.plan.distinct import distinct
from dragapp.plan.own_lists import KEYS, OwnCode, OwnLists
from dragapp.plan.service_code import service_key
from dragapp.plan.text import clean

KIND, VERSION = "liste-dragapp", 1
_KINDS: dict[str, type[OwnCode] | type[Act]] = {"codes": OwnCode, "acts": Act}
_SAFE = "Listele dumneavoastră au rămas cum erau."
_CHOOSE = f"{_SAFE} Alegeți un fișier salvat cu „Salvează listele”."


def dump_lists(lists: OwnLists) -> str:
    """Write the lists as JSON text."""
    written: dict[str, Any] = {"kind": KIND, "version": VERSION}
    for name in KEYS:
        things = getattr(lists, name)
        if things:
            written[name] = [encode(thing) if name in _KINDS else thing for thing in things]
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def load_lists(text: str, name: str) -> OwnLists:
    """Read lists from JSON text; `name` is the file's, for messages.

    Things that a list has twice are read once. Raise FormatError, which says where and what is
    wrong, that nothing was changed and what to do.
    """
    try:
        data = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object)
        return _lists(data, name)
    except ShapeError as error:
        raise FormatError(
            f"Listele din fișierul „{name}” sunt greșite: {error}. {_SAFE}"
        ) from error
    except json.JSONDecodeError as error:
        where = f"linia {error.lineno}, coloana {error.colno}"
        raise FormatError(f"Fișierul „{name}” nu este JSON corect: {where}. {_CHOOSE}") from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or brackets without end.
        raise FormatError(f"Fișierul „{name}” nu poate fi citit. {_CHOOSE}") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; a key that it has twice would lose one value."""
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ShapeError("", f"cheia {briefly(name)} apare de două ori")
    return dict(pairs)


def _lists(data: Any, name: str) -> OwnLists:
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise FormatError(f"Fișierul „{name}” nu conține liste de ale programului. {_CHOOSE}")
    if data.get("version") != VERSION or isinstance(data.get("version"), bool):
        raise FormatError(
            f"Listele din fișierul „{name}” au versiunea {briefly(data.get('version'))}; programul "
            f"citește versiunea {VERSION}. {_SAFE} Folosiți o versiune mai nouă a programului."
        )
    for key in data:
        if key not in ("kind", "version", *KEYS):
            raise ShapeError("", f"cheia {briefly(key)} nu este cunoscută")
    lists = OwnLists()
    for key, things in ((key, data.get(key, [])) for key in KEYS):
        if not isinstance(things, list):
            raise ShapeError(key, f"se aștepta o listă, nu {briefly(things)}")
        read = [_thing(key, thing, f"{key} [{n}]") for n, thing in enumerate(things, 1)]
        setattr(lists, key, distinct(read, KEYS[key]))
    return lists


def _thing(key: str, value: object, place: str) -> Any:
    if key in _KINDS:
        thing: OwnCode | Act = decode(_KINDS[key], value, place)
        _check(thing, place)
        return thing
    text = " ".join(clean(value).split()) if isinstance(value, str) else ""
    if not text:
        raise ShapeError(place, f"se aștepta un text, nu {briefly(value)}")
    return text


def _check(thing: OwnCode | Act, place: str) -> None:
    if isinstance(thing, OwnCode):
        if not service_key(thing.code):
            raise ShapeError(place, "lipsește codul")
    elif not thing.number.strip() or not 1 <= thing.year <= 9999 or not 0 <= thing.seen <= 9999:
        raise ShapeError(place, "actul nu are un număr și un an")
