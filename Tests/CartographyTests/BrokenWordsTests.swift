import TestSupport
import Testing

@testable import Cartography

/// Words that are wider than their line.
struct BrokenWordsTests {
  private static let names = [
    "Recommendation", "Meridian–Nimbusfield", "Meridian–Tempowear", "Register-Lenkungsausschuss",
    "Mmmmmmmmmmmmmmmmmmmm", "Pneumonoultramicroscopic", "AT&T", "Rhythm",
  ]

  @Test("No line of a broken word is a letter or two", arguments: names)
  func rests(name: String) {
    for width in stride(from: 40.0, through: 140, by: 5) {
      let lines = TextMetrics.wrap(name, width: width, size: 12, lineLimit: 20)
      let joined = lines.map {
        $0.hasSuffix("-") && !name.contains($0) ? String($0.dropLast()) : $0
      }
      #expect(joined.joined() == name, "\(width): \(lines)")
      guard lines.count > 1 else { continue }
      // Of wide letters there may be no room for more.
      guard TextMetrics.width(of: name.prefix(5) + "-", size: 12) <= width else { continue }
      for line in lines { #expect(line.count >= 3, "\(width): \(lines)") }
    }
  }

  @Test func dashesOfANameComeFirst() {
    #expect(
      TextMetrics.wrap("Meridian–Nimbusfield", width: 90, size: 12, lineLimit: 3)
        == ["Meridian–", "Nimbusfield"])
  }
}
