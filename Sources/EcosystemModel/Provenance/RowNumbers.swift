extension Ecosystem {
  /// The ecosystem with each row's position written into it, where ``TableRow/number`` finds it after days, filters and firewalls
  /// have taken others out.
  ///
  /// - Complexity: O(number of rows).
  package var numberingRows: Ecosystem {
    var numbering = RowNumbering()
    return rewritten(by: &numbering)
  }
}

extension TableRow {
  /// The position of the row in the whole ecosystem; `nil` unless ``Ecosystem/numberingRows`` wrote it.
  package var number: Int? { attributes[RowNumbering.name].flatMap(Int.init) }
}

private struct RowNumbering: RowRewriter {
  /// No header can hold it: readers trim control characters.
  static let name = "\u{1}"

  mutating func rewritten<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) -> [Row] {
    rows.enumerated().map { position, row in
      var row = row
      row.attributes[Self.name] = String(position)
      return row
    }
  }
}
