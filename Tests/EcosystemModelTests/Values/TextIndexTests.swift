import Testing

@testable import EcosystemModel

@Suite struct TextIndexTests {
  @Test func findsEveryTextAndNoOther() {
    var index = TextIndex()
    let texts =
      (0..<5000).map { ["p\($0)", "person \($0)", "a rather long name \($0)"][$0 % 3] }
      + ["", "a", "ab", "abc", "abcd", "12345678", "123456789", "\u{0}", "\u{0}\u{0}", "é", "日本"]
    for (number, text) in texts.enumerated() {
      #expect(index[text] == nil)
      index[text] = Int32(number)
    }
    for (number, text) in texts.enumerated() { #expect(index[text] == Int32(number)) }
    for text in ["p5000", "p", "person", "\u{0}\u{0}\u{0}", "1234567", "1234567890", "è"] {
      #expect(index[text] == nil)
    }
    index["p0"] = 7
    #expect(index["p0"] == 7)
  }

  @Test func twoSpellingsOfOneTextAreOne() {
    var index = TextIndex()
    index["caf\u{E9}"] = 1
    #expect(index["cafe\u{301}"] == 1)
    #expect(index["cafe"] == nil)
  }

  @Test(arguments: 0...20) func keysTellTextsOfOneLengthApart(length: Int) {
    let first = Array(repeating: UInt8(ascii: "x"), count: length)
    for place in 0..<length {
      var other = first
      other[place] = UInt8(ascii: "y")
      #expect(TextKey(first.span).word != TextKey(other.span).word)
    }
  }

  @Test func oneSearchFindsOrSets() {
    var index = TextIndex()
    let texts = (0..<3000).map {
      ["p\($0 % 1000)", "a rather long name \($0 % 700)", "é\($0 % 9)"][$0 % 3]
    }
    var expected: [String: Int32] = [:]
    for (number, text) in texts.enumerated() {
      let first = expected[text] ?? Int32(number)
      expected[text] = first
      #expect(index.number(of: text, orSet: Int32(number)) == first)
    }
    #expect(index.count == expected.count)
  }
}
