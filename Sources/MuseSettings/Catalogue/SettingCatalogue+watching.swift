import Logging
import MuseServer

extension SettingCatalogue {
  /// What those see who watch the server.
  static let log = [
    Setting("log_level", flag: "log", \.logLevel, .choice, reload: .live, "Log from this level on, to stderr."),
    Setting(
      "log_format", \.logFormat, .choice, reload: .restart, "How the log is written: for people, or a JSON object on each line."),
  ]

  static let traces = [
    Setting(
      "traces.endpoint", optional: \.traces.endpoint, .collector, reload: .restart,
      "Send spans to this collector, by OTLP over HTTP; an address without a path gets '/v1/traces'. If left out, nobody traces."),
    Setting(
      "traces.sample", \.traces.sample, .share, reload: .live,
      "The share that is kept of the traces that begin here; of all others, whoever began them decides."),
    Setting(
      secret: "traces.headers", reload: .restart,
      "Header fields for the collector, such as credentials: name=value, parted by commas, the values percent-encoded."),
  ]
}
