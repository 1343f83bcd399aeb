package import EcosystemModel

/// An ecosystem in the format of another tool.
package struct ExchangedNetwork: Sendable {
  /// A file of it; the name matters in a folder only.
  package struct File: Sendable {
    /// The name in the folder.
    package let name: String
    /// The content.
    package let bytes: [UInt8]
  }

  /// The files: one, or those of a folder.
  package let files: [File]
  /// What the format cannot hold, in words that go on from “left out:”.
  package let losses: [String]

  /// How many cells of CSV files begin as formulas do and are no numbers.
  ///
  /// - Complexity: O(size of the files).
  package var formulaLikeCount: Int {
    var count = 0
    for file in files where FileName(file.name).isDelimited {
      var reader = CSVReader(bytes: file.bytes, file: file.name)
      var fields: [CSVField] = []
      while reader.next(&fields) {
        count += fields.count { field in
          let text = reader.text(of: field)
          return "=+-@".contains(text.prefix(1)) && !text.isEmpty
            && NumberText.number(in: text) == nil
        }
      }
    }
    return count
  }
}

extension Ecosystem {
  /// The ecosystem as a network in the format of another tool.
  ///
  /// Every entity is a node and every tie an edge; each column is a field, so that reading it back gives the same rows.
  /// References between entities are edges as well, for the picture.
  ///
  /// - Throws: ``WriteError`` where a workbook cannot be made.
  /// - Complexity: O(size of the ecosystem).
  package func exchanged(as format: NetworkFormat) throws(WriteError) -> ExchangedNetwork {
    let written = try format.write(exchangeGraph)
    return ExchangedNetwork(
      files: written.files.map { .init(name: $0.name, bytes: $0.bytes) },
      losses: tableLosses + written.losses)
  }

  /// Tables that are neither nodes nor edges.
  private var tableLosses: [String] {
    [
      (decisions.count, "decision right", TableName.decisions),
      (scores.count, "score", TableName.scores), (views.count, "saved view", .views),
      (places.count, "place", .places),
    ]
    .filter { $0.0 > 0 }
    .map { "\(Phrase.count($0.0, $0.1)) (the table “\($0.2.rawValue)”)" }
  }
}
