// Source: cel-go, ext/README.md, "Encoders".

extension FunctionCatalogue {
  static let encoders: [FunctionEntry] = [
    FunctionEntry(
      "base64.encode", "Bytes as a text in base64.",
      examples: [FunctionExample("base64.encode(b'hello')", prints: #""aGVsbG8=""#)],
      overloads: [
        Overload(style: .function, parameters: [.plain(.bytes)], result: .plain(.string)) {
          arguments, state throws(FunctionFailure) in
          guard case .bytes(let bytes) = arguments[0] else { return .null }
          try state.charge(characters: bytes.count * 2)
          return .string(Base64.text(bytes))
        }
      ]),
    FunctionEntry(
      "base64.decode", "The bytes that a text in base64 stands for; padding may be missing.",
      examples: [FunctionExample("string(base64.decode('aGVsbG8'))", prints: #""hello""#)],
      overloads: [
        Overload(style: .function, parameters: [.plain(.string)], result: .plain(.bytes)) {
          arguments, state throws(FunctionFailure) in
          let text = try arguments.text(0)
          try state.charge(characters: text.utf8.count)
          return .bytes(try require(Base64.bytes(text), "This text", "base64"))
        }
      ]),
  ]
}
