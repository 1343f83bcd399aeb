import EcosystemModel

extension CentralityFindings: EntityAnswer {
  package var entityCells: EntityCells {
    let metric = metrics.first?.id ?? ""
    return EntityCells(
      title: metric, meaning: "\(metric) on the \(graph)",
      cells: rows.map { row in
        let value = row.values.first { $0.metric == metric }?.value
        return (row.entity, .number(value))
      })
  }
}
