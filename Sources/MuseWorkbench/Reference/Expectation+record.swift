import MuseCompiler

extension Expectation {
  /// The keys of the language in it: of the map that it is, that it lists, or that stands under each name.
  var record: [KeyForm]? {
    switch self {
    case .record(let keys): keys
    case .filled(let inner), .list(let inner), .oneOrMore(let inner), .map(let inner): inner.record
    case .either(let choices): choices.lazy.compactMap(\.record).first
    case .text, .template, .spoken, .question, .expression, .word, .type, .written, .integer, .boolean, .oneOf, .node, .anything:
      nil
    }
  }
}
