"""What the build knows of its own tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer import places

EPOCH = "1700000000"
ROLES = ("AUTHOR", "COMMITTER")


def committed(tree: Path) -> None:
    """Make one commit of all that is in a folder."""
    who = {f"GIT_{role}_{what}": "x@example.org" for role in ROLES for what in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"{EPOCH} +0000" for role in ROLES}
    for command in ("init -q", "add .", "commit -q --allow-empty -m Begun"):
        words = ["git", "-C", str(tree), *command.split()]
        subprocess.run(words, check=True, env={**os.environ, **who, **when})


def test_files_bear_the_date_of_the_last_commit(tree: Path) -> None:
    committed(tree)
    assert places.epoch() == int(EPOCH)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root gives files away"
)
def test_a_checkout_of_another_user_is_built_too(tree: Path) -> None:
    committed(tree)
    for path in (tree, *tree.rglob("*")):
        shutil.chown(path, 12345)
    assert places.epoch() == int(EPOCH)


def test_a_folder_that_is_no_checkout_is_told(tree: Path) -> None:
    with pytest.raises(SystemExit, match="git checkout"):
        places.epoch()
