extension TableRow {
  /// Whether the whole row is ours: no source states it.
  package var isIllustrative: Bool {
    tags.contains { ColumnName.normalized($0) == RowTags.illustrative }
  }

  /// Whether no source states the cell under a header.
  package func assumes(_ column: String) -> Bool {
    let key = ColumnName.normalized(column)
    return assumed.contains { ColumnName.normalized($0) == key }
  }
}

/// Words of the `tags` column that mean something to the program.
package enum RowTags {
  /// The row is ours: no source states it.
  package static let illustrative = "illustrative"
}
