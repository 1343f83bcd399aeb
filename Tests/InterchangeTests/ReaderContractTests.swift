import EcosystemModel
import Testing

@testable import Interchange

/// The forms in which the same dataset may come.
enum Form: String, CaseIterable, Sendable {
  case comma, semicolon, tab, carriageReturns, byteOrderMark, utf16, padded, yaml, json, workbook

  /// The files of an ecosystem in this form.
  func files(of ecosystem: Ecosystem) -> [(name: String, bytes: [UInt8])] {
    switch self {
    case .yaml: [("d.yaml", Array(ecosystem.yamlText.utf8))]
    case .json: [("d.json", Array(ecosystem.jsonText.utf8))]
    case .workbook: [("d.xlsx", (try? ecosystem.workbook.bytes()) ?? [])]
    default:
      ecosystem.writableTables.map { table in
        let ending = self == .tab ? "tsv" : "csv"
        return ("\(table.name.rawValue).\(ending)", bytes(of: table))
      }
    }
  }

  /// A table written by other rules than the project's own writer.
  private func bytes(of table: WritableTable) -> [UInt8] {
    let delimiter = self == .semicolon || self == .utf16 ? ";" : self == .tab ? "\t" : ","
    let lineEnd = self == .carriageReturns || self == .utf16 ? "\r\n" : "\n"
    let blank = self == .padded ? "  " : ""
    let records = ([table.headers] + table.rows.map { $0.map(\.cellText) }).map { cells in
      cells.map { cell in
        var quoted = ""
        for scalar in cell.unicodeScalars {
          quoted += scalar == "\"" ? "\"\"" : String(Character(scalar))
        }
        return "\(blank)\"\(blank)\(quoted)\(blank)\"\(blank)"
      }.joined(separator: delimiter)
    }
    let text = records.joined(separator: lineEnd) + lineEnd + lineEnd + delimiter + delimiter
    switch self {
    case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16:
      return ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default: return Array(text.utf8)
    }
  }
}

struct ReaderContractTests {
  @Test(arguments: Form.allCases)
  func everyFormGivesTheSameModel(form: Form) throws {
    let dataset = try Dataset.read(files: form.files(of: sampleEcosystem))
    #expect(dataset.lines == [])
    #expect(dataset.ecosystem == sampleEcosystem)
    #expect(dataset.fingerprint == sampleEcosystem.fingerprint)
    #expect(
      dataset.counts.allSatisfy {
        $0.read == sampleEcosystem.count(of: $0.table) && $0.leftOut == 0
      })
  }

  @Test func theSampleUsesEveryColumn() {
    let used = Set(
      sampleEcosystem.writableTables.flatMap { table in
        table.headers.map { "\(table.name.rawValue).\($0)" }
      })
    for table in TableName.allCases {
      for column in table.columns where column.name != Handoff.column(\.minutes) {
        #expect(
          used.contains("\(table.rawValue).\(column.name)"), "\(table.rawValue).\(column.name)")
      }
    }
  }

  @Test(arguments: Form.allCases)
  func everyRowKnowsItsPlace(form: Form) throws {
    let dataset = try Dataset.read(files: form.files(of: sampleEcosystem))
    for (table, count) in sampleEcosystem.counts {
      for position in 0..<count {
        let place = dataset.sources.location(of: .init(table, position))
        #expect(place?.line != nil)
      }
      #expect(dataset.sources.location(of: .init(table, count)) == nil)
    }
  }
}
