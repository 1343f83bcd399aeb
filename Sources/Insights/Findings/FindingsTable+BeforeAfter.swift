extension FindingsTable {
  /// A table of figures on two days beside each other, with the difference and its share of the first.
  static func beforeAndAfter(
    id: String, title: String, method: String,
    figures: [(name: String, before: Double?, after: Double?)]
  ) -> FindingsTable {
    var table = FindingsTable(
      id: id, title: title, method: method,
      columns: [
        .init("what"), .init("before", .number, decimals: 1), .init("after", .number, decimals: 1),
        .init("change", .number, decimals: 1), .init("change in %", .percent, decimals: 0),
      ])
    for figure in figures {
      let change = figure.before.flatMap { old in figure.after.map { $0 - old } }
      table.append([
        .text(figure.name), .number(figure.before), .number(figure.after), .number(change),
        .number(change.flatMap { (figure.before ?? 0) > 0 ? $0 / (figure.before ?? 1) : nil }),
      ])
    }
    return table
  }
}
