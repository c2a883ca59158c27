import Glibc

/// How many files, and so how many connections, the process may have open.
enum OpenFiles {
  /// Raises the limit that a process begins with to the one that the system sets. A server that is told to hold ten thousand connections
  /// cannot do with 1024; what needs the low one (`select`) is not used here.
  ///
  /// Source: getrlimit(2).
  static func allowAll() {
    var limit = rlimit()
    guard getrlimit(CInt(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
    limit.rlim_cur = limit.rlim_max
    // Where it cannot be raised, there are fewer: it is said when they are used up.
    _ = setrlimit(CInt(RLIMIT_NOFILE.rawValue), &limit)
  }
}
