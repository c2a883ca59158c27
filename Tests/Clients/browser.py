#!/usr/bin/env python3
"""Books a meeting on the chat page in headless Chromium, as a person does: typing, pressing Enter, clicking.

  browser.py (--binary PATH --graph FOLDER | --url URL) [--chromium PATH] [--screenshots FOLDER]

At desktop and at phone size: a whole booking, a taken time whose alternatives are buttons, text that looks like HTML, a second window of the
same person. With a server of our own it is also killed and started again: what was written meanwhile is sent, and nothing is lost or
doubled. Nothing may complain in the browser's console. CHROMIUM in the environment is the default of --chromium.
"""
import argparse
import json
import os
import re
import shutil
import uuid

from devtools import Chromium
from plain_form import PlainClient, Served, add_address, require, run
from server_process import events

SIZES = {"desktop": (1280, 800, False), "phone": (390, 844, True)}
TURNS = "[...document.querySelectorAll('#log .turn[data-id]')]"
# What a person sees of a turn: who, and the words with the options below them.
SEEN = TURNS + """.map(turn => [
  turn.classList.contains('you') ? 'you' : turn.classList.contains('assistant') ? 'assistant' : 'server',
  [...turn.querySelector('.bubble').childNodes].filter(node => node.nodeType === 3).map(node => node.data).join(''),
  [...turn.querySelectorAll('.options button')].map(button => button.textContent),
])"""
# Found only on the failing server's side, and expected there.
EXPECTED_COMPLAINTS = re.compile("WebSocket connection to .* failed")


class Page:
    """The chat page in a browser."""

    def __init__(self, browser, server, client, size):
        self.browser, self.server, self.client, self.size = browser, server, client, size

    async def open(self):
        await self.browser.size(*SIZES[self.size])
        await self.browser.prefer("light")
        await self.browser.open("%s/?client=%s" % (self.server.http, self.client))
        await self.online()

    async def online(self, seconds=30):
        await self.browser.until("document.querySelector('#state').dataset.state === 'online'", "the page is not online", seconds)

    async def seen(self):
        return [tuple(turn) for turn in json.loads(await self.browser.evaluate("JSON.stringify(%s)" % SEEN))]

    async def write(self, text):
        """Types with the keyboard; a newline is Shift and Enter."""
        await self.browser.click("#text")
        for number, line in enumerate(text.split("\n")):
            if number:
                await self.browser.press("Enter", shift=True)
            await self.browser.type(line)
        await self.browser.press("Enter")

    async def says(self, text, expected):
        """Says a line and waits for its reply, which must match."""
        before = len(await self.seen())
        await self.write(text)
        return await self.replied(before, text, expected)

    async def replied(self, before, text, expected):
        await self.browser.until(
            "%s.length >= %d" % (TURNS, before + 2), "%r got no reply; the page shows %r" % (text, (await self.seen())[before:]))
        turns = (await self.seen())[before:]
        require(turns[0][:2] == ("you", text), "the page shows %r for what was written: %r" % (turns[0], text))
        require(len(turns) == 2, "one reply to %r, but the page shows %r" % (text, turns))
        words = turns[1][1] + "\n" + "\n".join(turns[1][2])
        require(turns[1][0] == "assistant" and re.search(expected, words), "%r should be answered by %r: %r" % (text, expected, turns[1]))
        return turns[1]

    async def fits(self):
        """Nothing is wider than the window, and the newest message is in sight above the place to write."""
        problem = await self.browser.evaluate(
            "(() => { const width = document.documentElement.clientWidth; if (document.documentElement.scrollWidth > width) return 'it scrolls sideways';"
            "const wide = [...document.querySelectorAll('header *, .turn, .bubble, .options button, form > *:not(.quiet)')].find(one => one.getBoundingClientRect().right > width + 1);"
            "if (wide) return 'too wide: ' + wide.outerHTML.slice(0, 80);"
            "const turns = document.querySelectorAll('.turn'), last = turns[turns.length - 1];"
            "if (last && last.getBoundingClientRect().bottom > document.querySelector('footer').getBoundingClientRect().top + 1) return 'the newest message is hidden';"
            "if (parseFloat(getComputedStyle(document.querySelector('#text')).fontSize) < 16) return 'a phone would zoom into the input';"
            "const small = [...document.querySelectorAll('button')].filter(one => one.checkVisibility() && !one.closest('.state')).find(one => one.getBoundingClientRect().height < 40);"
            "return small ? 'too small for a finger: ' + small.outerHTML.slice(0, 80) : null; })()")
        require(not problem, "%s: %s" % (self.size, problem))

    async def picture(self, folder, name):
        await self.fits()
        if folder:
            await self.browser.screenshot(os.path.join(folder, "%s-%s.png" % (name, self.size)))


async def labels(browser):
    """Everything to press or to write in has a name for those who do not see it."""
    nameless = await browser.evaluate(
        "[...document.querySelectorAll('button, textarea, input, a')].filter(one => !(one.getAttribute('aria-label') || one.labels?.length || one.textContent.trim()))"
        ".map(one => one.outerHTML).join()")
    require(not nameless, "without a name: %s" % nameless)
    log = await browser.evaluate("['role', 'aria-live', 'aria-label'].map(name => document.querySelector('#log').getAttribute(name)).join()")
    require(log == "log,polite,Conversation", "the log says %s to a screen reader" % log)


async def booking(page, pictures):
    await page.open()
    await labels(page.browser)
    await page.picture(pictures, "1-welcome")
    await page.browser.click(".starters button")
    await page.replied(0, "Hi", "agenda")
    await page.says("I want to schedule a meeting\nwith bob@example.com", "start|time|When")
    await page.says("tomorrow at 3pm", "call the meeting")
    await page.says("<b>bold</b> & <img src=x onerror=alert(1)>", "<b>bold</b>")
    require(not await page.browser.evaluate("document.querySelector('#log b:not(.options b), #log img')"), "text was taken as HTML")
    await page.says("call it Design review", "Design review.*3 pm")
    await page.picture(pictures, "2-question")
    await page.says("yes", "Booked: Design review")
    await page.picture(pictures, "3-booked")


async def taken(page, pictures):
    """The time is taken now: the alternatives are buttons, and one is clicked."""
    reply = await page.says("book a meeting called Retrospective with bob@example.com tomorrow at 3pm", "taken")
    require(len(reply[2]) >= 2, "the alternatives are no buttons: %r" % (reply,))
    await page.picture(pictures, "4-choices")
    before = len(await page.seen())
    await page.browser.click(".turn:last-of-type .options button:nth-child(2)")
    await page.replied(before, "2", "Retrospective")
    require(await page.browser.evaluate("[...document.querySelectorAll('.options button')].every(one => one.disabled)"), "old choices can still be pressed")
    await page.says("yes", "Booked: Retrospective")


async def second_window(page):
    """Another connection of the same person: what is said there is shown here, once."""
    before = len(await page.seen())
    async with PlainClient(page.server.websocket, page.client) as other:
        reply = await other.says("what can you do?")
        await page.browser.until("%s.length >= %d" % (TURNS, before + 2), "what was said in another window is not shown")
    turns = [turn[:2] for turn in (await page.seen())[before:]]
    require(turns == [("you", "what can you do?"), ("assistant", reply)], "of another window it shows %r" % (turns,))


async def restart(page, pictures):
    """kill -9: the page says so, keeps what is written, comes back by itself, and shows everything once."""
    process, port = page.server.process, page.server.process.port
    await page.says("book a meeting called Sync with eve@example.com on Friday at 10am", "Sync.*10 am")
    process.kill()
    await page.browser.until("document.querySelector('#state').dataset.state === 'offline'", "the page does not notice that the server is gone")
    before = len(await page.seen())
    await page.write("yes")
    await page.browser.until("document.querySelector('.turn.waiting .note')?.textContent.includes('Waiting')", "it does not say that the message waits")
    await page.picture(pictures, "5-offline")
    process.start(port)
    await page.online()
    await page.replied(before, "yes", "Booked: Sync")
    require(not await page.browser.evaluate("document.querySelector('.waiting')"), "the message still says that it waits")
    shown = await page.seen()
    await page.open()
    require(await page.seen() == shown, "after a reload the page shows %r instead of %r" % (await page.seen(), shown))
    await page.says("what can you do?", ".")
    await page.picture(pictures, "6-back")


async def anew(page):
    """A new conversation is empty, and belongs to another client."""
    await page.browser.click("#anew")
    await page.browser.click("#confirm .primary")
    await page.browser.until("!location.search.includes('client') && document.querySelector('#welcome')", "the new conversation is not empty")
    await page.online()
    await page.says("hi", ".")
    kept = await page.browser.evaluate("Object.keys(localStorage).join()")
    require(page.client not in kept, "the page still keeps %s" % kept)


async def dark(page, pictures):
    await page.browser.prefer("dark")
    await page.picture(pictures, "7-dark")
    await page.browser.prefer("light")


async def one_size(browser, server, size, pictures):
    page = Page(browser, server, "page-%s-%s" % (size, uuid.uuid4().hex[:6]), size)
    await booking(page, pictures)
    await taken(page, pictures)
    await second_window(page)
    if server.process:
        await restart(page, pictures)
        titles = sorted(event["SUMMARY"] for event in events(server.process.get("/calendar/%s.ics" % page.client)))
        require(titles == ["Design review", "Retrospective", "Sync"], "the calendar holds %r" % titles)
    await dark(page, pictures)
    await anew(page)


async def main(options):
    require(options.chromium, "no Chromium: name it with --chromium, or CHROMIUM in the environment")
    async with Served(options) as server, Chromium(options.chromium) as browser:
        for size in SIZES:
            await one_size(browser, server, size, options.screenshots)
        complaints = [line for line in browser.complaints if not (server.process and EXPECTED_COMPLAINTS.search(line))]
        require(not complaints, "the browser complains: %s" % "; ".join(complaints))
    return "a booking on %s%s; the console is clean" % (" and ".join(SIZES), ", each with a killed server in between" if options.binary else "")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_address(parser)
    parser.add_argument("--chromium", default=os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome"))
    parser.add_argument("--screenshots", metavar="FOLDER")
    run(main(parser.parse_args()), "browser")
