"""Chromium's own PDF viewer (pdfium), driven by its DevTools protocol: clicked, typed into, and saved with changes.

The protocol is spoken over a pipe, JSON with a zero after it (chromedevtools.github.io/devtools-protocol). Mouse and
keys reach the viewer as a person's do. What it saves is asked of the viewer's own page, whose button needs a dialog.
"""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from returned.boxes import Box, page_sizes

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE = 30.0
"""Seconds that one step may take."""
_PIXELS = 96 / 72
"""For a point, where a page is shown at its own size."""
_AROUND = 20
"""Pixels more than its pages that the window is given across, and down for each of them."""
_RECT = """
(() => {
  const {x, y, width, height} = document.querySelector("pdf-viewer").viewport_.getPageScreenRect(%d);
  return [x, y, width, height];
})()
"""
_SAVE = """
(async () => {
  const viewer = document.querySelector("pdf-viewer");
  const saved = await viewer.pluginController_.save("EDITED");
  const bytes = new Uint8Array(saved.dataToSave);
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
})()
"""


class Chromium:
    """A running Chromium. Use it as a context."""

    def __enter__(self) -> Self:
        self._home = Path(tempfile.mkdtemp())
        (read_by_it, self._out), (self._in, written_by_it) = os.pipe(), os.pipe()
        program = next(filter(None, map(shutil.which, _PROGRAMS)))
        options = (
            "--headless=new",
            "--no-sandbox",
            "--no-first-run",
            f"--user-data-dir={self._home}",
            "--remote-debugging-pipe",
        )
        script = f'exec "$0" "$@" 3<&{read_by_it} 4>&{written_by_it}'  # the two numbers are the protocol's
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", script, program, *options, "about:blank"],
            pass_fds=(read_by_it, written_by_it), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(read_by_it)
        os.close(written_by_it)
        self._reader, self._number, self._waiting = os.fdopen(self._in, "rb"), 0, bytearray()
        self._events: list[dict[str, Any]] = []
        self.version = str(self._ask("Browser.getVersion")["product"]).partition("/")[2]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def _told(self) -> dict[str, Any]:
        while (end := self._waiting.find(b"\0")) < 0:
            self._waiting += self._reader.read1(1 << 16)  # type: ignore[union-attr]
        message: dict[str, Any] = json.loads(self._waiting[:end])
        del self._waiting[: end + 1]
        return message

    def _ask(self, method: str, session: str = "", /, **params: Any) -> Any:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while (told := self._told()).get("id") != self._number:
            self._events.append(told)
        if "error" in told:
            raise RuntimeError(f"{method}: {told['error']['message']}")
        return told["result"]

    def fill(self, source: Path, answers: list[Box]) -> bytes:
        """A file filled in and saved with its changes."""
        sizes = page_sizes(source.read_bytes())
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        page = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        width = round(sizes[0][0] * _PIXELS) + _AROUND
        height = sum(round(size[1] * _PIXELS) + _AROUND for size in sizes)
        self._ask(
            "Emulation.setDeviceMetricsOverride", page, width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        self._ask("Page.navigate", page, url=f"{source.as_uri()}#toolbar=0&navpanes=0&zoom=100")
        viewer = self._viewer()
        for box in answers:
            self._answer(page, box, sizes[box.page], self._value(viewer, _RECT % box.page))
        saved = self._value(viewer, _SAVE)
        self._ask("Target.closeTarget", targetId=target)
        return base64.b64decode(saved)

    def _value(self, session: str, expression: str) -> Any:
        """What an expression of a page's gives."""
        told = self._ask("Runtime.evaluate", session, expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in told:
            raise RuntimeError(str(told["exceptionDetails"].get("exception", {}).get("description")))
        return told["result"].get("value")

    def _viewer(self) -> str:
        """The session of the viewer's own page, once it has the document."""
        ready = "document.querySelector('pdf-viewer')?.loadState_ === 'success'"
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            for one in self._ask("Target.getTargets", filter=[{}])["targetInfos"]:
                if one["url"].startswith("chrome-extension://"):
                    found = self._ask("Target.attachToTarget", targetId=one["targetId"], flatten=True)
                    if self._value(session := str(found["sessionId"]), ready) is True:
                        return session
            time.sleep(0.1)
        raise TimeoutError("Chromium shows no document")

    def _answer(self, page: str, box: Box, size: tuple[float, float], shown: list[float]) -> None:
        """Click into a box, and type; `shown` is where its page is in the window: left, top, width and height."""
        (right, up), (left, top, width, height) = box.middle, shown
        at = {"x": left + right / size[0] * width, "y": top + (1 - up / size[1]) * height}
        self._ask("Input.dispatchMouseEvent", page, type="mouseMoved", **at)
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", page, type=kind, button="left", clickCount=1, **at)
        for line, text in enumerate(box.text.split("\n")):
            if line:
                self._ask(
                    "Input.dispatchKeyEvent", page, type="keyDown", key="Enter", text="\r", windowsVirtualKeyCode=13
                )
                self._ask("Input.dispatchKeyEvent", page, type="keyUp", key="Enter", windowsVirtualKeyCode=13)
            for letter in text:
                self._ask("Input.dispatchKeyEvent", page, type="char", text=letter)
