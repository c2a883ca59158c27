/// A pattern that a text has to fit as a whole, in the syntax of RE2.
///
/// ```swift
/// let plate = try TextPattern("[A-Z]{1,3}-[0-9]{1,4}")
/// plate.fits("B-1234")  // true
/// ```
public struct TextPattern: Sendable {
  /// What is wrong with a pattern, and where: an offset in Unicode scalars of its source.
  public struct Mistake: Error, Hashable, Sendable {
    public var message: String
    public var offset: Int
  }

  public let source: String
  private let pattern: Pattern

  public init(_ source: String) throws(Mistake) {
    self.source = source
    let scalars = Array(source.unicodeScalars)
    if scalars.count <= Pattern.longestSource {
      var parser = PatternParser(scalars)
      do {
        _ = try parser.pattern()
      } catch {
        throw Mistake(message: error.message, offset: min(parser.position, max(scalars.count - 1, 0)))
      }
    }
    do {
      pattern = try Pattern("\\A(?:" + source + ")\\z")
    } catch {
      throw Mistake(message: error.message, offset: 0)
    }
  }

  public func fits(_ text: String) -> Bool { pattern.fits(somewhereIn: text) }
}
