/// Where something stands on a map, as somebody put it there or an earlier picture had it: one row of the `places` table.
package struct Place: Hashable, Sendable, Codable {
  /// The view, a saved one or a kind of map.
  package var view: String
  /// What stands there, by the key that pictures know it under, such as `company-astrazeneca`; `sheet` for the sheet itself.
  package var key: String
  /// From the left edge of the sheet, in points.
  package var x: Double
  /// From the upper edge.
  package var y: Double
  package var width: Double?
  package var height: Double?
  /// The keys of what it was linked to, by which it is known under another name.
  package var links: [String] = []
  /// Of a sheet, what was chosen for the picture; of a frame, that it is one.
  package var how: String?
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes a place.
  package init(view: String, key: String, x: Double, y: Double) {
    (self.view, self.key, self.x, self.y) = (view, key, x, y)
  }
}

extension Place: TableRow {
  package static let table = TableName.places

  package static let contract = Contract<Place>(
    "Where everything stands on maps; `ecomap places` writes it from a picture.",
    [
      Column("view", .name(\.view), "The saved view or kind of map it stands on").required()
        .identifying(),
      Column("key", .name(\.key), "What stands there, such as `company-astrazeneca`, or `sheet`")
        .required().identifying(),
      Column("x", .measured(\.x), "Points from the left edge of the sheet").required(),
      Column("y", .measured(\.y), "Points from the upper edge").required(),
      Column("width", .number(\.width, .upTo(1e6, "points")), "Its width in points"),
      Column("height", .number(\.height, .upTo(1e6, "points")), "Its height in points"),
      Column(
        "links", .list(\.links), "What it was linked to, by which it is known under another name"),
      Column("how", .text(\.how), "Of a sheet, how the map on it is folded and laid out"),
    ])
}
