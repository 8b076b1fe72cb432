"""A plan as the program's documented JSON, complete and stable: also the plan as open data.

The shape is described in `resources/help/format-json.md`. Writing what was read gives the same
bytes.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import Any

from dragapp.errors import FormatError
from dragapp.formats.steps import Steps, part
from dragapp.plan.codec import ShapeError, briefly, check_keys, decode, encode
from dragapp.plan.plan import Plan
from dragapp.progress import Progress, silent

FORMAT = 1
#: How much of the writing is done when every section is a dictionary.
_ENCODED = 0.8
_TEXT_OR_END = re.compile(r'"(?:[^"\\]|\\.)*"|\}', re.DOTALL)


def dump_plan(plan: Plan, progress: Progress = silent) -> str:
    """Write a plan as JSON text."""
    steps = Steps(part(progress, 0.0, _ENCODED), len(plan.sections))
    sections = [encode(section) for section in steps.over(plan.sections)]
    written = {"format": FORMAT, **encode(replace(plan, sections=[]))}
    if sections:
        written["sections"] = sections
    progress(_ENCODED)
    text = json.dumps(written, ensure_ascii=False, indent=1) + "\n"
    progress(1.0)
    return text


def load_plan(text: str, name: str) -> Plan:
    """Read a plan from JSON text; `name` is the file's, for messages.

    Raise FormatError, which says where and what is wrong.
    """
    try:
        data = _objects(text)
    except ShapeError as error:
        raise FormatError(f"Fișierul „{name}” nu este un plan corect: {error}.") from error
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
            f"Fișierul „{name}” are formatul {briefly(found)}; "
            f"programul citește formatul {FORMAT}. Folosiți o versiune mai nouă a programului."
        )
    try:
        plan = decode(Plan, data, "")
        check_keys(plan.sections)
    except ShapeError as error:
        raise FormatError(f"Fișierul „{name}” nu este un plan corect: {error}.") from error
    except RecursionError as error:
        raise FormatError(f"Fișierul „{name}” are prea multe niveluri.") from error
    return plan


def _objects(text: str) -> Any:
    """Read JSON; raise ShapeError for a key that an object has twice: one value would be lost."""
    closed = 0

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal closed
        closed += 1
        values = dict(pairs)
        if len(values) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            twice = briefly(next(name for name in counts if counts[name] > 1))
            where = f"în obiectul închis la {_end(text, closed)}"
            raise ShapeError("", f"cheia {twice} apare de două ori {where}")
        return values

    return json.loads(text, object_pairs_hook=made)


def _end(text: str, count: int) -> str:
    """Return the line and the column where the object ends that is closed as the n-th."""
    ends = (found.start() for found in _TEXT_OR_END.finditer(text) if found[0] == "}")
    end = next(islice(ends, count - 1, None))
    line, column = text.count("\n", 0, end) + 1, end - text.rfind("\n", 0, end)
    return f"linia {line}, coloana {column}"
