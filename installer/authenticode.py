"""Windows' signatures of program files, verified with osslsigncode and without a network."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

_SIGNER = re.compile(r"^Signer's certificate:$.*?^\s*Subject: (.*?)$", re.MULTILINE | re.DOTALL)
_ORGANISATION = re.compile(r"/O=(.*?)(?=/[A-Za-z]+=|$)")
#: Whether a certificate was withdrawn only the network could tell; versions before 2.9 never ask.
_NO_NETWORK = "-ignore-crl"


def makers(path: Path, roots: Path) -> frozenset[str]:
    """Return the organisations that signed a file, each signature being valid.

    It is so where the file is unchanged since, its certificate goes back to one of `roots` (PEM),
    and it was valid when the file was signed, which a time-stamp proves, or still is. Raise
    ValueError where one is not valid, or the file has none; the text is osslsigncode's.
    """
    command = ["osslsigncode", "verify", *_options(), "-CAfile", str(roots)]
    command += ["-TSA-CAfile", str(roots), "-in", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise ValueError(f"{done.stdout}{done.stderr}".strip())
    subjects = _SIGNER.findall(done.stdout)
    return frozenset(found for each in subjects for found in _ORGANISATION.findall(each))


@cache
def _options() -> tuple[str, ...]:
    command = ["osslsigncode", "verify", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return (_NO_NETWORK,) if _NO_NETWORK in told.stdout + told.stderr else ()
