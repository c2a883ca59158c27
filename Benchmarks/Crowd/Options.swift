/// What a crowd is told to do.
struct Options {
  var port: UInt16 = 0
  var connections = 1
  /// Conversation after conversation, each on a connection of its own, until so many seconds are over.
  var seconds: Double?
  /// Or so many rounds on the same connections, each begun when all have ended the one before.
  var rounds = 1
  /// After so many rounds (0: when all are connected) the crowd says so and waits for a line.
  var pauses: Set<Int> = []
  var talk = Talk()
  /// Not a conversation: what is sent comes back.
  var isEcho = false
  /// Begins the names of the clients: whoever comes again as the same clients takes the same.
  var name = "crowd-\(now())"

  static let usage = """
    crowd --port PORT [--connections N] [--talk FILE [--lines N] | --echo MESSAGES] [--seconds S | --rounds N [--pause N,…]]
      [--name PREFIX]
    """

  init(_ words: some Collection<String>) throws(Trouble) {
    var words = Array(words)[...]
    var lines: Int?
    while let flag = words.popFirst() {
      guard let value = words.popFirst() else { throw Trouble(Self.usage) }
      switch flag {
      case "--port": port = UInt16(try Self.number(value))
      case "--connections": connections = Int(try Self.number(value))
      case "--seconds": seconds = try Self.number(value)
      case "--rounds": rounds = Int(try Self.number(value))
      case "--pause": for word in value.split(separator: ",") { pauses.insert(Int(try Self.number(String(word)))) }
      case "--talk": talk = try Talk(file: value)
      case "--lines": lines = Int(try Self.number(value))
      case "--echo": (isEcho, talk) = (true, Talk(echoing: Int(try Self.number(value))))
      case "--name": name = value
      default: throw Trouble(Self.usage)
      }
    }
    if let lines { talk.lines = Array(talk.lines.prefix(lines)) }
    guard port > 0, connections > 0 else { throw Trouble(Self.usage) }
  }

  private static func number(_ text: String) throws(Trouble) -> Double {
    guard let number = Double(text), number >= 0 else { throw Trouble("'\(text)' is no number.") }
    return number
  }
}

/// Why nothing was measured, in a sentence.
struct Trouble: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
