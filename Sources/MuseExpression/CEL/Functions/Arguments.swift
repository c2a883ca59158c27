// The values that a function is called with, read as what its parameters say they are.

extension [Value] {
  /// Never happens: the evaluator looks at the types before it calls.
  private static let mismatch = FunctionFailure("The arguments are of other types than the function takes.")

  func text(_ index: Int) throws(FunctionFailure) -> String {
    guard indices.contains(index), case .string(let text) = self[index] else { throw Self.mismatch }
    return text
  }

  func characters(_ index: Int) throws(FunctionFailure) -> [Unicode.Scalar] {
    [Unicode.Scalar](try text(index).unicodeScalars)
  }

  func integer(_ index: Int) throws(FunctionFailure) -> Int64 {
    guard indices.contains(index), case .int(let number) = self[index] else { throw Self.mismatch }
    return number
  }

  func items(_ index: Int) throws(FunctionFailure) -> [Value] {
    guard indices.contains(index), case .list(let items) = self[index] else { throw Self.mismatch }
    return items
  }

  func map(_ index: Int) throws(FunctionFailure) -> MapValue {
    guard indices.contains(index), case .map(let map) = self[index] else { throw Self.mismatch }
    return map
  }

  /// A place in a row, from 0 to its length.
  func place(_ index: Int, upTo length: Int) throws(FunctionFailure) -> Int {
    let number = try integer(index)
    guard let place = Int(exactly: number), (0...length).contains(place) else {
      throw FunctionFailure("There is no place \(number): places go from 0 to \(length).")
    }
    return place
  }
}

extension [Unicode.Scalar] {
  var text: String { String(String.UnicodeScalarView(self)) }
}

extension ArraySlice<Unicode.Scalar> {
  var text: String { String(String.UnicodeScalarView(self)) }
}
