"""Measurements run in fresh processes, in turn, and their medians."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile, mkdtemp
from time import perf_counter

_ROOT = Path(__file__).resolve().parent.parent.parent
#: What Qt says when it draws for no screen.
_IDLE = "propagateSizeHints"
Results = dict[str, float]


def measure(module: str, task: str, *arguments: str) -> Results:
    """Run a task in a fresh process; return what it measured and its `shown`.

    `shown` is the time in milliseconds from the start of the process to its first line.
    """
    command = [sys.executable, "-m", "tests.bench.child", module, task, *arguments]
    with TemporaryFile("w+", encoding="utf-8") as errors:
        begun = perf_counter()
        with subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            cwd=_ROOT,
            env=_environment(),
        ) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            shown = (perf_counter() - begun) * 1000
        errors.seek(0)
        said = "".join(line for line in errors if _IDLE not in line)
    if said or process.returncode or not first:
        raise RuntimeError(f"{module} {task} ended with {process.returncode}\n{said}")
    return {"shown": shown, **json.loads(first)}


@cache
def _environment() -> dict[str, str]:
    """Return the environment of a user of our own, whose compiled modules are kept as installed."""
    home = mkdtemp()
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    folders = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "LOCALAPPDATA")
    own = {
        **os.environ,
        **dict.fromkeys(folders, home),
        "PYTHONPYCACHEPREFIX": f"{home}/compiled",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONUTF8": "1",
    }
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    return own


def in_turn(tasks: dict[str, tuple[str, ...]], repeats: int) -> dict[str, Results]:
    """Run tasks by turns, after one round that does not count; return the medians of each."""
    rounds: dict[str, list[Results]] = {name: [] for name in tasks}
    for number in range(repeats + 1):
        for name, arguments in tasks.items():
            result = measure(*arguments)
            if number:
                rounds[name].append(result)
    return {
        name: {key: median(each[key] for each in found) for key in found[0]}
        for name, found in rounds.items()
    }
