import MuseServer
import Testing

@Suite("Token buckets")
struct TokenBucketTests {
  private let limits = TokenBucket.Limits(rate: Rate(2, per: .seconds(1)), burst: 3)

  @Test("a burst passes, the next waits for exactly as long as one takes to come in")
  func burst() {
    var bucket = TokenBucket(at: .zero)
    #expect((0..<3).map { _ in bucket.take(at: .seconds(5), limits) } == [nil, nil, nil])
    #expect(bucket.take(at: .seconds(5), limits) == .milliseconds(500))
    #expect(bucket.take(at: .milliseconds(5300), limits) == .milliseconds(200))
    #expect(bucket.take(at: .milliseconds(5500), limits) == nil)
    #expect(bucket.take(at: .milliseconds(5500), limits) == .milliseconds(500))
  }

  @Test("a pause fills it, and not beyond its burst")
  func pause() {
    var bucket = TokenBucket(at: .zero)
    for _ in 0..<3 { _ = bucket.take(at: .zero, limits) }
    #expect(!bucket.isFull(at: .milliseconds(1499)))
    #expect(bucket.isFull(at: .milliseconds(1500)))
    #expect((0..<4).map { _ in bucket.take(at: .seconds(3600), limits) } == [nil, nil, nil, .milliseconds(500)])
  }

  @Test("whoever keeps to the rate is never refused, and of a flood the rate and the burst pass", arguments: [1, 3, 7, 20])
  func rates(count: Int) {
    let limits = TokenBucket.Limits(rate: Rate(count, per: .seconds(1)), burst: 1)
    var steady = TokenBucket(at: .zero)
    #expect((0..<1000).allSatisfy { steady.take(at: limits.rate.period * $0 / count, limits) == nil })
    var flooded = TokenBucket(at: .zero)
    let passed = (0..<10_000).filter { flooded.take(at: .milliseconds($0), limits) == nil }.count
    #expect(passed > count * 10 - 10 && passed <= count * 10 + 1, "\(passed)")
  }

  @Test("one does not pay for another, and who has rested is forgotten")
  func table() {
    var table = BucketTable<String>(limits: .init(rate: Rate(1, per: .seconds(1)), burst: 1), capacity: 2)
    #expect(table.take("a", at: .zero) == nil)
    #expect(table.take("a", at: .zero) == .seconds(1))
    #expect(table.take("b", at: .zero) == nil)
    #expect(table.take("c", at: .milliseconds(500)) == nil)
    #expect(table.take("d", at: .milliseconds(500)) == .seconds(1), "they share a bucket")
    #expect(table.count == 2)
    #expect(table.take("d", at: .seconds(2)) == nil)
    #expect(table.count == 1)
  }
}
