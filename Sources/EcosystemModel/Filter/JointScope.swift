/// Conditions that one table decides, for the rows of another: met by what one and the same row there says.
///
/// A company is in an alliance of oncology that is at launch, not in one of oncology and in another at launch.
struct JointScope {
  private let scopes: [ConditionScope]
  private let decider: TableName

  /// The conditions that say something about a table, those together that must be met together.
  static func all(of scopes: [ConditionScope], for table: TableName) -> [JointScope] {
    var joints: [JointScope] = []
    for scope in scopes {
      guard let decider = scope.decider(for: table) else { continue }
      let partner = joints.firstIndex { joint in
        joint.decider == decider && !scope.isNegative && !joint.scopes[0].isNegative
      }
      if let partner {
        joints[partner] = JointScope(scopes: joints[partner].scopes + [scope], decider: decider)
      } else {
        joints.append(JointScope(scopes: [scope], decider: decider))
      }
    }
    return joints
  }

  /// The rows of a table that meet the conditions.
  func rows(of table: TableName, in ecosystem: Ecosystem, _ belonging: Belonging) -> Set<Int> {
    Set(
      (0..<ecosystem.count(of: table)).filter { row in
        let owners = belonging.owners(of: row, in: table, among: decider)
        guard scopes.count > 1 else { return scopes[0].isMet(through: owners, of: decider) }
        return owners.contains { owner in
          scopes.allSatisfy { $0.isMet(through: [owner], of: decider) }
        }
      })
  }
}
