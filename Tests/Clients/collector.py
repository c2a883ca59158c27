"""A collector of OpenTelemetry on loopback: takes traces by OTLP over HTTP in JSON, and is strict about their form.

It can be away, refuse, want to be asked later, or never answer. Source of the form:
https://github.com/open-telemetry/opentelemetry-proto/tree/main/opentelemetry/proto, in the JSON of
https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding.
"""
import base64
import http.server
import json
import re
import threading
import time

from plain_form import require

HEX16, HEX32, WHOLE = (re.compile(pattern) for pattern in ("[0-9a-f]{16}", "[0-9a-f]{32}", "-?[0-9]+"))

# Every field that a message of the schema has: what stands in it, by name. A list of one is repeated.
KEY_VALUE = {"key": str, "value": "any"}
SPAN = {
    "traceId": HEX32, "spanId": HEX16, "traceState": str, "parentSpanId": HEX16, "flags": int, "name": str, "kind": range(1, 6),
    "startTimeUnixNano": WHOLE, "endTimeUnixNano": WHOLE, "attributes": [KEY_VALUE], "droppedAttributesCount": int,
    "events": [{"timeUnixNano": WHOLE, "name": str, "attributes": [KEY_VALUE], "droppedAttributesCount": int}],
    "droppedEventsCount": int,
    "links": [{"traceId": HEX32, "spanId": HEX16, "traceState": str, "attributes": [KEY_VALUE], "flags": int}],
    "droppedLinksCount": int, "status": {"message": str, "code": range(0, 3)},
}
REQUEST = {
    "resourceSpans": [{
        "resource": {"attributes": [KEY_VALUE], "droppedAttributesCount": int},
        "scopeSpans": [{"scope": {"name": str, "version": str, "attributes": [KEY_VALUE]}, "spans": [SPAN], "schemaUrl": str}],
        "schemaUrl": str,
    }]
}
ANY = {"stringValue": str, "boolValue": bool, "intValue": WHOLE, "doubleValue": str, "arrayValue": {"values": ["any"]}}


def check(value, form, place="the request"):
    if form == "any":
        require(isinstance(value, dict) and len(value) == 1, "%s is no value: %r" % (place, value))
        form = ANY
    if isinstance(form, dict):
        require(isinstance(value, dict), "%s is no object: %r" % (place, value))
        for name, inner in value.items():
            require(name in form, "%s has no field %r" % (place, name))
            check(inner, form[name], "%s.%s" % (place, name))
    elif isinstance(form, list):
        require(isinstance(value, list), "%s is no list: %r" % (place, value))
        for inner in value:
            check(inner, form[0], place)
    elif isinstance(form, range):
        require(type(value) is int and value in form, "%s is %r" % (place, value))
    elif isinstance(form, re.Pattern):
        require(isinstance(value, str) and form.fullmatch(value), "%s is %r" % (place, value))
    else:
        require(type(value) is form, "%s is %r" % (place, value))


def by_the_schema(body):
    """Reads the request by the schema itself, where Python has it. Its JSON has ids in base64, and OTLP's in hexadecimal digits."""
    try:
        from google.protobuf import json_format
        from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
    except ImportError:
        return False

    def converted(value):
        if isinstance(value, dict):
            return {name: base64.b64encode(bytes.fromhex(inner)).decode() if name in ("traceId", "spanId", "parentSpanId")
                    else converted(inner) for name, inner in value.items()}
        return [converted(inner) for inner in value] if isinstance(value, list) else value

    request = json_format.ParseDict(converted(json.loads(body)), ExportTraceServiceRequest(), ignore_unknown_fields=False)
    require(request.resource_spans[0].scope_spans[0].spans, "a request without spans")
    return True


class Span:
    def __init__(self, fields):
        self.fields = fields
        self.name, self.trace, self.id = fields["name"], fields["traceId"], fields["spanId"]
        self.parent = fields.get("parentSpanId")
        self.attributes = {pair["key"]: next(iter(pair["value"].values())) for pair in fields["attributes"]}
        self.failed = fields.get("status", {}).get("code") == 2
        require(int(fields["startTimeUnixNano"]) <= int(fields["endTimeUnixNano"]), "it ends before it begins: %r" % fields)


class Collector:
    """`answers` is what the next requests get: a status, a status with `Retry-After`, or "silence"; after them all is well."""

    def __init__(self, credential):
        self.credential, self.port = credential, 0
        self.answers, self.bodies, self.spans, self.faults = [], [], [], []
        self.by_the_schema, self.server = False, None
        self.lock, self.released = threading.Lock(), threading.Event()

    @property
    def address(self):
        return "http://127.0.0.1:%d" % self.port

    def start(self):
        collector = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                try:
                    collector.answer(self, body)
                except Exception as error:  # Told by `until`: this thread has nobody to tell.
                    collector.faults.append("%s: %s" % (type(error).__name__, error))

            def log_message(self, *_):
                pass

        http.server.ThreadingHTTPServer.allow_reuse_address = True
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def stop(self):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()

    def answer(self, request, body):
        with self.lock:
            self.bodies.append(body.decode("utf-8"))
            wanted = self.answers.pop(0) if self.answers else 200
        if wanted == "silence":
            self.released.wait(60)
            return
        status, later = wanted if isinstance(wanted, tuple) else (wanted, None)
        if status == 200:
            self.take(request, body)
        request.send_response(status)
        if later is not None:
            request.send_header("Retry-After", str(later))
        # A collector that goes away takes its connections with it.
        request.send_header("Connection", "close")
        answer = b'{"partialSuccess":{}}'
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(answer)))
        request.end_headers()
        request.wfile.write(answer)

    def take(self, request, body):
        require(request.path == "/v1/traces", "posted to %s" % request.path)
        require(request.headers["Content-Type"] == "application/json", "of type %s" % request.headers["Content-Type"])
        require(request.headers["Authorization"] == self.credential, "without its credential")
        document = json.loads(body)
        check(document, REQUEST)
        self.by_the_schema = by_the_schema(body)
        with self.lock:
            for resource in document["resourceSpans"]:
                said = {pair["key"]: pair["value"]["stringValue"] for pair in resource["resource"]["attributes"]}
                require(said["service.name"] == "musegraph" and said["service.version"] and said["service.instance.id"], said)
                for scope in resource["scopeSpans"]:
                    self.spans += [Span(fields) for fields in scope["spans"]]

    def until(self, what, found, seconds=30):
        """Waits until `found(spans)` is true, and gives it."""
        deadline = time.monotonic() + seconds
        while True:
            require(not self.faults, "; ".join(self.faults))
            with self.lock:
                result = found(list(self.spans))
            if result:
                return result
            require(time.monotonic() < deadline, "%s did not come; there are %r" % (what, [span.name for span in self.spans]))
            time.sleep(0.05)
