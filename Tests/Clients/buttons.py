"""Presses buttons over a WebSocket: a press is an exact move whatever its words say, an older button changes nothing, and a button
outlives the server that sent it.

    python3 Tests/Clients/buttons.py --binary .build/debug/musegraph --graph Tests/Clients/graphs
"""
import argparse
import asyncio
import json

from plain_form import PlainClient, Served, add_address, require, run
from server_process import starts


class PressingClient(PlainClient):
    async def offered(self, line):
        """Says a line; gives the ids of the buttons of its reply by their labels."""
        await self.send(line)
        answer = await self.answer()
        require("type" not in answer, "%r was answered with %r" % (line, answer))
        return labels(answer)

    async def press(self, button, **fields):
        """Presses a button; gives the reply, or the error."""
        await self.socket.send(json.dumps({"type": "user_message", "press": button, **fields}))
        return await self.answer()


def labels(answer):
    """The ids of the buttons of a reply by their labels."""
    return {button["label"]: button["id"] for button in answer.get("buttons", [])}


async def main(options):
    async with Served(options) as server:
        async with PressingClient(server.websocket, "presser") as client:
            await client.offered("hi")
            first = await client.offered("Sync")
            require(list(first) == ["Yes", "No", "Another name"], "the question has its buttons in their order, not %r" % first)
            refused = await client.press(first["No"], content="yes, please")
            require(refused["content"] == "Nothing is written down.", "'No' is no yes, whatever stands beside it: %r" % refused)

            await client.offered("hi")
            second = await client.offered("Sync")
            late = await client.press(first["Yes"])
            require("earlier question" in late["content"], "an older button said %r" % late)
            again = labels(late)
            require(list(again) == list(second), "the question that is asked again has other buttons: %r" % again)
            for wrong in ("reply-0", "Yes", 7):
                error = await client.press(wrong)
                require(error.get("error_code") == "INVALID_MESSAGE_FORMAT", "%r is no button, but %r" % (wrong, error))
            changed = await client.press(again["Another name"])
            require("Shall I write down Other" in changed["content"], "a value was answered with %r" % changed)
            third = labels(changed)

        if server.process:
            require(await asyncio.to_thread(server.process.stop) == 0, "SIGTERM did not end the server well")
            server.process.start()
        async with PressingClient(server.websocket, "presser") as client:
            done = await client.press(third["Yes"], message_id="once")
            require(done["content"] == "Written down: Other.", "'Yes' was answered with %r" % done)
            same = await client.press(third["Yes"], message_id="once")
            require(same["content"] == done["content"], "the same message again was answered with %r" % same)
            await client.silence()
        if server.process:
            titles = [title for title, _ in starts(server.process.get("/calendar/presser.ics"))]
            require(titles == ["Other"], "in the calendar stands %r" % titles)
    return "a no, an older button, three that are none, a value, and a yes after a restart, sent twice"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_address(parser)
    options = parser.parse_args()
    run(main(options), "Buttons")
