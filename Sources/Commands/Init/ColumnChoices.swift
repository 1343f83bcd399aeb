import Cartography
import EcosystemModel
import GraphvizKit
import Interchange

/// What the cells of a column are chosen from.
enum ColumnChoices {
  /// The list for a column, and whether nothing else may stand there; `nil` where there is no list.
  static func source(
    of column: ContractColumn, in table: TableName
  ) -> (Workbook.Choice.Source, isClosed: Bool)? {
    if let words = words(of: column, in: table) { return (.words(words), column.isClosed) }
    guard column.kinds.count == 1, !column.isList, let other = column.kinds.first?.table else {
      return nil
    }
    // Functions of several companies share names, so that their ids tell them apart.
    let path = other == .functions ? Function.idColumn : Function.column(\.name)
    guard let position = other.columns.firstIndex(where: { $0.name == path }) else { return nil }
    return (.column(sheet: other.rawValue, column: position, rows: 1...2000), false)
  }

  /// The words to offer: those of the contract, and of pictures all that can be drawn.
  static func words(of column: ContractColumn, in table: TableName) -> [String]? {
    if table == .views, let words = pictures[column.name] { return words }
    return column.words.isEmpty ? nil : column.words
  }

  private static let pictures = [
    SavedView.column(\.kind): Picture.all.map(\.name),
    SavedView.column(\.rollUp): RollUp.allCases.map(\.rawValue),
    SavedView.column(\.layout): LayoutEngine.allValueStrings,
    SavedView.column(\.theme): Theme.Name.allCases.map(\.rawValue),
    SavedView.column(\.fit): FitGoal.allCases.map(\.rawValue),
  ]
}
