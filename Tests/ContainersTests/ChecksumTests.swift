import Testing

@testable import Containers

struct ChecksumTests {
  /// Values of RFC 9923, appendix C.
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func valuesOfTheStandard(text: String, digits: String) {
    var checksum = Checksum()
    checksum.feed(text.utf8)
    #expect(checksum.digits == digits)
  }
}
