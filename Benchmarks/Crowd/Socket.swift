import Glibc

/// The calls of the system that a crowd needs, on loopback only.
enum Socket {
  static func connect(to port: UInt16) throws(Trouble) -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw Trouble("no socket: \(reason)") }
    var one: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0, fcntl(socket, F_SETFL, O_NONBLOCK) == 0 else {
      close(socket)
      throw Trouble("no connection: \(reason)")
    }
    return socket
  }

  /// A message is far smaller than what a socket takes at once.
  static func send(_ bytes: [UInt8], to socket: Int32) throws(Trouble) {
    guard Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      throw Trouble("not sent: \(reason)")
    }
  }

  /// What has come; empty: nothing yet; nil: the other end is gone.
  static func receive(from socket: Int32, into buffer: inout [UInt8]) -> ArraySlice<UInt8>? {
    let count = recv(socket, &buffer, buffer.count, 0)
    if count > 0 { return buffer[..<count] }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
  }

  static func allowMany() {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  private static var reason: String { String(cString: strerror(errno)) }
}

/// Nanoseconds of a clock that nobody sets.
func now() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
