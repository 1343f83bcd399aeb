/// Finds bodies with several rights, or the same one twice, in one matter at the same time.
struct SeveralDecisionRights: Inspection {
  static let rule = "decision.rights"
  static let summary = "A body has one right in a matter at a time."

  func findings(in snapshot: Snapshot) -> [Finding] {
    var told: Set<Finding.Row> = []
    return snapshot.matters.flatMap { matter -> [Finding] in
      var order: [EntityReference] = []
      var parts: [EntityReference: [Matter.Part]] = [:]
      for part in matter.parts {
        if parts[part.body] == nil { order.append(part.body) }
        parts[part.body, default: []].append(part)
      }
      return order.compactMap { body in
        let together = Simultaneity.busiest(
          parts[body] ?? [], validity: \.validity, key: \.row)
        guard together.count > 1, let last = together.last, told.insert(last.row).inserted else {
          return nil
        }
        let rights = Set(together.map(\.right)).count
        let name = snapshot.ecosystem.quoted(body)
        let fault =
          rights > 1
          ? "has \(rights) rights in \(snapshot.title(of: matter)), \(Phrase.quotedList(DecisionRight.allCases.filter { right in together.contains { $0.right == right } }.map(\.rawValue))); keep the row with the weightiest, or give the rows dates that do not overlap."
          : "has its right in \(snapshot.title(of: matter)) in \(together.count) rows; remove what is repeated."
        return Finding(
          .warning, "\(name) \(fault)", at: last.row, column: Decision.column(\.right))
      }
    }
  }
}
