"""Programs signed with a certificate made for the test, and verified as Windows would."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from installer.authenticode import makers
from installer.signing import main, sign
from tests.installer.test_pe_file import COMPILER, compiled

PUBLISHER = "Primaria Comunei Incercare"
SUBJECT = f"/O={PUBLISHER}/CN={PUBLISHER}"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a small Windows program."""
    missing = [tool for tool in (COMPILER, "osslsigncode", "openssl") if not shutil.which(tool)]
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    return compiled(tmp_path, "DragApp.exe", "int main(void) { return 0; }")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Return a folder with a certificate (PEM) and the same with its key (PKCS#12)."""
    made = tmp_path / "certificate"
    made.mkdir()
    (made / "password").write_text("parolă", encoding="utf-8")
    for command in (
        f'req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out own.pem -subj "{SUBJECT}" '
        "-addext extendedKeyUsage=codeSigning",
        "pkcs12 -export -inkey key.pem -in own.pem -out own.p12 -passout file:password",
    ):
        words = ["openssl", *shlex.split(command)]
        subprocess.run(words, cwd=made, check=True, capture_output=True)
    return made


def told(certificate: Path) -> dict[str, str]:
    return {
        "DRAGAPP_CERTIFICATE": str(certificate / "own.p12"),
        "DRAGAPP_CERTIFICATE_PASSWORD": str(certificate / "password"),
    }


@pytest.mark.slow
def test_a_program_is_signed_in_the_publishers_name(program: Path, certificate: Path) -> None:
    with pytest.raises(ValueError, match="signature"):
        makers(program, certificate / "own.pem")
    assert sign([program], told(certificate))
    assert makers(program, certificate / "own.pem") == {PUBLISHER}
    assert sorted(path.name for path in program.parent.glob("DragApp.exe*")) == [
        "DragApp.exe",
        "DragApp.exe.c",
    ]


@pytest.mark.slow
def test_a_program_changed_since_is_not_validly_signed(program: Path, certificate: Path) -> None:
    sign([program], told(certificate))
    data = bytearray(program.read_bytes())
    data[0x400] ^= 1
    program.write_bytes(data)
    with pytest.raises(ValueError, match=r"[Ff]ailed|mismatch"):
        makers(program, certificate / "own.pem")


@pytest.mark.slow
def test_a_wrong_password_signs_nothing(program: Path, certificate: Path) -> None:
    before = program.read_bytes()
    (certificate / "password").write_text("alta", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        sign([program], told(certificate))
    assert program.read_bytes() == before


def test_without_a_certificate_files_stay_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DRAGAPP_CERTIFICATE", raising=False)
    program = tmp_path / "DragApp.exe"
    program.write_bytes(b"MZ")
    assert main([str(program)]) == 0
    assert program.read_bytes() == b"MZ"
    assert "stay unsigned" in capsys.readouterr().out
