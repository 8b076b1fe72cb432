"""The real plans that come with the program, to look at and to learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragapp import resources
from dragapp.errors import ExampleMissing

if TYPE_CHECKING:
    from dragapp.plan.plan import Plan


def example_names() -> list[str]:
    """Return the names of the examples, in alphabetical order."""
    return sorted(path.stem for path in resources.folder("examples").glob("*.json"))


def example(name: str) -> Plan:
    """Return a fresh copy of an example; raise ExampleMissing for another name."""
    # The welcome page only names the examples; reading one is not part of every start.
    from dragapp.formats.plan_json import load_plan

    check_name(name)
    return load_plan(resources.read_text(f"examples/{name}.json"), f"{name}.json")


def check_name(name: str) -> None:
    """Raise ExampleMissing where there is no example of that name."""
    if name not in example_names():
        raise ExampleMissing(
            f"Nu există exemplul „{name}”. Exemplele sunt: {', '.join(example_names())}."
        )
