import GRDB
import MuseRuntime

/// An error of SQLite in the port's words. The reason names no path, no query and no value.
func storeFailure(_ error: any Error) -> StoreFailure {
  if let failure = error as? StoreFailure { return failure }
  if error is DecodingError { return .unreadable(reason: "What is stored there is not what was written.") }
  guard let error = error as? DatabaseError else { return .unavailable(reason: reason(of: error)) }
  // The WAL has the whole transaction, and nobody knows whether the disk has.
  if error.extendedResultCode == .SQLITE_IOERR_FSYNC { return .uncertain(reason: reason(of: error)) }
  return error.isDamage ? .unreadable(reason: reason(of: error)) : .unavailable(reason: reason(of: error))
}

func reason(of error: any Error) -> String {
  guard let error = error as? DatabaseError else { return "\(type(of: error))" }
  return "SQLite says “\(error.message ?? "\(error.resultCode)")”"
}
