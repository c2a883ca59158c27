import Foundation
import Logging
import MuseServer
import ServiceLifecycle
import UnixSignals

/// How long a server lives: until it is told to stop, and has drained or had the time for it; or until it is told twice.
struct ServerLife {
  private enum Event: Sendable {
    case ended
    case told(UnixSignal)
    case overdue
  }

  /// Beyond the time to drain and to close, for what the process does beside.
  private static let grace = Duration.seconds(2)

  let server: MuseServer
  /// What runs beside the server as long as it does.
  let companion: any Service
  let timeouts: ServerSettings.Timeouts
  let logger: Logger

  /// Returns when the server was told to stop and has drained; or when its time for that is over: then false.
  func run() async throws -> Bool {
    // A file that may not grow is trouble of the store, which says so, and no reason to end.
    Foundation.signal(SIGXFSZ, SIG_IGN)
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        // It may also be told to stop from outside (`/admin/drain`).
        services: [
          .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup), .init(service: companion),
        ], logger: logger))
    let (events, happen) = AsyncThrowingStream.makeStream(of: Event.self)
    // Not in a group, which would wait for a turn that never ends.
    let watching = [
      Task {
        do {
          try await group.run()
          happen.yield(.ended)
        } catch {
          happen.finish(throwing: error)
        }
      },
      Task { for await signal in signals { happen.yield(.told(signal)) } },
    ]
    defer { for task in watching { task.cancel() } }
    var alarm: Task<Void, any Error>?
    defer { alarm?.cancel() }
    for try await event in events {
      switch event {
      case .ended: return true
      case .overdue:
        logger.warning("The time to stop is over: what still runs is ended")
        return false
      case .told(let signal):
        if alarm != nil { end(by: signal) }
        alarm = Task { [longest] in
          try await Task.sleep(for: longest)
          happen.yield(.overdue)
        }
        await group.triggerGracefulShutdown()
      }
    }
    return true
  }

  private var longest: Duration { timeouts.drain + timeouts.close + Self.grace }

  /// Ends the process as the signal does where nobody listens to it.
  private func end(by signal: UnixSignal) -> Never {
    logger.warning("Told to stop twice: ending at once", metadata: ["signal": "\(signal)"])
    let number = signal.rawValue
    Foundation.signal(number, SIG_DFL)
    // Whoever waits for signals keeps them from the threads.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    _exit(128 + number)
  }
}
