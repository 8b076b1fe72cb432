"""The looks in which every picture can be taken: colours, contrast, zoom and the screen's scale."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from dragapp.ui.look import Aspect, look

#: How Qt is told the scale of a screen that is not there; it is read once, at the start.
SCALE = "QT_SCALE_FACTOR"


@dataclass(frozen=True, slots=True)
class Variant:
    """`zoom` is the window's own, in per cent; `scale` is the screen's."""

    aspect: Aspect = Aspect.LIGHT
    strong: bool = False
    zoom: int = 100
    scale: float = 1


VARIANTS = {
    "light": Variant(),
    "dark": Variant(Aspect.DARK),
    "strong": Variant(strong=True),
    "strong-dark": Variant(Aspect.DARK, strong=True),
    "zoomed": Variant(zoom=150),
    "150": Variant(scale=1.5),
    "200": Variant(scale=2),
}


def put_on(variant: Variant) -> None:
    """Give the application that look."""
    look().choose(variant.aspect)
    look().choose_strong(variant.strong)
    look().set_zoom(variant.zoom)
    look().dress()


def make_screen(folder: Path, size: str) -> None:
    """Give Qt a screen of that size in pixels where there is none; before the application."""
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        return
    width, height = (int(each) for each in size.split("x"))
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, **dots}
    path = folder / "screen.json"
    path.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": [screen]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"


def in_process_of_its_own(folder: Path, size: str, variant: str) -> int:
    """Take the pictures of one variant; the scale holds for a whole process."""
    scale = str(VARIANTS[variant].scale)
    command = [sys.executable, "-m", "tests.shots", str(folder), size, variant]
    return subprocess.run(command, env=os.environ | {SCALE: scale}, check=False).returncode
