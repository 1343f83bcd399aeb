import GraphCore
import Testing

@testable import Containers

struct MarkupTests {
  @Test func treeKnowsWhereItsTagsStand() throws {
    let text = "<n:a xmlns:n='u'>\n  <n:b n:c='1'>x<d/>y</n:b>\n</n:a>"
    let root = try Markup.root(of: Array(text.utf8), names: .written)
    #expect(root.name == "n:a" && root.text == nil && (root.line, root.column) == (1, 1))
    let child = try #require(root.first("n:b"))
    #expect((child.line, child.column) == (2, 3))
    #expect(child["n:c"] == "1" && child["c"] == nil && child.text == "xy")
    #expect(root.all("d").count == 1 && root.descendant("d")?.column == 17)
    let plain = try Markup.root(of: Array(text.utf8), names: .local)
    #expect(plain.name == "a" && plain.first("b")?["c"] == "1" && plain.first("n:b") == nil)
    #expect(plain.fullText == "xy")
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<a>&b;</a>", "<a>", "", "<a/><a/>",
    String(repeating: "<a>", count: 100_000),
  ])
  func whatIsNoPlainXMLIsRefused(text: String) {
    for names in [XMLScanner.Names.local, .written] {
      #expect(throws: XMLFault.self) { try Markup.root(of: Array(text.utf8), names: names) }
    }
  }

  /// Whatever is written comes back: no words become markup.
  @Test(arguments: 0..<100)
  func writtenIsRead(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("<>&\"' \t\n\r;#x-]é部👩‍👧مa".unicodeScalars)
    func words() -> String {
      var text = "a"
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
      }
      return text
    }
    func element(_ depth: Int) -> Markup {
      let children = depth == 0 ? 0 : Int.random(in: 0...3, using: &generator)
      var made = Markup("p:e\(depth)", ["b": words(), "c:d": words()])
      if Bool.random(using: &generator) { made.text = words() }
      made.children = (0..<children).map { _ in element(depth - 1) }
      return made
    }
    let tree = element(3)
    let read = try Markup.root(of: tree.document, names: .written)
    #expect(read.document == tree.document)
  }

  @Test func whatXMLCannotHoldIsShown() throws {
    let words = "a\u{0}b\u{B}\u{FFFE}c"
    #expect(!XMLText.holds(words) && XMLText.holds("a\t\r\n\u{85}é"))
    let element = Markup("a", ["b": words], text: words)
    let read = try Markup.root(of: element.document, names: .written)
    #expect(read.text == "a\u{FFFD}b\u{FFFD}\u{FFFD}c" && read["b"] == read.text)
  }
}
