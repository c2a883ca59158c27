import Logging
import MuseSettings
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Reads the settings again on SIGHUP. What cannot be read, or is wrong, is logged, and all stays as it is.
struct SettingsReloader: Service {
  let sources: ServeSources
  let start: ServeSettings
  let logger: Logger
  /// Goes on with other settings.
  let apply: @Sendable (ServeSettings) async -> Void

  func run() async throws {
    var current = start
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
      guard let reload = read(against: current) else { continue }
      current = reload.settings
      await apply(current)
      logger.notice("The settings were read again", metadata: ["changed": "\(reload.changed.joined(separator: ", "))"])
    }
  }

  private func read(against current: ServeSettings) -> SettingsReload? {
    do {
      let reload = SettingsReload(from: current, to: try sources.read().settings)
      for key in reload.waiting { logger.warning("A changed setting needs a restart", metadata: ["setting": "\(key)"]) }
      return reload
    } catch let failure as CommandFailure {
      for sentence in (failure.sentence ?? "").split(separator: "\n") {
        logger.error("The settings stay as they are: they cannot be read again", metadata: ["mistake": "\(sentence)"])
      }
    } catch {
      logger.error("The settings stay as they are: they cannot be read again", metadata: ["mistake": "\(error)"])
    }
    return nil
  }
}
