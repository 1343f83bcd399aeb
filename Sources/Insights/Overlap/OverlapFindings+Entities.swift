import EcosystemModel

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
