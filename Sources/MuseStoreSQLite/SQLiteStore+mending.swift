extension SQLiteStore {
  /// What was done about a damaged file.
  public struct Mending: Hashable, Sendable {
    /// What SQLite found wrong.
    public var damage: String
    /// Where the damaged file lies now.
    public var aside: String
    /// The tables that have lost rows, sorted. A thread that has lost what it needs begins anew, and its person is told.
    public var torn: [String]
  }

  /// Looks a file's pages through before it is opened. Where they are damaged, what can be read is saved in a new file, and the
  /// damaged one is set aside.
  ///
  /// Nobody else may have the file open. A sound file is left as it is, and so is one that is no store, which `init` refuses.
  ///
  /// - Returns: nil where nothing was to be done.
  /// - Throws: `SQLiteStoreError` where nothing can be read of it, or nothing be written beside it.
  public static func mend(path: String) throws(SQLiteStoreError) -> Mending? {
    do {
      return try SQLiteMender(path: path).run()
    } catch let error as SQLiteStoreError {
      throw error
    } catch {
      throw SQLiteStoreError(error, path: path)
    }
  }
}
