import Foundation
import MuseExpression
import MuseServer

extension SettingKind where Value == ServerSettings.ProcessingNotice {
  /// `always`, `never`, or after how long.
  static var processing: SettingKind {
    SettingKind(
      SettingForm(placeholder: "when", allowed: "always, never, or after how long: a duration like 150ms"),
      read: { text in
        switch text {
        case "always": .always
        case "never": .never
        default: DurationText.read(text).map { .slow(after: $0) }
        }
      },
      write: { notice in
        switch notice {
        case .always: "always"
        case .never: "never"
        case .slow(let delay): DurationText.text(delay)
        }
      })
  }
}

extension SettingKind where Value == AddressBlock {
  /// An address, or those that begin alike.
  static var addresses: SettingKind {
    SettingKind(
      SettingForm(
        placeholder: "addresses", allowed: "an address or a block of them, like 10.0.0.1 or 10.0.0.0/8", isQuoted: true),
      read: { AddressBlock($0) }, write: { $0.text })
  }
}

extension SettingKind where Value == String {
  static var store: SettingKind {
    text("store", allowed: "memory, or sqlite: and the path of a file, like sqlite:talks.sqlite") {
      $0 == "memory" || $0.hasPrefix("sqlite:") && $0.count > "sqlite:".count
    }
  }

  /// Where spans are posted to.
  static var collector: SettingKind {
    text("url", allowed: "an address like http://127.0.0.1:4318 or https://collector.example/v1/traces") { written in
      guard let parts = URLComponents(string: written), let scheme = parts.scheme?.lowercased() else { return false }
      return ["http", "https"].contains(scheme) && !(parts.host ?? "").isEmpty && parts.user == nil && parts.fragment == nil
    }
  }

  static var time: SettingKind {
    text("iso", allowed: "a day and a time, like 2026-03-02T09:00 or 2026-03-02T09:00:00Z") {
      WrittenLiteral.dateTime($0) != nil
    }
  }

  static var path: SettingKind { text("path", allowed: "the path of a file or folder") }

  static var origin: SettingKind {
    text("origin", allowed: "an origin as browsers write it, like https://example.com or http://localhost:3000") {
      HostPolicy.isOrigin($0)
    }
  }
}
