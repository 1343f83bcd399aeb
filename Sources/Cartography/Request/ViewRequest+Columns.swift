import EcosystemModel
import Insights

extension ViewRequest {
  /// Refuses a column that nothing shown has, rather than drawing an empty or a grey map.
  func check(
    _ style: MapStyle, of view: MapView, in snapshot: Snapshot
  ) throws(ViewFault) {
    let columns: [(path: any PartialKeyPath<SavedView> & Sendable, name: String?)] = [
      (\.group, group), (\.label, label), (\.colour, colour), (\.size, size), (\.border, border),
    ]
    if columns.contains(where: { $0.name != nil }) {
      let content = MapContent.whole(of: snapshot, view: view)
      for case (let path, let name?) in columns where !content.nodes.isEmpty {
        let use: ColumnUse =
          path == \SavedView.size || path == \SavedView.border
          ? .figure : path == \SavedView.colour ? .colour : .words
        try check(name, for: use, path, on: content)
      }
    }
    let widths = MapContent.tieMeasures(of: snapshot.ecosystem)
    if let width, !widths.contains(ColumnName.normalized(width)),
      MapMeasures.metric(ofLines: width, in: snapshot.ecosystem) == nil
    {
      throw ViewFault(
        \.width,
        "Lines have no number “\(width)”; there are \(widths.joined(separator: ", ")), and of their ends the metrics \(Self.metrics)."
      )
    }
  }

  /// What a column is for.
  private enum ColumnUse {
    case words, colour, figure
  }

  private func check(
    _ name: String, for use: ColumnUse, _ path: any PartialKeyPath<SavedView> & Sendable,
    on content: MapContent
  ) throws(ViewFault) {
    let snapshot = content.snapshot
    if use != .words,
      NodeValues.counts.contains(ColumnName.normalized(name))
        || MapMeasures.metric(named: name, in: snapshot.whole) != nil
    {
      return
    }
    let metrics = use == .words ? "" : ", and the metrics \(Self.metrics)"
    let said = Self.statements(of: name, on: content)
    guard said.isEmpty else {
      guard use == .figure, !said.contains(where: { Double($0.text) != nil }) else { return }
      let columns = Self.columns(of: content) { Double($0.text) != nil }
      throw ViewFault(
        path,
        "“\(name)” holds no numbers on this map; there are the columns \(columns)\(metrics).")
    }
    let columns = Self.columns(of: content) { _ in true }
    guard snapshot.ecosystem.hasColumn(name) else {
      let what = use == .words ? "no column" : "neither a column nor a metric"
      throw ViewFault(
        path, "“\(name)” is \(what); what is shown has the columns \(columns)\(metrics).")
    }
    throw ViewFault(
      path,
      "Nothing shown on this map has a value in the column “\(name)”; there are the columns \(columns)\(metrics)."
    )
  }

  /// What a column says of those on a map.
  private static func statements(
    of column: String, on content: MapContent
  ) -> [ColumnReading.Statement] {
    ColumnReading(column, in: content.snapshot)
      .statements(about: content.nodes.flatMap { $0.everyone.map(\.reference) + $0.represented })
  }

  /// The columns that say something of those on a map.
  private static func columns(
    of content: MapContent, _ isWanted: (ColumnReading.Statement) -> Bool
  ) -> String {
    content.snapshot.ecosystem.columnNames
      .filter { statements(of: $0, on: content).contains(where: isWanted) }
      .joined(separator: ", ")
  }

  private static var metrics: String { MetricCatalog.all.map(\.id).joined(separator: ", ") }
}
