import EcosystemModel

@testable import Interchange

/// What an ecosystem lacks or says otherwise than another, row by row and cell by cell; what it says more does not count for cells.
struct Comparison {
  private(set) var differences: [String] = []
  private(set) var cells = 0

  init(of ecosystem: Ecosystem, with truth: Ecosystem) {
    let (found, wanted) = (Self.rows(of: ecosystem), Self.rows(of: truth))
    for (table, rows) in wanted.sorted(by: { $0.key < $1.key }) {
      let own = found[table] ?? [:]
      for (key, cells) in rows.sorted(by: { $0.key < $1.key }) {
        guard let row = own[key] else {
          differences.append("\(table.rawValue): no \(key)")
          continue
        }
        for (column, text) in cells.sorted(by: { $0.key < $1.key }) {
          self.cells += 1
          guard row[column] != text else { continue }
          differences.append(
            "\(table.rawValue) \(key) \(column): \(row[column] ?? "nothing"), not \(text)")
        }
      }
      for key in own.keys.sorted() where rows[key] == nil {
        differences.append("\(table.rawValue): \(key) is not there")
      }
    }
  }

  private static func rows(of ecosystem: Ecosystem) -> [TableName: [String: [String: String]]] {
    var rows = Rows(ecosystem: ecosystem)
    ecosystem.visit(&rows)
    return rows.found
  }

  private struct Rows: RowVisitor {
    let ecosystem: Ecosystem
    var found: [TableName: [String: [String: String]]] = [:]

    mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
      for row in rows {
        var cells: [String: String] = [:]
        for column in Row.contract.written {
          let references = column.references(of: row)
          let text =
            references.isEmpty
            ? column.text(of: row, in: ecosystem)
            : references.map(name).sorted().joined(separator: "|")
          if let text, !text.isEmpty { cells[column.name] = text }
        }
        // An id that nobody wrote is made of the name.
        if Row.table.kind != nil, Row.table != .people { cells["id"] = nil }
        let keys = Row.contract.columns.filter(\.isRequired).map { cells[$0.name] ?? "" }
        let name = Row.table.kind == nil || Row.table == .functions ? keys : Array(keys.prefix(1))
        let what = Row.table == .handoffs ? [cells[Handoff.column(\.what)] ?? ""] : []
        found[Row.table, default: [:]][(name + what).joined(separator: " → ")] = cells
      }
    }

    private func name(_ reference: EntityReference) -> String {
      guard case .function(let id) = reference, let function = ecosystem.functions[id] else {
        return ecosystem.name(of: reference)
      }
      return "\(ecosystem.name(of: .company(function.company)))/\(function.name)"
    }
  }
}
