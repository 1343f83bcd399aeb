package import EcosystemModel
package import Insights

/// The metrics of ``MetricCatalog`` that a style asks for, with their values for the entities of a map.
package struct MapMeasures: Hashable, Sendable {
  /// One metric.
  struct Measure: Hashable, Sendable {
    let title: String
    /// What a high value means.
    let reading: String
    /// On which graph it was computed, and the call of networkx that gives the same values.
    let method: String
    let values: [EntityReference: Double]
  }

  /// The kinds of entity on the map that they were computed for.
  package let kinds: [EntityReference.Kind]
  private var measures: [String: Measure] = [:]

  /// Computes the metrics of a style as ``CentralityQuestion`` asks for them, on the day of the map.
  ///
  /// On maps with people or committees the graph is that of seats, elsewhere that of ties between companies or functions;
  /// metrics of direction take handoffs where no relationship has one, metrics of strength the number of ties. A column of the same name is not a metric.
  ///
  /// - Throws: ``InsightError`` where a metric has a value for no kind of entity on the map.
  /// - Complexity: That of the metrics; O(*V*·*E*) for betweenness and closeness.
  package static func make(
    for style: MapStyle, on content: MapContent
  ) throws(InsightError) -> MapMeasures {
    let ecosystem = content.snapshot.whole
    var made = MapMeasures(kinds: content.availableKinds)
    let metrics =
      [style.colour, style.size, style.border].compactMap { $0 }
      .map { ($0, metric(named: $0, in: ecosystem)) }
      + [style.width].compactMap { $0 }.map { ($0, metric(ofLines: $0, in: ecosystem)) }
    for (name, metric) in metrics {
      guard let metric, made.measures[name] == nil else { continue }
      let (values, method) = try values(of: metric, on: content)
      made.measures[name] = Measure(
        title: metric.title, reading: metric.reading, method: method, values: values)
    }
    return made
  }

  /// The metric that a name means, or `nil` where it is a column or a count of the map, or unknown.
  package static func metric(named name: String, in ecosystem: Ecosystem) -> CentralityMetric? {
    isStated(name, in: ecosystem) ? nil : MetricCatalog.metric(name.lowercased())
  }

  /// The metric that a name means for lines, or `nil` where their rows state numbers of that name, or it is unknown.
  ///
  /// A line has the lower of the values of its two ends: it is wide between two that are high.
  package static func metric(ofLines name: String, in ecosystem: Ecosystem) -> CentralityMetric? {
    MapContent.tieMeasures(of: ecosystem).contains(ColumnName.normalized(name))
      ? nil : MetricCatalog.metric(name.lowercased())
  }

  /// Whether the data or the map itself has the figures of a name.
  private static func isStated(_ name: String, in ecosystem: Ecosystem) -> Bool {
    NodeValues.counts.contains(ColumnName.normalized(name)) || ecosystem.hasColumn(name)
  }

  /// The metric of a name, if the style's name is one.
  func measure(_ name: String) -> Measure? { measures[name] }

  private static func values(
    of metric: CentralityMetric, on content: MapContent
  ) throws(InsightError) -> (values: [EntityReference: Double], method: String) {
    var values: [EntityReference: Double] = [:]
    var method = ""
    var firstError: InsightError?
    let whole = content.snapshot.whole
    let isUndirected = !whole.relationships.contains(where: \.isDirected)
    for subject in subjects(on: content) {
      // Seats have no direction; where relationships have none either, handoffs do.
      let isSeated = [.people, .committees].contains(subject) && !whole.memberships.isEmpty
      let isHandedOver = metric.need == .directions && (isSeated || isUndirected)
      let question = CentralityQuestion(
        of: subject, on: isHandedOver ? .handoffs : .ties,
        weights: metric.need == .strengths ? .count : .none, metrics: [metric.id], limit: nil)
      do throws(InsightError) {
        let answer = try content.snapshot.answer(question)
        for row in answer.rows { values[row.entity] = row.values.first?.value }
        method = "\(metric.title) on the \(answer.graph)"
        let scale = answer.metrics.first?.convention.prefix { $0 != ";" && $0 != "." } ?? ""
        if !scale.isEmpty { method += ", \(scale.prefix(1).lowercased() + scale.dropFirst())" }
        if let equals = answer.metrics.first?.equals { method += ", equals \(equals)" }
      } catch {
        firstError = firstError ?? error
      }
    }
    if values.isEmpty, let firstError { throw firstError }
    return (values, method)
  }

  /// Whose values can be compared on the map: all of one graph.
  private static func subjects(
    on content: MapContent
  ) -> [CentralityQuestion.Subject] {
    let kinds = content.availableKinds
    let isOfPeople = !kinds.contains(.company) && !kinds.contains(.function)
    if content.view.kind != .ecosystem,
      isOfPeople || !content.snapshot.whole.memberships.isEmpty
    {
      let seated: [CentralityQuestion.Subject] = [.people, .committees]
      let present = seated.filter { kinds.contains($0.kind) }
      if !present.isEmpty { return present }
    }
    return kinds.contains(.function) ? [.functions] : [.companies]
  }
}
