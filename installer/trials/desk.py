"""The screen of a Windows under Wine: which windows are there, keys, clicks, photographs."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PIL import Image

from installer.places import OUT
from installer.wine import Prefix

PHOTOS = OUT / "photos"
#: What the window's title ends with once the program is up, and how long one waits for that.
TITLE = "Planul anual de acțiune – servicii sociale"
_PATIENCE = 60.0
#: Seconds in which a cursor does not blink twice, and a window that is being drawn changes.
_MOMENT = 0.7
#: A picture of no more colours shows nothing, or an empty window.
_BLANK = 50


class Running:
    """A program with its window, from its start until the block ends; then it is killed.

    The keys go to the window with `title` in its title.
    """

    def __init__(
        self, windows: Prefix, program: Path, *arguments: Path | str, title: str = TITLE
    ) -> None:
        self.windows, self._title = windows, title
        self._process = windows.start(program, *arguments)
        self._begun = time.monotonic()

    def __enter__(self) -> Running:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self.photo("failed")
        self.crash()

    def crash(self) -> None:
        """End it as the loss of power would: nothing of it goes on for a moment."""
        self.windows.stop()
        self._process.kill()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()

    def shown(self, words: str = TITLE) -> float:
        """Wait for a window with these words in its title; return the seconds since the start."""

        def there() -> bool:
            assert self._process.poll() is None, f"it has ended: {self._process.poll()}"
            return words in "\n".join(self.titles())

        waited_for(there, f"a window with “{words}”")
        return time.monotonic() - self._begun

    def settled(self, name: str) -> bytes:
        """Wait until something is to be seen and nothing moves, as whoever wants to click does.

        Return the picture of it, which is kept under that name, without the edges.
        """
        seen = [b""]

        def calm() -> bool:
            time.sleep(_MOMENT)
            with Image.open(self.photo(name)) as image:
                width, height = image.size
                seen.append(image.crop((0, height // 5, width, height * 9 // 10)).tobytes())
                drawn = len(image.convert("RGB").getcolors(width * height) or ()) > _BLANK
            return drawn and seen[-1] == seen[-2]

        waited_for(calm, "a screen where nothing moves")
        return seen[-1]

    def titles(self) -> list[str]:
        """Return the titles of the windows that are shown."""
        return [self._do("getwindowname", number).strip() for number in self._windows(".")]

    def press(self, *keys: str) -> None:
        """Press keys one after the other in the window; xdotool's names, "ctrl+Tab"."""
        self._front()
        self._do("key", "--delay", "80", *keys)

    def type(self, text: str) -> None:
        """Type a text of plain letters into whatever has the focus."""
        self._do("type", "--delay", "40", text)

    def click(self, across: int, down: int) -> None:
        """Click at a place of the window, in pixels from its left upper corner."""
        number = self._front()
        self._do("mousemove", "--window", number, str(across), str(down), "click", "1")

    def close(self) -> None:
        """Close the window as a user does, and see it go."""
        self.press("alt+F4")
        waited_for(lambda: self._process.poll() is not None, "the end of the program")

    def photo(self, name: str) -> Path:
        """Photograph the screen into build/windows/photos and return the picture's path."""
        PHOTOS.mkdir(parents=True, exist_ok=True)
        path = PHOTOS / f"{name}.png"
        self._run("import", "-window", "root", str(path))
        return path

    def _front(self) -> str:
        number = self._windows(self._title)[-1]
        self._do("windowraise", number, "windowfocus", "--sync", number)
        return number

    def _windows(self, title: str) -> list[str]:
        return self._do("search", "--onlyvisible", "--name", title).split()

    def _do(self, *words: str) -> str:
        return self._run("xdotool", *words)

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.windows.environment(), capture_output=True, text=True, check=False
        )
        return done.stdout


def waited_for(true: Callable[[], bool], what: str, seconds: float = _PATIENCE) -> None:
    """Wait until something is so; fail with its name where it does not come to be."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(0.1)
