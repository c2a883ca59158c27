import Dispatch
import Foundation

/// `engine GRAPH list`, `engine GRAPH repeat NAME COUNT`, `engine GRAPH time NAME SECONDS`, `engine GRAPH bytes NAME`.
///
/// The harness runs it under valgrind with one count and with twice that, so that what is made ready drops out of the difference.
@main
struct Engine {
  /// Not asynchronous itself: the main thread would end at the first `await`, which valgrind 3.19 does not survive.
  static func main() {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      do {
        try await run(CommandLine.arguments.dropFirst())
      } catch {
        print("engine: \(error)")
        exit(1)
      }
      done.signal()
    }
    done.wait()
  }

  private static func run(_ words: ArraySlice<String>) async throws {
    guard let folder = words.first, let verb = words.dropFirst().first else { throw wrongUsage }
    let all = benchmarks(of: try MeetingGraph(in: folder))
    if verb == "list" {
      for benchmark in all { print(benchmark.name, benchmark.units) }
      return
    }
    guard let name = words.dropFirst(2).first, let benchmark = all.first(where: { $0.name == name }) else { throw wrongUsage }
    switch (verb, words.dropFirst(3).first) {
    case ("repeat", let count?): try await run(benchmark, times: try number(count))
    case ("time", let seconds?): try await time(benchmark, for: Double(try number(seconds)))
    case ("bytes", nil): if let bytes = benchmark.bytes { print(try await bytes()) }
    default: throw wrongUsage
    }
  }

  private static let wrongUsage = WrongCourse(
    description: "engine GRAPH list | repeat NAME COUNT | time NAME SECONDS | bytes NAME")

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else { throw wrongUsage }
    return number
  }

  private static func run(_ benchmark: Benchmark, times count: Int) async throws {
    let repetition = try await benchmark.prepare()
    for _ in 0..<count { try await repetition() }
  }

  /// Prints the CPU time of one unit in microseconds and its ratio to the reference, in turns of a fifth of a second: the machine's
  /// neighbours disturb both alike. The median turn counts.
  private static func time(_ benchmark: Benchmark, for seconds: Double) async throws {
    let (repetition, reference) = (try await benchmark.prepare(), { keep(Reference.digest(of: Reference.megabyte)) })
    try await repetition()
    reference()
    var turns: [(microseconds: Double, ratio: Double)] = []
    for _ in 0..<max(3, Int(seconds * 4)) {
      let one = try await cost(of: repetition) / Double(benchmark.units)
      let other = try await cost(of: reference)
      turns.append((one, one / other))
    }
    let middle = turns.sorted { $0.ratio < $1.ratio }[turns.count / 2]
    print(middle.microseconds, middle.ratio)
  }

  /// The CPU time of one repetition, in microseconds.
  private static func cost(of repetition: Benchmark.Repetition) async throws -> Double {
    let began = clock()
    var count = 0.0
    repeat {
      try await repetition()
      count += 1
    } while clock() - began < CLOCKS_PER_SEC / 8
    return Double(clock() - began) / Double(CLOCKS_PER_SEC) * 1e6 / count
  }
}
