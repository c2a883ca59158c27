/// What a crowd found, as JSON for the harness.
struct Report {
  var nanoseconds: UInt64 = 0
  /// From each message to its reply, in microseconds.
  var latencies: [UInt32] = []
  var troubles: [String] = []

  var json: String {
    let quoted = troubles.map { "\"\($0.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline })\"" }
    return """
      {"seconds": \(Double(nanoseconds) / 1e9), "latencies": [\(latencies.map(String.init).joined(separator: ","))], \
      "troubles": [\(quoted.joined(separator: ","))]}
      """
  }
}
