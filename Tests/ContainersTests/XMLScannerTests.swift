import GraphCore
import Testing

@testable import Containers

struct XMLScannerTests {
  private func events(_ xml: String) throws -> [String] {
    var scanner = XMLScanner(Array(xml.utf8))
    var events: [String] = []
    while true {
      switch try scanner.next() {
      case .start:
        events.append(
          "<"
            + ([scanner.name] + scanner.attributes.map { "\($0.name)=\($0.value)" }).joined(
              separator: " "))
      case .end: events.append(">\(scanner.name)")
      case .text: events.append(scanner.text)
      case .finish: return events
      }
    }
  }

  @Test func eventsFollowTheText() throws {
    #expect(
      try events(
        "<?xml version='1.0'?><!-- <x> -->\n<n:a xmlns:n='u' b = \"1 &lt;&#x41;\n2\"><c/>t&amp;\r\n<![CDATA[<&]]></n:a >\n"
      )
        == ["<a n=u b=1 <A 2", "<c", ">c", "t&\n", "<&", ">a"])
  }

  @Test(arguments: [
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "xml.doctype"),
    ("<a><!DOCTYPE b></a>", "xml.doctype"), ("<a>&lol;</a>", "xml.entity"),
    ("<a b='&x;'/>", "xml.entity"), ("<a>&</a>", "xml.entity"), ("<a>&#0;</a>", "xml.entity"),
    ("<a>&#xD800;</a>", "xml.entity"), ("<a><b></a>", "xml.form"), ("<a/><b/>", "xml.form"),
    ("<a", "xml.form"), ("<a b=<c>", "xml.form"), ("<a b='1' c>", "xml.form"),
    ("x<a/>", "xml.form"),
    ("", "xml.form"), ("<a></a", "xml.form"), ("<!-- <a/>", "xml.form"), ("</a>", "xml.form"),
    ("< a/>", "xml.form"),
  ])
  func faultsAreNamed(xml: String, rule: String) {
    let fault = #expect(throws: XMLFault.self) { try events(xml) }
    #expect(fault?.rule == rule)
  }

  @Test(arguments: 0..<300)
  func noiseEnds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("<></!-[]CDATA?=\"' ab&;#x1:\n".utf8)
    let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
      alphabet.randomElement(using: &generator) ?? 0
    }
    var scanner = XMLScanner(Array("<r>".utf8) + bytes)
    var count = 0
    while let event = try? scanner.next(), event != .finish { count += 1 }
    #expect(count <= 2 * bytes.count + 2)
  }

  @Test(arguments: ["a", "<&>\"'", "\t\n\r", "é😀", "]]>"])
  func escapedTextComesBack(text: String) throws {
    #expect(
      try events("<a b=\"\(XMLText.escaped(text))\">\(XMLText.escaped(text))</a>")
        == ["<a b=\(text)", text, ">a"])
  }
}
