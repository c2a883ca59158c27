import Foundation

extension [UInt8] {
  /// RFC 4648, with padding.
  var base64: String { Foundation.Data(self).base64EncodedString() }

  /// Nil where the text is not base64.
  init?(base64 text: String) {
    guard let bytes = Foundation.Data(base64Encoded: text) else { return nil }
    self = Array(bytes)
  }
}
