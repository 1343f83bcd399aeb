/// Every metric of centrality that users can ask for.
///
/// Help, legends and documents are made from these entries; a metric that is not here does not exist.
package enum MetricCatalog {
  /// All metrics, the simplest first.
  package static let all: [CentralityMetric] =
    contacts + distances + positions + influence + brokers

  /// The metric that a word chooses; `nil` if there is none.
  package static func metric(_ id: String) -> CentralityMetric? {
    all.first { $0.id == id || $0.aliases.contains(id) }
  }

  /// The metric with an id.
  ///
  /// - Throws: ``InsightError`` with code `unknownName` that lists the ids.
  static func required(_ id: String) throws(InsightError) -> CentralityMetric {
    guard let metric = metric(id) else {
      throw InsightError(
        .unknownName,
        "There is no metric “\(id)”; there are \(all.map(\.id).joined(separator: ", ")).")
    }
    return metric
  }
}
