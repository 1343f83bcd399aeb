/// A table kept in columns, as those see it who go through the tables without knowing which.
protocol ColumnarTable {
  /// Whether no row says anything in a part of it.
  func isBlank(_ path: AnyKeyPath) -> Bool
  /// The numbers in a part of all rows; `nil` if the part holds none.
  func numbers(_ path: AnyKeyPath) -> SparseColumn<Double?>?
}

extension Rows: ColumnarTable {
  func isBlank(_ path: AnyKeyPath) -> Bool {
    (path as? PartialKeyPath<Row>).map { columns.isBlank($0) } ?? false
  }

  func numbers(_ path: AnyKeyPath) -> SparseColumn<Double?>? {
    (path as? PartialKeyPath<Row>).flatMap { columns.numbers($0) }
  }
}

extension RandomAccessCollection {
  /// Whether the rows are known to say nothing in a part of them, without a look at each.
  package func isKnownBlank(_ path: any PartialKeyPath<Element> & Sendable) -> Bool {
    (self as? any ColumnarTable)?.isBlank(path) ?? false
  }

  /// The numbers in a part of all rows, in their order.
  func numbers(_ path: any KeyPath<Element, Double?> & Sendable) -> [Double?] {
    guard let column = (self as? any ColumnarTable)?.numbers(path) else {
      return map { $0[keyPath: path] }
    }
    return (0..<count).map { column[$0] }
  }
}
