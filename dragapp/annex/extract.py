"""A section printed alone, as a commission asks for it: which ones there is something of."""

from __future__ import annotations

from dragapp.annex.blocks import PLACED, Place
from dragapp.annex.build import annex
from dragapp.annex.printout import Printout
from dragapp.plan.plan import Plan


def extract(plan: Plan, section: str) -> Place | None:
    """Return the place of a section that can be printed alone, by its key.

    None where nothing of it is printed: it is hidden, or its text is the decision's. Raise KeyError
    where there is no such section.
    """
    wanted = plan.section(section)
    below = {each.key for each in wanted.walk()}
    blocks = annex(plan, Printout(section=section)).blocks
    places = [block.place for block in blocks if isinstance(block, PLACED)]
    printed = [place for place in places if place.section in below]
    if not printed:
        return None
    first = printed[0]
    if first.section == section:
        return first
    # It has no heading of its own; what is below it begins with a number that is not its.
    return Place(section, wanted.name, "", first.top, first.top_name)
