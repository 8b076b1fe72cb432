"""The printed labels of sections and paragraphs, counted in reading order.

Sections count among their visible siblings with the same pattern. Items of a list count by level
and pattern through the whole section; plain paragraphs and deeper items do not interrupt a list,
an item on a shallower level lets the deeper lists begin again.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragapp.plan.label import Numbering
from dragapp.plan.section import Paragraph, ParagraphKind, Section


def section_labels(sections: Iterable[Section]) -> dict[str, str]:
    """Return the label of each section by its key; hidden ones have none and are not counted."""
    numbering, labels = Numbering(), {}
    for section in sections:
        labels[section.key] = (
            "" if section.hidden else numbering.label(section.label, section.label, section.number)
        )
        labels |= section_labels(section.sections)
    return labels


def paragraph_labels(paragraphs: Iterable[Paragraph]) -> list[str]:
    """Return the label of each paragraph of one section, "" where it has none."""
    numbering = Numbering()
    seen: set[tuple[int, str]] = set()
    labels: list[str] = []
    for paragraph in paragraphs:
        if paragraph.kind != ParagraphKind.ITEM and not paragraph.label:
            labels.append("")
            continue
        for scope in [scope for scope in seen if scope[0] > paragraph.level]:
            numbering.restart(scope)
            seen.discard(scope)
        own = (paragraph.level, paragraph.label)
        seen.add(own)
        labels.append(numbering.label(own, paragraph.label, paragraph.number))
    return labels
