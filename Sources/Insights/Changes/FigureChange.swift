import EcosystemModel

/// A figure of an answer before and after, with what makes the difference.
package struct FigureChange: Hashable, Sendable, Codable {
  /// The command that tells more, such as `load`, or `counts`.
  package let question: String
  /// What is counted, with its unit.
  package let figure: String
  /// The value before; `nil` if it could not be told.
  package let before: Double?
  /// The value after; `nil` if it cannot be told.
  package let after: Double?
  /// Whether it is a whole number of things.
  package let isCount: Bool
  /// What makes the difference, the most important first.
  package let because: [String]

  /// Whether both values are known and differ, or one is not known.
  package var isChanged: Bool {
    guard let before, let after else { return true }
    // Sums differ by their order, which means nothing.
    return abs(after - before) > 1e-9 * max(1, abs(before))
  }
}

extension FigureChange {
  /// The figures of all questions on two states, in the order of the questions.
  ///
  /// - Parameters:
  ///   - before: The state before, with everybody under the ids of the state after.
  ///   - after: The state after.
  ///   - renamed: The new name of whoever had another one.
  /// - Returns: The figures that are not 0 on both.
  static func all(
    from before: Snapshot, to after: Snapshot, renamed: [String: String]
  ) -> [FigureChange] {
    let (old, new) = (before.questionFigures(), after.questionFigures())
    func key(_ figure: QuestionFigure) -> [String] { [figure.question, figure.name] }
    let known = Dictionary(old.map { (key($0), $0) }) { first, _ in first }
    let present = Set(new.map(key))
    let gone = old.filter { !present.contains(key($0)) }
    let pairs =
      new.map { (known[key($0)], Optional($0)) } + gone.map { (Optional($0), QuestionFigure?.none) }
    let changes = pairs.compactMap { old, new -> FigureChange? in
      guard let figure = new ?? old, (old?.value ?? 0) != 0 || (new?.value ?? 0) != 0 else {
        return nil
      }
      return FigureChange(
        question: figure.question, figure: figure.name, before: old?.value, after: new?.value,
        isCount: figure.isCount,
        because: reasons(
          from: old?.parts ?? [:], to: new?.parts ?? [:], isCount: figure.isCount, renamed))
    }
    return changes + escalation(from: before, to: after)
  }

  /// What came and went, or whose part grew and shrank most.
  private static func reasons(
    from old: [String: Double], to new: [String: Double], isCount: Bool, _ renamed: [String: String]
  ) -> [String] {
    var differences = new
    for (name, part) in old { differences[renamed[name] ?? name, default: 0] -= part }
    let changed = differences.filter { abs($0.value) > 1e-6 }
      .sorted {
        (-abs($0.value), $0.value < 0 ? 1 : 0, $0.key) < (
          -abs($1.value), $1.value < 0 ? 1 : 0, $1.key
        )
      }
    return changed.map { name, difference in
      let sign = difference > 0 ? "+" : "–"
      let number = NumberText.short(abs(difference), limit: 1)
      return isCount
        ? "\(sign) \(name)" + (number == "1" ? "" : " (\(number))") : "\(name) \(sign)\(number)"
    }
  }

  /// Days until a decision over the ways that can be compared, and what is wrong with the committees.
  private static func escalation(from before: Snapshot, to after: Snapshot) -> [FigureChange] {
    guard let old = try? before.answer(EscalationQuestion()),
      let new = try? after.answer(EscalationQuestion())
    else { return [] }
    var figures: [FigureChange] = []
    let pairs = EscalationComparison.pairs(from: old, to: new, in: after)
    let compared = pairs.filter { $0.change != nil }
    if let (first, second) = EscalationComparison.averages(of: compared) {
      let ordered = compared.enumerated().sorted {
        (-abs($0.element.change ?? 0), $0.offset) < (-abs($1.element.change ?? 0), $1.offset)
      }
      let ways = ordered.filter { abs($0.element.change ?? 0) > 1e-9 }.compactMap { _, pair in
        pair.before.flatMap { old in pair.after.map { new in way(from: old, to: new) } }
      }
      let pivot = EscalationComparison.pivot(
        of: compared, from: first, before: before, after: after)
      figures.append(
        FigureChange(
          question: "escalation", figure: "days until a decision", before: first, after: second,
          isCount: false,
          because: pivotWords(pivot) + ways))
    }
    let faults = [old, new].map { escalation in
      Dictionary(
        escalation.faults.map { fault in
          (fault.detail.hasSuffix(".") ? String(fault.detail.dropLast()) : fault.detail, 1.0)
        }, uniquingKeysWith: +)
    }
    if !old.faults.isEmpty || !new.faults.isEmpty {
      figures.append(
        FigureChange(
          question: "escalation", figure: "faults of committees", before: Double(old.faults.count),
          after: Double(new.faults.count), isCount: true,
          because: reasons(from: faults[0], to: faults[1], isCount: true, [:])))
    }
    return figures
  }

  private static func pivotWords(_ pivot: EscalationPivot?) -> [String] {
    pivot.map {
      ["\($0.figure.rawValue) of \($0.committee): \($0.before), now \($0.after)"]
    } ?? []
  }

  private static func way(from old: EscalationPath, to new: EscalationPath) -> String {
    let days = [old, new].map { NumberText.short($0.daysToDecision ?? 0, limit: 1) }
    return old.way == new.way
      ? "\(old.way): \(days[0]), now \(days[1])" : "\(old.way): \(days[0]); \(new.way): \(days[1])"
  }
}
