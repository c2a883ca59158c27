"""Drives one headless Chromium over its DevTools protocol: for browser.py."""
import asyncio
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.request

import websockets


class Chromium:
    """A browser with one page. What goes wrong on the page is kept in `complaints`: console errors, exceptions, failed loads."""

    def __init__(self, program):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="chromium-")
        self.process = self.socket = self.reader = None
        self.number, self.waiting, self.complaints = 0, {}, []

    async def __aenter__(self):
        self.process = subprocess.Popen(
            [self.program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--hide-scrollbars", "--remote-debugging-port=0", "--remote-allow-origins=*", "--user-data-dir=" + self.folder, "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = await self._port()
        with urllib.request.urlopen("http://127.0.0.1:%s/json/list" % port, timeout=10) as answer:
            page = next(target for target in json.load(answer) if target["type"] == "page")
        self.socket = await websockets.connect(page["webSocketDebuggerUrl"], max_size=1 << 26)
        self.reader = asyncio.ensure_future(self._read())
        for domain in ("Page", "Runtime", "Log", "Network"):
            await self.send(domain + ".enable")
        return self

    async def __aexit__(self, *_):
        if self.socket:
            await self.socket.close()
        if self.reader:
            await asyncio.wait([self.reader])
        self.process.terminate()
        self.process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)

    async def _port(self):
        path = os.path.join(self.folder, "DevToolsActivePort")
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError("Chromium (%s) ended with %s" % (self.program, self.process.returncode))
            if os.path.exists(path):
                with open(path) as lines:
                    text = lines.read().split()
                if text:
                    return text[0]
            await asyncio.sleep(0.05)
        raise AssertionError("Chromium did not open its DevTools within a minute")

    async def _read(self):
        try:
            async for text in self.socket:
                message = json.loads(text)
                if "id" in message:
                    self.waiting.pop(message["id"]).set_result(message)
                else:
                    self._note(message["method"], message["params"])
        except websockets.exceptions.ConnectionClosed:
            pass

    def _note(self, method, params):
        if method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.complaints.append("exception: " + details.get("exception", {}).get("description", details["text"]))
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            self.complaints.append("console: " + " ".join(str(part.get("value", part)) for part in params["args"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.complaints.append("log: " + params["entry"]["text"])

    async def send(self, method, **params):
        self.number += 1
        answer = self.waiting[self.number] = asyncio.get_running_loop().create_future()
        await self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        message = await asyncio.wait_for(answer, 30)
        assert "error" not in message, "%s: %s" % (method, message.get("error"))
        return message["result"]

    async def open(self, url):
        await self.send("Page.navigate", url=url)
        await self.until("document.readyState === 'complete' && location.href !== 'about:blank'", "the page did not load")

    async def evaluate(self, expression):
        result = await self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, "%s: %s" % (expression, result.get("exceptionDetails"))
        return result["result"].get("value")

    async def until(self, expression, complaint, seconds=20):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if await self.evaluate("Boolean(%s)" % expression):
                return
            await asyncio.sleep(0.03)
        raise AssertionError("%s (waited %s s for: %s)" % (complaint, seconds, expression))

    async def size(self, width, height, is_phone=False):
        await self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2 if is_phone else 1, mobile=is_phone)
        await self.send("Emulation.setTouchEmulationEnabled", enabled=is_phone)

    async def prefer(self, scheme):
        await self.send("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}])

    async def type(self, text):
        """Types into whatever has the focus, as a keyboard does."""
        await self.send("Input.insertText", text=text)

    async def press(self, key, shift=False):
        codes = {"Enter": (13, "\r"), "Tab": (9, "")}
        code, text = codes[key]
        common = {"key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
        await self.send("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        await self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    async def click(self, selector):
        """Clicks the middle of an element with the mouse, so that what covers it is found out."""
        box = await self.evaluate(
            "(() => { const element = document.querySelector(%s); if (!element) return null; element.scrollIntoView({block: 'nearest'});"
            " const box = element.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()" % json.dumps(selector))
        assert box, "there is no %s to click" % selector
        for kind in ("mousePressed", "mouseReleased"):
            await self.send("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    async def screenshot(self, path):
        picture = await self.send("Page.captureScreenshot", format="png")
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture["data"]))
