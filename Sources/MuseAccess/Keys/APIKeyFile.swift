import Foundation

/// The file of the API keys: readable by its owner only, and written whole or not at all.
public struct APIKeyFile: Hashable, Sendable {
  /// Why it cannot be used, in one sentence.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
  }

  /// A hundred thousand keys.
  private static let largest = 32 << 20

  public let path: String

  public init(path: String) { self.path = path }

  public func read() throws(Failure) -> APIKeyList {
    guard let stamp = FileStamp(path) else {
      throw Failure(description: "There is no keys file '\(path)'. Make one with 'musegraph key new'.")
    }
    guard stamp.isPrivate else {
      throw Failure(description: "Others may read or change the keys file '\(path)'. Run: chmod 600 '\(path)'")
    }
    guard stamp.size <= Self.largest else { throw Failure(description: "The keys file '\(path)' is larger than 32 MiB.") }
    do {
      return try JSONDecoder().decode(APIKeyList.self, from: try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Failure(description: "The keys file '\(path)' cannot be read: \(Self.reason(error))")
    }
  }

  /// The list of a file that may not be there yet.
  public func readOrBegin() throws(Failure) -> APIKeyList { FileStamp(path) == nil ? APIKeyList() : try read() }

  /// Changes the list under a lock, so that two commands at once do not lose each other's keys.
  ///
  /// - Returns: what `change` gives.
  public func update<Result>(_ change: (inout APIKeyList) throws -> Result) throws -> Result {
    let lock = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
      throw cannotBeWritten
    }
    defer { close(lock) }
    var list = try readOrBegin()
    let result = try change(&list)
    try write(list)
    return result
  }

  /// A reader finds the old file or the new one: the new one is complete on the disk before it takes the name.
  private func write(_ list: APIKeyList) throws {
    let bytes = [UInt8](try list.json())
    let beside = "\(path).\(ProcessInfo.processInfo.processIdentifier).new"
    let descriptor = open(beside, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw cannotBeWritten
    }
    let isWritten = Self.write(bytes, to: descriptor) && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(beside, path) == 0 else {
      unlink(beside)
      throw Failure(description: "The keys file '\(path)' cannot be written: the disk may be full.")
    }
  }

  private var cannotBeWritten: Failure {
    Failure(
      description: "The keys file '\(path)' cannot be written. Check that its folder is there and may be written to.")
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.dataCorrupted(let context): context.debugDescription
    case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing."
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is not of its kind."
    default: "the system does not allow it."
    }
  }
}
