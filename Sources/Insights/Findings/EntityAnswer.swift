package import EcosystemModel

/// One thing said of each of some entities.
package struct EntityCells {
  /// A word for it, such as `load`.
  package let title: String
  /// What it means, and its unit.
  package let meaning: String
  /// What is said of each.
  package let cells: [(entity: EntityReference, cell: FindingsTable.Cell)]
}

/// An answer that says one thing of each entity that it is about, which can stand beside the entity's row.
package protocol EntityAnswer: Findings {
  /// What is said of each entity.
  var entityCells: EntityCells { get }
}

extension LoadFindings: EntityAnswer {
  package var entityCells: EntityCells {
    let isInHours = unit == .hours
    return EntityCells(
      title: "load", meaning: isInHours ? "hours a month of all duties" : "number of seats",
      cells: people.map { person in
        let cell: FindingsTable.Cell =
          isInHours
          ? .number((person.hours * 100).rounded() / 100) : .integer(person.seats.count)
        return (EntityReference(person.person), cell)
      })
  }
}

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

extension OverlapFindings: EntityAnswer {
  package var entityCells: EntityCells {
    var best: [Committee.ID: (share: Double, text: String)] = [:]
    for pair in pairs where pair.shared > 0 {
      for (own, other, share) in [
        (pair.first, pair.second, pair.shareOfFirst), (pair.second, pair.first, pair.shareOfSecond),
      ] {
        guard let id = own.committees.first, !own.isKind,
          share > best[id]?.share ?? 0
        else { continue }
        let percent = NumberText.short(share * 100, limit: 0)
        best[id] = (
          share, "\(percent) % sit on \(other.name) too (\(pair.shared) of \(own.size))"
        )
      }
    }
    return EntityCells(
      title: "overlap",
      meaning: "the committee that most of its people sit on too, with their share",
      cells: best.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { (EntityReference($0.key), .text($0.value.text)) })
  }
}
