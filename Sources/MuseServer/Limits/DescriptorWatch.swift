import Logging
import NIOCore

/// Says once a minute that connections cannot be accepted because there are no file descriptors left, and lets the listener rest.
///
/// NIO's own handler behind it keeps the error from ending the listener, and delays whoever asks it to read. But the listener is still
/// asked by the selector, which finds somebody waiting at once, each time: so it is taken out there for a while.
final class DescriptorWatch: ChannelInboundHandler, Sendable {
  typealias InboundIn = any Channel

  private static let rest = TimeAmount.seconds(1)

  private let report: LimitReport
  private let logger: Logger
  private let lines: NIOLoopBoundBox<Seldom>
  private let isResting: NIOLoopBoundBox<Bool>

  init(report: LimitReport, logger: Logger, eventLoop: any EventLoop) {
    self.report = report
    self.logger = logger
    isResting = NIOLoopBoundBox.makeBoxSendingValue(false, eventLoop: eventLoop)
    lines = NIOLoopBoundBox.makeBoxSendingValue(Seldom(every: .seconds(60)), eventLoop: eventLoop)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let error = error as? IOError {
      report.hit(.descriptors)
      rest(context.channel)
      if lines.value.isTime(at: .nanoseconds(Int64(clamping: NIODeadline.now().uptimeNanoseconds))) {
        logger.error(
          "Connections cannot be accepted, and wait: raise the limit of open files", metadata: ["error": "\(error)"])
      }
    }
    context.fireErrorCaught(error)
  }

  private func rest(_ listener: any Channel) {
    guard !isResting.value else { return }
    isResting.value = true
    setReading(false, of: listener)
    listener.eventLoop.scheduleTask(in: Self.rest) { [self] in
      isResting.value = false
      setReading(true, of: listener)
    }
  }

  private func setReading(_ isReading: Bool, of listener: any Channel) {
    // It fails only where the listener is closed, and reads nothing any more.
    try? listener.syncOptions?.setOption(.autoRead, value: isReading)
  }
}
