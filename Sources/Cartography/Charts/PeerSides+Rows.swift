import EcosystemModel
import Insights

// Who stands beside whom, and what is marked.
extension PeerSides {
  /// The functions that stand in one row.
  struct Row {
    var left: PeerFunction?
    var right: PeerFunction?
    var pair: PeerPair?
  }

  /// What may be wrong with a row, the worst first.
  enum Alarm: CaseIterable {
    case gap, unlinked, single

    func concerns(_ row: Row) -> Bool {
      switch self {
      case .gap: row.pair == nil
      case .unlinked: row.pair?.contacts == 0
      case .single: row.pair?.isSingleThreaded ?? false
      }
    }
  }

  /// What is marked: as much, the worst first, as leaves no more than a third of the rows marked, since a mark is for exceptions.
  func alarms(of rows: [Row]) -> Set<Alarm> {
    Alarm.allCases.reduce(into: []) { marked, alarm in
      let wider = marked.union([alarm])
      let count = rows.count { row in wider.contains { $0.concerns(row) } }
      if count * 3 <= rows.count { marked = wider }
    }
  }

  /// The two partners with most pairs between them; those named first of equals.
  var sides: (left: Int, right: Int) {
    var best = (left: 0, right: min(1, findings.companies.count - 1), count: -1)
    for left in findings.companies.indices {
      for right in findings.companies.indices.dropFirst(left + 1) {
        let count = findings.pairs.count { isBetween($0, left, right) }
        if count > best.count { best = (left, right, count) }
      }
    }
    return (best.left, best.right)
  }

  private func isBetween(_ pair: PeerPair, _ left: Int, _ right: Int) -> Bool {
    Set([pair.a.company, pair.b.company])
      == Set([findings.companies[left], findings.companies[right]])
  }

  /// Each pair, those with most contacts first, then the functions that face nobody.
  var rows: [Row] {
    let (left, right) = sides
    let company = findings.companies[left]
    let pairs = findings.pairs.enumerated().filter { isBetween($0.element, left, right) }
      .sorted { (-$0.element.contacts, $0.offset) < (-$1.element.contacts, $1.offset) }
      .map { pair -> Row in
        let isTurned = pair.element.a.company != company
        return Row(
          left: isTurned ? pair.element.b : pair.element.a,
          right: isTurned ? pair.element.a : pair.element.b, pair: pair.element)
      }
    let gaps = findings.gaps.compactMap { gap -> Row? in
      if gap.function.company == company, gap.missingAt == findings.companies[right] {
        return Row(left: gap.function)
      }
      if gap.function.company == findings.companies[right], gap.missingAt == company {
        return Row(right: gap.function)
      }
      return nil
    }
    return pairs + gaps
  }

  /// Nearly all hang on one person, so that those are named that do not.
  func hidesSingle(_ rows: [Row], _ alarms: Set<Alarm>) -> Bool {
    let pairs = rows.compactMap(\.pair)
    return !alarms.contains(.single) && pairs.count(where: \.isSingleThreaded) * 2 > pairs.count
  }
}
