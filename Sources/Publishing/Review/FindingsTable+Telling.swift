import EcosystemModel
import Insights

extension FindingsTable {
  /// The rows that name some entities in words of theirs.
  func naming(_ names: NamesInText) -> FindingsTable {
    keeping { $0.contains(where: names.appear) }
  }

  /// The rows that name nothing of what a snapshot hides, with a note of how many others there are.
  func told(in snapshot: Snapshot) -> FindingsTable {
    let hidden = NamesInText(of: snapshot.hidden, in: snapshot.origin)
    var table = keeping { !$0.contains(where: hidden.appear) }
    let count = rows.count - table.rows.count
    if count > 0 {
      table.notes.append(
        "Withheld: \(count == 1 ? "one row that names" : "\(count) rows that name") what lies behind a firewall."
      )
    }
    return table
  }

  private func keeping(_ isKept: ([String]) -> Bool) -> FindingsTable {
    var table = FindingsTable(id: id, title: title, method: method, columns: columns)
    table.notes = notes
    for row in rows {
      let texts = row.compactMap { cell -> String? in
        if case .text(let text) = cell { text } else { nil }
      }
      if isKept(texts) { table.append(row) }
    }
    return table
  }
}
