"""The processes beside the window: they have all that they need, on a Windows with nothing else."""

from __future__ import annotations

import pytest

from dragapp import preview, spelling
from installer.trials.installation import Installation


@pytest.mark.parametrize("command", [preview.COMMAND, spelling.COMMAND])
def test_a_process_starts_and_ends_with_its_input(installed: Installation, command: str) -> None:
    ended = installed.run(command)
    assert (ended.code, ended.output) == (0, "")
