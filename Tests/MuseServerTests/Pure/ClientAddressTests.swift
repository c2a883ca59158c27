import MuseServer
import NIOHTTP1
import Testing

@Suite("The address of a client")
struct ClientAddressTests {
  private let rule = ClientAddress(trusted: ["10.0.0.0/8", "::1"].compactMap { AddressBlock($0) })

  private func address(_ peer: String, _ fields: HTTPHeaders) -> IPAddress? { rule.address(peer: IPAddress(peer), fields) }

  @Test("what strangers say of themselves does not count")
  func strangers() {
    #expect(address("192.0.2.1", ["X-Forwarded-For": "1.1.1.1"]) == IPAddress("192.0.2.1"))
    #expect(address("192.0.2.1", ["Forwarded": "for=1.1.1.1"]) == IPAddress("192.0.2.1"))
  }

  @Test(
    "what trusted proxies say does, up to the first address that is none of theirs",
    arguments: [
      ("1.1.1.1", "1.1.1.1"), ("6.6.6.6, 1.1.1.1", "1.1.1.1"), ("1.1.1.1, 10.1.2.3", "1.1.1.1"),
      ("6.6.6.6, nonsense, 10.1.2.3", "10.1.2.3"), ("10.1.2.3", "10.1.2.3"), ("nonsense", "10.0.0.1"),
      ("1.1.1.1:4000", "1.1.1.1"), ("[2001:db8::1]:4000", "2001:db8::1"), ("2001:db8::1", "2001:db8::1"),
    ])
  func forwarded(field: String, client: String) {
    #expect(address("10.0.0.1", ["X-Forwarded-For": field]) == IPAddress(client))
  }

  @Test("the field of RFC 7239 says the same")
  func standardField() {
    #expect(address("::1", ["Forwarded": "for=1.1.1.1;proto=https"]) == IPAddress("1.1.1.1"))
    #expect(address("::1", ["Forwarded": "for=6.6.6.6, proto=https;For=\"[2001:db8::17]:47\""]) == IPAddress("2001:db8::17"))
    #expect(address("::1", ["Forwarded": "for=unknown"]) == IPAddress("::1"))
  }

  @Test("where both fields are there, one may be forged: neither counts")
  func both() {
    #expect(address("10.0.0.1", ["Forwarded": "for=1.1.1.1", "X-Forwarded-For": "2.2.2.2"]) == IPAddress("10.0.0.1"))
  }

  @Test(
    "a block has the addresses that begin as it does",
    arguments: [
      ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.1", "10.0.0.1", true),
      ("10.0.0.1", "10.0.0.2", false), ("0.0.0.0/0", "1.2.3.4", true), ("0.0.0.0/0", "::1", false), ("::/0", "1.2.3.4", true),
      ("2001:db8::/32", "2001:db8:1::1", true), ("2001:db8::/32", "2001:db9::1", false), ("2001:db8::1/128", "2001:db8::1", true),
      ("10.0.0.0/8", "::ffff:10.2.3.4", true),
    ])
  func blocks(block: String, address: String, isIn: Bool) throws {
    #expect(try #require(AddressBlock(block)).contains(try #require(IPAddress(address))) == isIn)
  }

  @Test(
    "what is no block is none",
    arguments: ["", "10.0.0.0/33", "10.0.0", "::1/129", "localhost", "10.0.0.0/8/8", "10.0.0.0/-1", "[::1]"])
  func noBlocks(text: String) {
    #expect(AddressBlock(text) == nil)
  }

  @Test("of IPv6 the network is counted, of IPv4 the address")
  func counting() {
    #expect(IPAddress("2001:db8::1")?.counted == IPAddress("2001:db8::ffff")?.counted)
    #expect(IPAddress("2001:db8::1")?.counted != IPAddress("2001:db8:0:1::1")?.counted)
    #expect(IPAddress("10.0.0.1")?.counted != IPAddress("10.0.0.2")?.counted)
    #expect(IPAddress("10.0.0.1") == IPAddress("::ffff:10.0.0.1"))
  }
}
