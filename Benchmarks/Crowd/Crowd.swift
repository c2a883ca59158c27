import CEpoll
import Glibc

/// Many clients of one server, in one thread: what they cost the machine must stay small beside what the server does.
struct Crowd {
  private static let handshakesAtOnce = 64
  private static let mostTroubles = 20

  private let options: Options
  private let poll = epoll_create1(0)
  private var clients: [Client?]
  /// Those that have yet to connect.
  private var waiting: [Int]
  private var connecting = 0
  private var conversations = 0
  /// Rounds that all have ended, and how many have ended the one after.
  private var round = 0
  private var ended = 0
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var report = Report()
  private let began = now()

  init(_ options: Options) {
    self.options = options
    clients = Array(repeating: nil, count: options.connections)
    waiting = Array((0..<options.connections).reversed())
  }

  /// Returns when all have left.
  mutating func run() throws(Trouble) -> Report {
    var events = [epoll_event](repeating: epoll_event(), count: 512)
    try connectSome()
    while !waiting.isEmpty || clients.contains(where: { $0 != nil }) {
      let count = epoll_wait(poll, &events, Int32(events.count), 30_000)
      guard count != 0 else { throw Trouble("nothing came for thirty seconds") }
      for event in events.prefix(Int(max(0, count))) { try read(Int(event.data.u32)) }
    }
    report.nanoseconds = now() - began
    return report
  }

  private mutating func connectSome() throws(Trouble) {
    while connecting < Self.handshakesAtOnce, let slot = waiting.popLast() {
      conversations += 1
      let name = options.seconds == nil ? "\(options.name)-\(slot)" : "\(options.name)-\(conversations)"
      let socket = try Socket.connect(to: options.port)
      clients[slot] = Client(socket: socket, name: name, isEcho: options.isEcho)
      connecting += 1
      var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u32: UInt32(slot)))
      epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event)
      try Socket.send(Client.request(name: name, port: options.port, isEcho: options.isEcho), to: socket)
    }
  }

  private mutating func read(_ slot: Int) throws(Trouble) {
    guard let socket = clients[slot]?.socket else { return }
    guard let bytes = Socket.receive(from: socket, into: &buffer) else {
      return try happen(clients[slot]?.stage == .closing ? .left : .trouble("the connection ended"), slot)
    }
    var happened: [Client.Event] = []
    clients[slot]?.take(bytes) { happened.append($0) }
    for event in happened { try happen(event, slot) }
  }

  private mutating func happen(_ event: Client.Event, _ slot: Int) throws(Trouble) {
    switch event {
    case .ready:
      connecting -= 1
      try connectSome()
      if options.seconds == nil { try meet() } else { try sayNext(slot) }
    case .reply: try hear(slot)
    case .left: try end(slot)
    case .send(let bytes): if let socket = clients[slot]?.socket { try Socket.send(bytes, to: socket) }
    case .trouble(let sentence):
      report.troubles.append(sentence)
      guard report.troubles.count < Self.mostTroubles, options.seconds != nil else { throw Trouble(sentence) }
      if clients[slot]?.stage == .upgrading || clients[slot]?.stage == .greeting { connecting -= 1 }
      try end(slot)
    }
  }

  private mutating func hear(_ slot: Int) throws(Trouble) {
    guard let client = clients[slot] else { return }
    report.latencies.append(UInt32(clamping: (now() - client.asked) / 1000))
    if client.line < options.talk.lines.count { return try sayNext(slot) }
    if options.seconds != nil { try leave(slot) } else { try meet() }
  }

  private mutating func sayNext(_ slot: Int) throws(Trouble) {
    guard let line = clients[slot]?.line, let socket = clients[slot]?.socket else { return }
    clients[slot]?.line = line + 1
    let text = options.talk.text(line, in: round)
    if let bytes = clients[slot]?.say(text, expecting: options.talk.lines[line].expected, at: now()) {
      try Socket.send(bytes, to: socket)
    }
  }

  private mutating func leave(_ slot: Int) throws(Trouble) {
    guard let socket = clients[slot]?.socket, let bytes = clients[slot]?.leave() else { return }
    try Socket.send(bytes, to: socket)
  }

  private mutating func end(_ slot: Int) throws(Trouble) {
    guard let client = clients[slot] else { return }
    close(client.socket)
    clients[slot] = nil
    guard let seconds = options.seconds, Double(now() - began) < seconds * 1e9 else { return }
    waiting.append(slot)
    try connectSome()
  }

  /// One more has come to the end of the round (or is connected); the last one begins the next for all.
  private mutating func meet() throws(Trouble) {
    ended += 1
    guard ended == clients.count else { return }
    ended = 0
    if options.pauses.contains(round) { try pause() }
    let isOver = round == options.rounds
    if !isOver { round += 1 }
    for slot in clients.indices {
      clients[slot]?.line = 0
      if isOver { try leave(slot) } else { try sayNext(slot) }
    }
  }

  /// Whoever measures looks now.
  private func pause() throws(Trouble) {
    print("{\"paused\": \(round)}")
    fflush(nil)
    guard readLine() != nil else { throw Trouble("nobody goes on") }
  }
}
