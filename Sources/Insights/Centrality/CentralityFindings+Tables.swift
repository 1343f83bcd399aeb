extension CentralityFindings {
  /// What was asked.
  package var title: String {
    "Centrality of \(question.subject.rawValue) by \(metrics[0].title)"
  }

  /// Nothing: the table says it all.
  package var summary: [String] { [] }

  /// The ranking, with what the metrics mean below it.
  package var tables: [FindingsTable] {
    let isAffiliated = rows.contains { $0.affiliation != nil }
    let weights =
      question.weights == .none ? "every link counts one" : "weights: \(question.weights.rawValue)"
    var table = FindingsTable(
      id: "ranking", title: title,
      method: """
        Computed on the \(graph); \(weights); \(dateText); \
        \(leftOut.isEmpty ? "nothing left out" : "left out: " + leftOut.joined(separator: ", ")).
        """,
      columns: [.init("rank", .integer), .init("name")]
        + (isAffiliated ? [.init(affiliationTitle)] : [])
        + metrics.map { metric in
          .init(metric.title, .number, decimals: MetricCatalog.metric(metric.id)?.decimals ?? 3)
        } + [.init("reading")])
    for row in rows {
      table.append(
        [.integer(row.rank), .text(row.name)]
          + (isAffiliated ? [.text(row.affiliation)] : [])
          + row.values.map { .number($0.value) } + [.text(row.reading)])
    }
    table.notes = notes
    table.conventions = metrics.map { metric in
      "\(metric.title): \(metric.meaning) High: \(metric.reading) Convention: \(metric.convention) Equals \(metric.equals)."
    }
    return [table]
  }

  private var affiliationTitle: String {
    switch question.subject {
    case .people, .functions: "company"
    case .committees, .companies: "kind"
    }
  }
}
