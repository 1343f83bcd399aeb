import GraphvizKit
import Insights

/// How the fields of a portfolio share its room: columns as wide, and rows as high, as what stands in them asks for.
struct PortfolioPlan {
  typealias Entry = PortfolioFindings.Entry

  /// A row or a column: one word, or several that share it.
  struct Group: Hashable {
    let title: String
    /// The words; `nil` for what is not given.
    let words: Set<String?>

    func holds(_ value: PortfolioValue?) -> Bool { words.contains(value?.text) }
  }

  /// What stands in a field.
  struct Cell {
    var named: [Entry]
    var folded: [Entry]
    /// How many lie below each other.
    var lineCount: Int
  }

  let columns: [Group]
  let rows: [Group]
  /// The height of one line.
  let lineHeight: Double
  /// The width of one name with its dot.
  let slotWidth: Double
  /// The left ends of the columns.
  let lefts: [Double]
  /// The widths of the columns without the gaps between them.
  let widths: [Double]
  let rowHeights: [Double]
  private let slots: [Int]
  private let lines: [Int]
  private let entries: [[[Entry]]]

  private static let mostColumns = 8
  private static let mostRows = 14
  /// From generous to as tight as letters allow.
  private static let heights = [
    66.0, 54, 44, 36, 31, 27, 24, 21, 18.5, 16.5, 15, 14, 13, 12.2, 11.6, 11,
  ]

  /// Finds the largest lines with which everything fits; with the smallest, the fullest rows are cut.
  init(
    _ findings: PortfolioFindings, room: ChartSheet.Point, names: [String], rowPadding: Double,
    columnGap: Double
  ) {
    let columns = Self.groups(
      findings.words(of: findings.x) { $0.x }, counts: Self.counts(findings) { $0.x },
      limit: Self.mostColumns)
    let rows = Self.groups(
      findings.words(of: findings.y) { $0.y }, counts: Self.counts(findings) { $0.y },
      limit: Self.mostRows)
    let entries = rows.map { row in
      columns.map { column in
        findings.alliances.filter { column.holds($0.x) && row.holds($0.y) }
      }
    }
    let counts = entries.map { $0.map(\.count) }
    let gaps = columnGap * Double(columns.count - 1)
    let widest = room.x - gaps
    let narrowest = Self.narrowest(for: names)
    let most = max(columns.count, Int(widest / narrowest))
    let height = room.y - rowPadding * Double(rows.count)
    var best = (slots: [Int](), lines: [Int]())
    var lineHeight = Self.heights[0]
    for candidate in Self.heights {
      lineHeight = candidate
      let budget = Int(height / candidate)
      // Generous lines are for names as wide as they are.
      let limit =
        candidate > 20 ? max(columns.count, Int(widest / (narrowest + 1.5 * candidate))) : most
      best = Self.arranged(counts, slotLimit: limit, lineBudget: budget)
      if best.lines.reduce(0, +) <= budget { break }
    }
    let budget = max(Int(height / lineHeight), rows.count)
    while best.lines.reduce(0, +) > budget, let fullest = best.lines.max(), fullest > 1,
      let row = best.lines.lastIndex(of: fullest)
    {
      best.lines[row] -= 1
    }
    (self.columns, self.rows, self.lineHeight, self.entries) = (columns, rows, lineHeight, entries)
    (slots, lines) = (best.slots, best.lines)
    let slotWidth = widest / Double(max(best.slots.reduce(0, +), 1))
    self.slotWidth = slotWidth
    widths = best.slots.map { Double($0) * slotWidth }
    var left = 0.0
    var lefts: [Double] = []
    for width in widths {
      lefts.append(left)
      left += width + columnGap
    }
    self.lefts = lefts
    rowHeights = best.lines.map { max(Double($0) * lineHeight, 14) + rowPadding }
  }

  /// The alliances of a field: as many as have room, the largest first.
  func cell(row: Int, column: Int) -> Cell {
    let all = entries[row][column]
    let room = slots[column] * lines[row]
    guard all.count > room else {
      // Names stand below each other as far as the row is high.
      return Cell(named: all, folded: [], lineCount: lines[row])
    }
    let named = Array(all.prefix(max(room - 1, 0)))
    return Cell(named: named, folded: Array(all.dropFirst(named.count)), lineCount: lines[row])
  }

  /// How many names stand beside each other in each column, and below each other in each row: columns get more beside each other where that
  /// saves most lines.
  private static func arranged(
    _ counts: [[Int]], slotLimit: Int, lineBudget: Int
  ) -> (slots: [Int], lines: [Int]) {
    let columnCount = counts.first?.count ?? 0
    func lines(_ slots: [Int]) -> [Int] {
      counts.map { row in
        max(1, zip(row, slots).map { ($0 + $1 - 1) / $1 }.max() ?? 1)
      }
    }
    var slots = [Int](repeating: 1, count: columnCount)
    var best = lines(slots)
    while best.reduce(0, +) > lineBudget, slots.reduce(0, +) < slotLimit {
      let trials = slots.indices.map { column in
        var trial = slots
        trial[column] += 1
        let lines = lines(trial)
        // Of equal sums the one that takes most from the fullest column.
        let load = zip(counts.map { $0[column] }, lines).reduce(0) { $0 + $1.0 }
        return (trial, lines, (lines.reduce(0, +), -load / slots[column], column))
      }
      guard let next = trials.min(by: { $0.2 < $1.2 }) else { break }
      slots = next.0
      best = next.1
    }
    return (slots, best)
  }

  /// The width with which nine of ten names stand in one line of small letters, within bounds.
  private static func narrowest(for names: [String]) -> Double {
    let widths = names.map { TextMetrics.width(of: $0, size: ChartSheet.small) }.sorted()
    let usual = widths.isEmpty ? 0 : widths[min(widths.count - 1, widths.count * 9 / 10)]
    return min(max(usual * 1.03 + 19, 60), 118)
  }

  private static func counts(
    _ findings: PortfolioFindings, _ value: (Entry) -> PortfolioValue?
  ) -> [String?: Int] {
    Dictionary(findings.alliances.map { (value($0)?.text, 1) }, uniquingKeysWith: +)
  }

  /// A group for each word; where these are too many, the rarest share one.
  private static func groups(
    _ words: [String?], counts: [String?: Int], limit: Int
  ) -> [Group] {
    let single = words.map { Group(title: $0 ?? PortfolioFindings.notGiven, words: [$0]) }
    let stated = words.compactMap { $0 }
    guard stated.count > limit else { return single }
    let ranked = stated.enumerated().sorted {
      (-(counts[$0.element] ?? 0), $0.offset) < (-(counts[$1.element] ?? 0), $1.offset)
    }.map(\.element)
    let kept = Set(ranked.prefix(limit - 1))
    let rest = stated.filter { !kept.contains($0) }
    return single.filter { $0.words.contains { word in word.map(kept.contains) ?? false } }
      + [Group(title: "\(rest.count) others", words: Set(rest.map(Optional.some)))]
      + single.filter { $0.words.contains(nil) }
  }
}
