"""Firefox's own PDF viewer (pdf.js), driven by Marionette: clicked and typed into, and saved.

Marionette's protocol is that of the WebDriver commands, as JSON with its length before it
(firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
"""

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from returned.boxes import Box

_PROGRAMS = ("firefox-esr", "firefox")
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""What WebDriver calls an element."""
_PATIENCE = 30.0
"""Seconds that one step may take."""
_PREFERENCES = {
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.disable_beforeunload": True,
    "marionette.port": 0,
    "pdfjs.disabled": False,
}
_SAVE = """
const done = arguments[arguments.length - 1];
document.activeElement.blur();
window.PDFViewerApplication.pdfDocument.saveDocument().then(bytes => {
  const file = new FileReader();
  file.onload = () => done(file.result.slice(file.result.indexOf(",") + 1));
  file.readAsDataURL(new Blob([bytes]));
});
"""
_FIND = """
const [page, x, y] = arguments;
const app = window.PDFViewerApplication;
if (!app || !app.pdfDocument) return null;
if (app.page !== page + 1) app.page = page + 1;
const view = app.pdfViewer.getPageView(page);
const layer = view?.div.querySelector(".annotationLayer");
if (!layer) return null;
const [right, down] = view.viewport.convertToViewportPoint(x, y);
const corner = layer.getBoundingClientRect();
const has = one => {
  const edge = one.getBoundingClientRect(), [at, below] = [corner.left + right, corner.top + down];
  return edge.left <= at && at <= edge.right && edge.top <= below && below <= edge.bottom;
};
return [...layer.querySelectorAll("input, textarea")].find(has) ?? null;
"""


class Firefox:
    """A running Firefox. Use it as a context."""

    def __enter__(self) -> Self:
        self._home = Path(tempfile.mkdtemp())
        profile = self._home / "profile"
        profile.mkdir()
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _PREFERENCES.items())
        (profile / "user.js").write_text("".join(lines), "utf-8")
        program = next(filter(None, map(shutil.which, _PROGRAMS)))
        command = [program, "--headless", "--marionette", "--remote-allow-system-access", "--profile", str(profile)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._socket = socket.create_connection(("127.0.0.1", self._port(profile)), _PATIENCE)
        self._stream = self._socket.makefile("rb")
        self._told()  # what it says first
        self._number = 0
        self.version = self._ask("WebDriver:NewSession", {})["capabilities"]["browserVersion"]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def _port(self, profile: Path) -> int:
        """The port that it listens on, which it writes into its profile."""
        until = time.monotonic() + _PATIENCE
        while not (profile / "MarionetteActivePort").exists():
            if time.monotonic() > until:
                raise TimeoutError("Firefox doesn't answer")
            time.sleep(0.1)
        time.sleep(0.2)
        return int((profile / "MarionetteActivePort").read_text())

    def _told(self) -> Any:
        length = bytearray()
        while (byte := self._stream.read(1)) != b":":
            length += byte
        return json.loads(self._stream.read(int(length)))

    def _ask(self, command: str, params: dict[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, command, params]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._told()
        if error:
            raise RuntimeError(f"{command}: {error.get('error')}: {error.get('message')}")
        return result["value"] if isinstance(result, dict) and list(result) == ["value"] else result

    def _script(self, script: str, *values: object) -> Any:
        return self._ask("WebDriver:ExecuteScript", {"script": script, "args": list(values), "sandbox": None})

    def fill(self, source: Path, answers: list[Box]) -> bytes:
        """A file filled in and saved."""
        self._ask("WebDriver:Navigate", {"url": source.as_uri()})
        for box in answers:
            element = self._element(box)
            if box.state:
                self._ask("WebDriver:ElementClick", {"id": element})
            else:
                self._ask("WebDriver:ElementSendKeys", {"id": element, "text": box.text})
        return self._saved()

    def _element(self, box: Box) -> str:
        until = time.monotonic() + _PATIENCE
        while (found := self._script(_FIND, box.page, *box.middle)) is None:
            if time.monotonic() > until:
                raise TimeoutError(f"no box {box.name} in Firefox")
            time.sleep(0.05)
        return str(found[_ELEMENT])

    def _saved(self) -> bytes:
        """What the viewer's button to save writes into a file; the dialog after it needs a screen."""
        return base64.b64decode(
            self._ask("WebDriver:ExecuteAsyncScript", {"script": _SAVE, "args": [], "sandbox": None})
        )
