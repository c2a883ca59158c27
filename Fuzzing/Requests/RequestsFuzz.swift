import MuseServer
import MuseTracing
import NIOHTTP1

/// What every request for a WebSocket must come to: one that keeps its promises, or a refusal; never a trap.
///
/// The lines of the input are the address, the host, the origin, the trace that it is part of and its state, and the extensions that
/// are offered.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRequests(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  checkClientID(lines[0])
  checkRequest(lines)
  checkTrace(lines.dropFirst(3).first ?? "", lines.dropFirst(4).first)
  for line in lines.dropFirst(5) { checkExtensions(line) }
  return 0
}

private let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-".unicodeScalars)

private func checkClientID(_ text: String) {
  let isOne = (3...100).contains(text.unicodeScalars.count) && text.unicodeScalars.allSatisfy(allowed.contains)
  precondition((ClientID(text) != nil) == isOne, "a client id is what the protocol says")
}

private func checkRequest(_ lines: [String]) {
  var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/ws/" + lines[0])
  for (name, value) in zip(["Host", "Origin", "traceparent", "tracestate"], lines.dropFirst()) where !value.isEmpty {
    head.headers.add(name: name, value: value)
  }
  _ = ConnectRequest.isHandshake(head)
  for host in ["127.0.0.1", "0.0.0.0"] {
    var settings = ServerSettings()
    settings.host = host
    settings.allowedOrigins = ["https://chat.example.com"]
    guard let request = try? ConnectRequest(head, hosts: HostPolicy(settings: settings)) else { continue }
    checkClientID(request.client.rawValue)
    precondition(ClientID(request.client.rawValue) == request.client, "the client is one")
  }
}

private func checkTrace(_ parent: String, _ state: String?) {
  guard let context = TraceContext(traceparent: parent, tracestate: state) else { return }
  precondition(
    parent.utf8.dropFirst(2).starts(with: context.traceparent.utf8.dropFirst(2).dropLast(2)), "it is the one that came")
  precondition(
    TraceContext(traceparent: context.traceparent, tracestate: context.state) == context, "what is passed on can be read")
}

private func checkExtensions(_ line: String) {
  guard let offers = ExtensionOffer.list([line]) else { return }
  for keepsContext in [false, true] {
    guard let agreement = DeflateAgreement(choosingFrom: offers, keepsContext: keepsContext) else { continue }
    precondition(
      (9...15).contains(agreement.serverWindow) && (8...15).contains(agreement.clientWindow ?? 15), "windows are windows")
    precondition(ExtensionOffer.list([agreement.header])?.count == 1, "what was agreed on can be read again")
  }
}
