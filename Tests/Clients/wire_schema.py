"""Holds what the server sends to the description that it gives of itself (`GET /asyncapi.json`)."""
import functools
import json
import urllib.request

import jsonschema


class WireSchema:
    """`check(message)` raises where the description allows no such message in this form ("plain" or "full")."""

    def __init__(self, document, form):
        names = [message["$ref"].rsplit("/", 1)[1] for message in document["operations"][form + "Out"]["messages"]]
        options = [{"$ref": "#/components/schemas/" + name} for name in names]
        self.form = form
        self.validator = jsonschema.Draft202012Validator({"anyOf": options, "components": document["components"]})

    def check(self, message):
        if not self.validator.is_valid(message):
            raise AssertionError("the %s form has no such message: %s" % (self.form, json.dumps(message)))


@functools.lru_cache(maxsize=None)
def wire_schema(base, form):
    """Of the server at `ws://HOST:PORT` or `http://HOST:PORT`."""
    address = base.replace("ws://", "http://").replace("wss://", "https://") + "/asyncapi.json"
    with urllib.request.urlopen(address, timeout=10) as answer:
        return WireSchema(json.load(answer), form)
