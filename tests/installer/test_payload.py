"""What of the project's folders is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer import payload
from tests.installer.test_places import committed


def write(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.name, encoding="utf-8")


def test_only_files_that_git_knows_are_shipped(tree: Path) -> None:
    ours, target = tree / "dragapp", tree / "payload" / "dragapp"
    write(ours / "cli.py", ours / "plan" / "șir.py", tree / "README.md")
    committed(tree)
    write(ours / "cli.py.orig", ours / "proba.dosar", ours / "plan" / "__pycache__" / "a.pyc")
    payload.copy_ours("dragapp", target)
    shipped = {path.relative_to(target) for path in target.rglob("*") if path.is_file()}
    assert shipped == {Path("cli.py"), Path("plan", "șir.py")}


def test_a_folder_that_git_does_not_know_cannot_be_shipped(tree: Path) -> None:
    write(tree / "README.md")
    committed(tree)
    write(tree / "dragapp" / "cli.py")
    with pytest.raises(SystemExit, match="dragapp"):
        payload.copy_ours("dragapp", tree / "payload")
