"""A plan as the program's documented JSON, complete and stable: also the plan as open data.

The shape is described in `resources/help/format-json.md`. Writing what was read gives the same
bytes.
"""

from __future__ import annotations

import json
from typing import Any

from dragapp.errors import FormatError
from dragapp.plan.codec import ShapeError, check_keys, decode, encode
from dragapp.plan.plan import Plan

FORMAT = 1


def dump_plan(plan: Plan) -> str:
    """Write a plan as JSON text."""
    return json.dumps({"format": FORMAT, **encode(plan)}, ensure_ascii=False, indent=1) + "\n"


def load_plan(text: str, name: str) -> Plan:
    """Read a plan from JSON text; `name` is the file's, for messages.

    Raise FormatError, which says where and what is wrong.
    """
    try:
        data: Any = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"linia {error.lineno}, coloana {error.colno}"
        raise FormatError(f"Fișierul „{name}” nu este JSON corect: {where}.") from error
    except ValueError as error:
        # Python refuses to read a number of thousands of digits.
        raise FormatError(f"Fișierul „{name}” are un număr prea lung.") from error
    except RecursionError as error:
        raise FormatError(f"Fișierul „{name}” are prea multe niveluri.") from error
    if not isinstance(data, dict) or "format" not in data:
        raise FormatError(f"Fișierul „{name}” nu este un plan: lipsește cheia „format”.")
    found = data.pop("format")
    if found != FORMAT or isinstance(found, bool):
        raise FormatError(
            f"Fișierul „{name}” are formatul {found!r}; programul citește formatul {FORMAT}. "
            "Folosiți o versiune mai nouă a programului."
        )
    try:
        plan = decode(Plan, data, "")
        check_keys(plan.sections)
    except ShapeError as error:
        raise FormatError(f"Fișierul „{name}” nu este un plan corect: {error}.") from error
    except RecursionError as error:
        raise FormatError(f"Fișierul „{name}” are prea multe niveluri.") from error
    return plan
