import GraphCore
import EcosystemModel
import TestSupport
import Testing

@testable import Interchange

/// Ecosystems with texts that are hard on file formats.
struct HostileEcosystem {
  private var generator: SeededGenerator
  private var serial = 0

  private static let pieces = [
    "a", "B", "é", "ß", "第", "😀", "👨‍👩‍👧", "م", "\u{202E}", "\u{200B}", "\"", "'", ",", ";", "\t", "\n",
    "\r\n",
    "\r", "|", "\\", "\\|", "#", ":", ": ", " #", "- ", "-", "?", "*", "&", "!", "%", "@", "`", "{",
    "}",
    "[", "]", "<", ">", "=", "+", "~", "null", "yes", "0x1F", "1e5", "/", "//", "$", "\u{85}",
    "\u{2028}", "\u{FEFF}",
    "\u{7F}", "\u{1}", "\u{FFFE}", "sep=;", "company:", "e\u{301}", " ", "  ", "..", "---", "<<",
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A text without white space at its ends; unique ones carry a number.
  private mutating func text(unique: Bool = false) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      text += Self.pieces.randomElement(using: &generator) ?? ""
    }
    serial += 1
    let trimmed = text.trimmed
    return unique || trimmed.isEmpty ? "\(trimmed)\(serial)" : trimmed
  }

  private mutating func maybe<T>(_ make: (inout Self) -> T) -> T? {
    Bool.random(using: &generator) ? make(&self) : nil
  }

  /// Any number, or one within limits where the column has some.
  private mutating func number(in limits: ClosedRange<Double>? = nil) -> Double {
    let number =
      [0, 1, -1, 0.1, 1e300, 2.5e-308, 1e15, 123_456_789.125, .pi].randomElement(using: &generator)
      ?? 0
    return limits.map { min(max(number, $0.lowerBound), $0.upperBound) } ?? number
  }

  private mutating func date() -> CalendarDate? {
    CalendarDate(
      year: .random(in: 1...9999, using: &generator), month: .random(in: 1...12, using: &generator),
      day: .random(in: 1...28, using: &generator))
  }

  private mutating func attributes() -> Attributes {
    var attributes = Attributes()
    for name in ["Note: \"x\"", "第二", "x,y;z\tw", "- list"] {
      attributes[name] = maybe { $0.text() }
    }
    return attributes
  }

  private mutating func tags() -> [String] {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in text() }
  }

  mutating func ecosystem() -> Ecosystem {
    var result = Ecosystem()
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      var company = Company(id: .init(text(unique: true)), name: text())
      company.kind = maybe { $0.text() }
      company.parent = result.companies.last.flatMap { last in maybe { _ in last.id } }
      company.tags = tags()
      company.attributes = attributes()
      result.companies.append(company)
    }
    for company in result.companies where Bool.random(using: &generator) {
      var function = Function(id: .init(text(unique: true)), name: text(), company: company.id)
      function.region = maybe { $0.text() }
      result.functions.append(function)
    }
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      var person = Person(id: .init(text(unique: true)), name: text())
      person.title = maybe { $0.text() }
      person.company = result.companies.randomElement(using: &generator)?.id
      person.capacityHours = maybe { $0.number(in: 0...744) }
      person.attributes = attributes()
      result.people.append(person)
    }
    if let partner = result.companies.randomElement(using: &generator) {
      var alliance = Alliance(id: .init(text(unique: true)), name: text())
      alliance.companies = [partner.id]
      alliance.validity.since = date()
      alliance.northStar = maybe { $0.text() }
      result.alliances.append(alliance)
      result.conflicts = [Conflict(a: .company(partner.id), b: .alliance(alliance.id))]
      var tie = Relationship(from: .company(partner.id), to: .alliance(alliance.id))
      tie.weight = number(in: 0...1e15)
      tie.label = text()
      tie.tags = tags()
      result.relationships = [tie]
    }
    for person in result.people {
      var score = Score(subject: .person(person.id), measure: text(), value: number())
      score.date = date()
      score.attributes = attributes()
      result.scores.append(score)
    }
    return result
  }
}

struct RoundTripLawTests {
  @Test(arguments: 0..<64)
  func writtenAndReadIsTheSame(seed: UInt64) throws {
    var hostile = HostileEcosystem(seed: seed)
    let ecosystem = hostile.ecosystem()
    for form in Form.allCases {
      let dataset = try Dataset.read(files: form.files(of: ecosystem))
      #expect(dataset.lines == [], "\(form)")
      #expect(dataset.ecosystem == ecosystem, "\(form)")
    }
    let folder = ecosystem.csvFiles.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    let dataset = try Dataset.read(files: folder + [("notes.md", [])])
    #expect(dataset.ecosystem == ecosystem)
    #expect(dataset.fingerprint == ecosystem.fingerprint)
  }

  @Test(arguments: 0..<16)
  func ordinaryEcosystemsAreReadBackToo(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    for form in [Form.comma, .utf16, .yaml, .json, .workbook] {
      let dataset = try Dataset.read(files: form.files(of: ecosystem))
      #expect(dataset.ecosystem == ecosystem, "\(form)")
      #expect(dataset.fingerprint == ecosystem.fingerprint, "\(form)")
    }
  }

  /// Bytes of any kind are read or refused, in every format.
  @Test(arguments: Seeds.upTo(200))
  func noiseNeverCrashes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("person,committee\nsource;target\t\"\"\"\r\n|\\:-[]{}&*?#ab1. ,,\n".utf8)
    for name in ["x.csv", "memberships.csv", "d.yaml", "d.json", "x.tsv", "handoffs.csv"] {
      let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
        Int.random(in: 0..<50, using: &generator) == 0
          ? UInt8.random(in: .min ... .max, using: &generator)
          : alphabet.randomElement(using: &generator) ?? 0
      }
      let header = name == "x.csv" ? Array("from,to,what\n".utf8) : []
      let dataset = try? Dataset.read(files: [(name, header + bytes)])
      #expect(dataset?.ecosystem.danglingReferences ?? [] == [])
    }
  }

  /// A file with some bytes changed is still read, and every place that is told is in the file.
  @Test(arguments: Seeds.upTo(400))
  func damagedFilesAreReadAsFarAsTheyGo(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let form = Form.allCases[Int(seed) % Form.allCases.count]
    var files = form.files(of: sampleEcosystem)
    for index in files.indices {
      for _ in 0..<3 where !files[index].bytes.isEmpty {
        let position = Int.random(in: files[index].bytes.indices, using: &generator)
        files[index].bytes[position] = UInt8.random(in: .min ... .max, using: &generator)
      }
    }
    // An archive may be damaged beyond reading.
    guard form != .workbook || (try? Dataset.read(files: files)) != nil else { return }
    let dataset = try Dataset.read(files: files)
    #expect(dataset.ecosystem.danglingReferences == [])
    for diagnostic in dataset.diagnostics {
      guard let place = diagnostic.location, let line = place.line, place.sheet == nil else {
        continue
      }
      let file = try #require(files.first { $0.name == place.file })
      #expect(line <= file.bytes.count { $0 == 0x0A || $0 == 0x0D || $0 == 0x85 || $0 == 0xA8 } + 1)
    }
  }
}
