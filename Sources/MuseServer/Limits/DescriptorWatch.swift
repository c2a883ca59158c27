import Logging
import NIOCore

/// Says once a minute that connections cannot be accepted because there are no file descriptors left.
///
/// NIO's own handler behind it waits for a second then, keeps the error from ending the listener, and goes on by itself.
final class DescriptorWatch: ChannelInboundHandler, Sendable {
  typealias InboundIn = any Channel

  private let report: LimitReport
  private let logger: Logger
  private let lines: NIOLoopBoundBox<Seldom>

  init(report: LimitReport, logger: Logger, eventLoop: any EventLoop) {
    self.report = report
    self.logger = logger
    lines = NIOLoopBoundBox.makeBoxSendingValue(Seldom(every: .seconds(60)), eventLoop: eventLoop)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let error = error as? IOError {
      report.hit(.descriptors)
      if lines.value.isTime(at: .nanoseconds(Int64(clamping: NIODeadline.now().uptimeNanoseconds))) {
        logger.error(
          "Connections cannot be accepted, and wait: raise the limit of open files", metadata: ["error": "\(error)"])
      }
    }
    context.fireErrorCaught(error)
  }
}
