import ArgumentParser

/// How much of each table of an answer is written.
struct RowOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How many rows to write in each table; 0 writes all.", valueName: "number"))
  var top = 40

  /// The number of rows wanted; `nil` for all.
  var limit: Int? { RowLimit.of(top) }

  func validate() throws {
    try RowLimit.validate(top)
  }
}
