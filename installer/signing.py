"""Sign Windows programs with the publisher's certificate, where one is given.

    installer/sign FILE…

The certificate is bought by the office that publishes the program; these variables tell of it:

* `DRAGAPP_CERTIFICATE`: a PKCS#12 file (.pfx, .p12) with its key;
* `DRAGAPP_CERTIFICATE_PASSWORD`: a file that holds the password and nothing else;
* `DRAGAPP_TIME_STAMPS`: the address of a time-stamping service (RFC 3161). Without one, as on a
  computer without a network, a signature is worth nothing once the certificate has expired.

Without a certificate the files stay as they are, and Windows asks before it runs them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_NAME = "DragApp"


def is_wanted(environment: Mapping[str, str]) -> bool:
    """Whether a certificate is given."""
    return bool(environment.get("DRAGAPP_CERTIFICATE"))


def sign(files: Sequence[Path], environment: Mapping[str, str]) -> bool:
    """Sign files in place; return False, and change nothing, where no certificate is given.

    Raise KeyError where the password's file is not named, CalledProcessError where signing fails.
    """
    if not is_wanted(environment):
        return False
    key = [
        "-pkcs12",
        environment["DRAGAPP_CERTIFICATE"],
        "-readpass",
        environment["DRAGAPP_CERTIFICATE_PASSWORD"],
    ]
    service = environment.get("DRAGAPP_TIME_STAMPS")
    stamp = ["-ts", service] if service else []
    for path in files:
        signed = path.with_name(f"{path.name}.signed")
        signed.unlink(missing_ok=True)
        command = ["osslsigncode", "sign", *key, "-h", "sha256", "-n", _NAME, *stamp]
        subprocess.run([*command, "-in", str(path), "-out", str(signed)], check=True)
        signed.replace(path)
    return True


def main(arguments: Sequence[str]) -> int:
    """Sign the files that are named; tell what was done."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    done = sign([Path(each) for each in arguments], os.environ)
    told = "Signed" if done else "No certificate is given, so these stay unsigned"
    print(f"{told}: {', '.join(arguments)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
