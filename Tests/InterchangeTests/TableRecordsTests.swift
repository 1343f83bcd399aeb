import EcosystemModel
import TestSupport
import Testing

@testable import Interchange

/// Cells cut out on demand, against the same cells cut out at once.
@Suite struct TableRecordsTests {
  private static let pieces = [
    "a", "", " b ", "\"q,1\"", "\"say \"\"hi\"\"\"", "\"two\nlines\"", "é", "\u{A0}x", "st\"ray",
    "\"x\"y",
    "2019-03", "p1", "\"cr\r\nlf\"",
  ]

  private func text(_ seed: UInt64) -> String {
    var random = Draws(state: seed)
    let width = Int.random(in: 1...5, using: &random)
    var lines = [(0..<width).map { "h\($0)" }.joined(separator: ",")]
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      let count = max(1, width + Int.random(in: -2...1, using: &random))
      lines.append(
        (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
          .joined(separator: ","))
      if seed % 3 == 0, Int.random(in: 0...8, using: &random) == 0 { lines.append("") }
    }
    return lines.joined(separator: seed % 2 == 0 ? "\n" : "\r\n") + (seed % 5 == 0 ? "\"open" : "")
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func cutOnDemandIsCutAtOnce(seed: UInt64) throws {
    var faults: [Diagnostic] = []
    guard let table = CSVTable.read(Array(text(seed).utf8), file: "t.csv", diagnostics: &faults)
    else { return }
    var whole = table
    whole.cutAll()
    var cursor = RowCursor(table)
    var other = RowCursor(whole)
    #expect(whole.records == nil && whole.cells.count == table.rows.count * table.width)
    for row in table.rows.indices {
      cursor.move(to: row)
      other.move(to: row)
      for column in 0..<table.width {
        let (one, same) = (
          table.cell(row: row, column: column), whole.cells[row * table.width + column]
        )
        #expect(one.text == same.text && one.line == same.line && one.column == same.column)
        #expect(cursor.text(column) == same.text && other.text(column) == same.text)
        #expect(cursor.isEmpty(column) == same.text.isEmpty)
        #expect(
          table.location(row: row, column: column) == whole.location(row: row, column: column))
      }
    }
  }

  @Test(arguments: 0..<24 as Range<UInt64>) func whatCellsNameDoesNotDependOnWhatWasMet(
    seed: UInt64
  ) throws {
    // The same rows from a file, whose cells are looked up by their bytes, and from tables of texts.
    let ecosystem = Ecosystem.random(seed: seed)
    let files = ecosystem.writableTables.map {
      ($0.name.rawValue + ".csv", Array(CSVWriter.text(of: $0).utf8))
    }
    let read = try Dataset.read(files: files)
    var tables: [TableName: Table] = [:]
    for (name, bytes) in files {
      var faults: [Diagnostic] = []
      var table = CSVTable.read(bytes, file: name, diagnostics: &faults)
      table?.cutAll()
      if let kind = TableName(rawValue: String(name.dropLast(4))) { tables[kind] = table }
    }
    let decoded = EcosystemDecoder.decode(tables, unreadable: [], nodeKind: nil)
    #expect(decoded.ecosystem == read.ecosystem)
  }

  @Test(arguments: 0..<24 as Range<UInt64>) func aRowReadByItsBytesIsTheRowReadByItsTexts(
    seed: UInt64
  ) throws {
    var tables: [TableName: Table] = [:]
    for table in Ecosystem.random(seed: seed).writableTables {
      var faults: [Diagnostic] = []
      tables[table.name] = CSVTable.read(
        Array(CSVWriter.text(of: table).utf8), file: table.name.rawValue, diagnostics: &faults)
    }
    let byBytes = EcosystemDecoder.decode(tables, unreadable: [], nodeKind: nil)
    // A table that says that some cell is a list of its own is read row by row.
    for name in tables.keys { tables[name]?.listCells = [-1] }
    let byTexts = EcosystemDecoder.decode(tables, unreadable: [], nodeKind: nil)
    #expect(byBytes.ecosystem == byTexts.ecosystem)
    #expect(byBytes.diagnostics.sorted() == byTexts.diagnostics.sorted())
    #expect(byBytes.counts == byTexts.counts)
  }

  @Test(arguments: [
    "x", "2019-13-40", "-1", "1e2", "12.5", "1,5", ".5", "5.", "0005", "12345678901234567", "p 1",
    "P1", "chair", "Co-Chair", "a|b", "Ω", "p1", "Ann", "person:p1", "b/c", "\u{A0}5",
  ])
  func everyCellMeansTheSameByBytesAndByText(cell: String) throws {
    func text(_ header: String, _ rows: [String]) -> [UInt8] {
      Array(([header] + rows).joined(separator: "\n").utf8)
    }
    let files: [(TableName, [UInt8])] = [
      (.companies, text("id,name,region\nc1,Acme,Asia", ["c2,\(cell),Asia", "\(cell),Bey,Asia"])),
      (
        .people,
        text(
          "id,name,company,seniority,capacity_hours,manager,own",
          ["p1,Ann,c1,1,10.25,,a", "p2,Bo,\(cell),\(cell),\(cell),\(cell),\(cell)"])
      ),
      (
        .committees,
        text(
          "id,name,cadence,approval_rate,hours",
          ["b1,JSC,monthly,0.5,2", "b2,b/c,\(cell),\(cell),1"])
      ),
      (
        .memberships,
        text(
          "person,committee,role,since,company,tags",
          ["p1,b1,chair,2019-03,,", "Bo,b1,\(cell),\(cell),c1,\(cell)", "\(cell),b1,,,,"])
      ),
      (
        .handoffs,
        text(
          "from,to,what,hours,minutes,owner",
          ["p1,p2,thing,3,,p1", "\(cell),b1,\(cell),\(cell),,\(cell)", "b1,p2,,,\(cell),Ann"])
      ),
    ]
    var tables: [TableName: Table] = [:]
    for (name, bytes) in files {
      var faults: [Diagnostic] = []
      tables[name] = CSVTable.read(bytes, file: name.rawValue, diagnostics: &faults)
    }
    let byBytes = EcosystemDecoder.decode(tables, unreadable: [], nodeKind: nil)
    for name in tables.keys { tables[name]?.listCells = [-1] }
    let byTexts = EcosystemDecoder.decode(tables, unreadable: [], nodeKind: nil)
    #expect(byBytes.ecosystem == byTexts.ecosystem)
    #expect(byBytes.diagnostics.sorted() == byTexts.diagnostics.sorted())
  }

  @Test func aMemoKeepsLongAndShortTextsApart() {
    var memo = ReferenceMemo()
    let texts = (0..<3000).map { $0 % 2 == 0 ? "p\($0)" : "a person with a long name \($0)" }
    for text in texts {
      let bytes = Array(text.utf8)
      #expect(memo.meaning(of: TextKey(bytes.span), bytes.span) == nil)
      memo.remember(text, as: .person(.init(text)))
    }
    for text in texts {
      let bytes = Array(text.utf8)
      #expect(memo.meaning(of: TextKey(bytes.span), bytes.span) == .person(.init(text)))
    }
    memo.removeAll()
    let bytes = Array("p0".utf8)
    #expect(memo.meaning(of: TextKey(bytes.span), bytes.span) == nil)
  }
}

/// Draws that depend on nothing but their seed.
private struct Draws: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
