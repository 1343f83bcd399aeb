package import EcosystemModel

/// A matter with the parts of all bodies in it, and the way to its decision.
package struct DecidedMatter: Hashable, Sendable, Codable {
  /// Where the days of a body are from.
  package enum Basis: String, CaseIterable, Hashable, Sendable, Codable {
    /// The row of the decision says them.
    case stated
    /// They follow from cadence, lead time and approval rate, as in the answer about escalation.
    case cadence
  }

  /// The part of one body.
  package struct Part: Hashable, Sendable, Codable {
    /// The body.
    package let body: EntityReference
    /// Its name.
    package let name: String
    /// The company that it belongs to; `nil` if it is a joint body.
    package let company: String?
    /// Its part.
    package let right: DecisionRight
    /// Which of several with one right is asked first, from 1.
    package let step: Int
    /// Days that it takes; `nil` if nothing says.
    package let days: Double?
    /// Where the days are from; `nil` if there are none.
    package let basis: Basis?
  }

  /// What is wrong with a matter.
  package enum Fault: String, CaseIterable, Hashable, Sendable, Codable {
    /// No body has the right to decide it.
    case undecided = "nobody decides it"
    /// Several bodies have.
    case decidedTwice = "several decide it"
    /// No row names who sees to it.
    case ownerless = "nobody owns it"
  }

  /// What is decided.
  package let name: String
  /// The name of its alliance; `nil` if it is a matter of none.
  package let alliance: String?
  /// The stage at which it comes up; `nil` if no row says.
  package let stage: String?
  /// Those who see to it that it is decided.
  package let owners: [String]
  /// The parts in the order in which bodies are asked.
  package let parts: [Part]
  /// What is wrong, the gravest first; no owner is a fault only where other matters have one.
  package let faults: [Fault]

  /// Whether one body decides it.
  package var isSettled: Bool {
    !faults.contains(.undecided) && !faults.contains(.decidedTwice)
  }

  /// The bodies with a right.
  package func bodies(_ right: DecisionRight) -> [Part] { parts.filter { $0.right == right } }

  /// A step on the way to the decision: bodies that are asked at the same time.
  package struct Step: Hashable, Sendable {
    /// The bodies.
    package let parts: [Part]
    /// The days until the last of them is through, as far as they are known.
    package let days: Double
    /// Whether the days of all of them are known.
    package let isKnown: Bool
    /// The days from the beginning until the step is done.
    package let until: Double
  }

  /// The way to the decision: consulted, then approving, then deciding bodies, each by their steps.
  package var steps: [Step] {
    var steps: [Step] = []
    for group in parts.filter({ $0.right != .informed }).runs(by: { ($0.right, $0.step) }) {
      let days = group.compactMap(\.days).max() ?? 0
      steps.append(
        Step(
          parts: group, days: days, isKnown: group.allSatisfy { $0.days != nil },
          until: (steps.last?.until ?? 0) + days))
    }
    return steps
  }

  /// The days until the decision, as far as they are known; `nil` if none are.
  package var days: Double? {
    let steps = steps
    return steps.contains { $0.parts.contains { $0.days != nil } } ? steps.last?.until : nil
  }

  /// Whether the days of every body on the way are known.
  package var areDaysKnown: Bool { steps.allSatisfy(\.isKnown) }

  /// The days for which it waits for bodies of single companies alone, which the joint ones cannot see.
  package var internalDays: Double {
    steps.filter { $0.parts.allSatisfy { $0.company != nil } }.map(\.days).reduce(0, +)
  }
}

extension Array {
  /// The elements in groups of neighbours with one key.
  fileprivate func runs<First: Equatable, Second: Equatable>(
    by key: (Element) -> (First, Second)
  ) -> [[Element]] {
    var runs: [[Element]] = []
    for element in self {
      if let last = runs.last?.last, key(last) == key(element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
    return runs
  }
}
