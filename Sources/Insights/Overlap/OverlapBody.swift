package import EcosystemModel

/// A committee, or all committees of a kind taken together.
package struct OverlapBody: Codable, Hashable, Sendable {
  /// The committee's name, or the kind.
  package let name: String
  /// The committees; more than one only for a kind.
  package let committees: [Committee.ID]
  /// Whether this is a kind rather than one committee.
  package let isKind: Bool
  /// The number of people with a seat on any of the committees, each counted once.
  package internal(set) var size = 0

  init(_ committee: Committee) {
    name = committee.name
    committees = [committee.id]
    isKind = false
  }

  init(kind: String, committees: [Committee.ID]) {
    name = kind
    self.committees = committees
    isKind = true
  }

  /// The name, for a kind with the number of its committees.
  package var label: String {
    isKind && committees.count > 1 ? "\(name) (\(committees.count) committees)" : name
  }
}

extension Ecosystem {
  /// The kinds of committees in the order of their first rows; kinds that differ in case are one.
  var committeeKinds: [OverlapBody] {
    var names: [String: String] = [:]
    var order: [String] = []
    var members: [String: [Committee.ID]] = [:]
    for committee in committees {
      guard let kind = committee.kind, !kind.isEmpty else { continue }
      let key = kind.lowercased()
      if names[key] == nil {
        names[key] = kind
        order.append(key)
      }
      members[key, default: []].append(committee.id)
    }
    return order.map { OverlapBody(kind: names[$0] ?? $0, committees: members[$0] ?? []) }
  }

  /// The committee with this id or name, or else the kind, or else the committee whose name differs only in case.
  ///
  /// - Throws: ``InsightError`` with code `unknownName`.
  func overlapBody(named text: String) throws(InsightError) -> OverlapBody {
    if let committee = committees[Committee.ID(text)] { return OverlapBody(committee) }
    let named = committees.filter { $0.name == text }
    if named.count == 1 { return OverlapBody(named[0]) }
    let kinds = committeeKinds
    if let kind = kinds.first(where: { $0.name.lowercased() == text.lowercased() }) {
      guard kind.committees.count == 1, let only = committees[kind.committees[0]] else {
        return kind
      }
      return OverlapBody(only)
    }
    do throws(InsightError) {
      guard case .committee(let id) = try entity(named: text, among: .committee),
        let committee = committees[id]
      else { throw InsightError(.unknownName, "There is no committee “\(text)”.") }
      return OverlapBody(committee)
    } catch {
      let list =
        kinds.isEmpty ? "no kinds" : "the kinds \(kinds.map(\.name).joined(separator: ", "))"
      throw InsightError(error.code, "\(error.message) Committees have \(list).")
    }
  }
}
