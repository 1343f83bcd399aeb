/// One difference between two states of an ecosystem: a row that came, went, or says something else.
///
/// Entities go by their names in the new state; those that are gone by the names they had.
package struct EcosystemChange: Hashable, Sendable, Codable {
  /// What became of the row.
  package enum Act: String, CaseIterable, Hashable, Sendable, Codable {
    /// It is in the old state only.
    case removed
    /// It is in the new state only.
    case added
    /// It is in both, and says something else.
    case changed
  }

  /// One cell that differs.
  package struct Cell: Hashable, Sendable, Codable {
    /// The header of its column.
    package let column: String
    /// What it said.
    package let before: CellContent
    /// What it says.
    package let after: CellContent
  }

  /// The table of the row.
  package let table: TableName
  /// What became of the row.
  package let act: Act
  /// What the row describes; `nil` if it ties others together.
  package let entity: EntityReference?
  /// The position of the row in the old state; `nil` if it is added.
  package let oldRow: Int?
  /// The position of the row in the new state; `nil` if it is removed.
  package let newRow: Int?
  /// The cells that differ; of a row that came or went, all that are not empty.
  package let cells: [Cell]
}

extension EcosystemChange {
  /// What a change means to those who read the list.
  package enum Sort: String, CaseIterable, Hashable, Sendable, Codable {
    case added, removed, renamed, moved
    case rechaired = "re-chaired"
    case reparented = "re-parented"
    case reowned = "re-owned"
    case changed
  }

  /// What the change means, the most telling first: a column that names one's own kind is a parent, one that names a person an
  /// owner, one that names another entity the place where something belongs.
  package var sorts: [Sort] {
    switch act {
    case .added: return [.added]
    case .removed: return [.removed]
    case .changed: break
    }
    let present = Set(cells.map { sort(of: $0) })
    return Sort.allCases.filter(present.contains)
  }

  /// What the change of one cell means.
  package func sort(of cell: Cell) -> Sort {
    Self.sort(of: cell, in: table.rowType)
  }

  private static func sort<Row: TableRow>(of cell: Cell, in type: Row.Type) -> Sort {
    guard let column = Row.contract.column(named: cell.column) else { return .changed }
    switch column.form {
    case .name: return Row.table.kind == nil ? .changed : .renamed
    case .choice:
      let roles = [cell.before, cell.after].map { content in
        if case .text(let word) = content {
          MembershipRole(rawValue: word)
        } else {
          nil as MembershipRole?
        }
      }
      let isChair = roles.contains { $0?.isChairing ?? false }
      return Row.table == .memberships && isChair ? .rechaired : .changed
    case .reference(let reference):
      guard let kind = reference.kind, !reference.isList else { return .changed }
      return kind == Row.table.kind ? .reparented : kind == .person ? .reowned : .moved
    default: return .changed
    }
  }
}
