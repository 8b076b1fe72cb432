"""The catalog: language, marking, the title shown, the output intent, and nothing that acts."""

from __future__ import annotations

from collections.abc import Iterator

from tests.pdfcheck.language import wrong_language
from tests.pdfcheck.objects import data_of, entry, items, name, text
from tests.pdfcheck.opened import Opened

UNWANTED = ("/AA", "/AcroForm", "/OCProperties", "/OpenAction", "/AF", "/Collection", "/Perms")


def faults(opened: Opened) -> Iterator[str]:
    """Yield what is wrong with the catalog."""
    root = opened.root
    if text(root, "/Lang") is None:
        yield "language: the document names none"
    elif told := wrong_language(root):
        yield f"language: the document: {told}"
    if entry(root, "/MarkInfo", "/Marked") is not True:
        yield "marked: MarkInfo does not say that the file is marked"
    if entry(root, "/MarkInfo", "/Suspects") is True:
        yield "marked: MarkInfo has suspects"
    if entry(root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield "viewer-title: the title bar would show the file's name"
    yield from (f"unwanted: the catalog has {key}" for key in UNWANTED if key in root)
    yield from (
        f"unwanted: the document has the names {key}"
        for key in ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations")
        if entry(root, "/Names", key) is not None
    )
    yield from _output_intent(items(root, "/OutputIntents"))


def _output_intent(intents: list[object]) -> Iterator[str]:
    archived = [intent for intent in intents if name(intent, "/S") == "GTS_PDFA1"]
    if len(archived) != 1:
        yield f"output-intent: {len(archived)} of GTS_PDFA1, not one"
        return
    profile = entry(archived[0], "/DestOutputProfile")
    data = data_of(profile)
    if data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
        yield "output-intent: its profile is not an ICC profile, or is not whole"
    if text(archived[0], "/OutputConditionIdentifier") is None:
        yield "output-intent: it has no OutputConditionIdentifier"
