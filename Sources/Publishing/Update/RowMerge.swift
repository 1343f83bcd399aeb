/// Brings together the rows of a table as we wrote it, as people made it, and as the data has it now.
///
/// Rows are known by all they say, then by what stands first in them, then by at least half of their cells. Where only people
/// changed a row it stays, where only the data did it changes; where both did, people win and it is said.
struct RowMerge {
  /// A row of the table that comes of it.
  enum Line: Hashable, Sendable {
    /// A row on the slide, with the cells it takes from a row of the data.
    case kept(here: Int, taking: [Int], from: Int?)
    /// A row of the data that is new.
    case new(Int)
  }

  private(set) var lines: [Line] = []
  /// What people and data both changed, a clause each.
  private(set) var conflicts: [String] = []
  /// What is to be kept in mind as written.
  private(set) var minds: [[String]] = []

  private let before: [[String]]
  private let then: [[String]]
  private let here: [[String]]

  /// Merges tables of as many columns, whose first rows are their headings.
  ///
  /// - Returns: `nil` if the columns differ.
  /// - Complexity: O(*n*²) for *n* rows.
  init?(before: [[String]], then: [[String]], here: [[String]]) {
    let widths = Set((before + then + here).map(\.count))
    guard widths.count == 1, !before.isEmpty, !then.isEmpty, !here.isEmpty else { return nil }
    (self.before, self.then, self.here) = (before, then, here)
    let newOf = Self.pairs(before, then)
    let hereOf = Self.pairs(before, here)
    let known = Set(hereOf.values)
    let brought = Set(newOf.values)
    // What people wrote and the data has now is one.
    let typed = Self.pairs(
      here, then, from: here.indices.filter { !known.contains($0) },
      to: then.indices.filter { !brought.contains($0) }, isLike: false)
    merge(newOf, hereOf, typed)
  }

  private mutating func merge(_ newOf: [Int: Int], _ hereOf: [Int: Int], _ typed: [Int: Int]) {
    let beforeOf = Dictionary(uniqueKeysWithValues: hereOf.map { ($0.value, $0.key) })
    var mindOf: [Int: [String]] = [:]
    var rest: [[String]] = []
    var lineOf: [Int: Line] = [:]
    for row in here.indices {
      if let was = beforeOf[row], let new = newOf[was] {
        let (line, mind) = cells(row, was: before[was], new: new)
        (lineOf[new], mindOf[new]) = (line, mind)
        lines.append(line)
      } else if let was = beforeOf[row] {
        guard !Self.isSame(here[row], before[was]) else { continue }
        conflicts.append("the row “\(Self.name(here[row]))” stays; the data no longer has it")
        rest.append(before[was])
        lines.append(.kept(here: row, taking: [], from: nil))
      } else {
        let line = Line.kept(here: row, taking: [], from: nil)
        if let new = typed[row] {
          (lineOf[new], mindOf[new]) = (line, then[new])
          if !Self.isSame(here[row], then[new]) {
            conflicts.append(
              "the row “\(Self.name(here[row]))” stays as people wrote it; the data says “\(then[new].joined(separator: ", "))”"
            )
          }
        }
        lines.append(line)
      }
    }
    for was in before.indices where hereOf[was] == nil {
      guard let new = newOf[was] else { continue }
      mindOf[new] = before[was]
      guard !Self.isSame(before[was], then[new]) else { continue }
      conflicts.append(
        "the row “\(Self.name(before[was]))” was taken off and stays off; the data says now “\(then[new].joined(separator: ", "))”"
      )
    }
    let taken = Set(newOf.values).union(typed.values)
    for new in then.indices where !taken.contains(new) {
      let ahead = then[..<new].indices.last { lineOf[$0] != nil }.flatMap { lineOf[$0] }
      let place = ahead.flatMap { lines.firstIndex(of: $0) }.map { $0 + 1 } ?? min(1, lines.count)
      lines.insert(.new(new), at: place)
      (lineOf[new], mindOf[new]) = (.new(new), then[new])
    }
    minds = then.indices.compactMap { mindOf[$0] } + rest
    // Where nobody touched the words, the order is that of the data.
    if here.count == before.count, zip(here, before).allSatisfy(Self.isSame) {
      lines = then.indices.compactMap { lineOf[$0] }
    }
  }

  /// One row, cell by cell.
  private mutating func cells(
    _ row: Int, was: [String], new: Int
  ) -> (line: Line, mind: [String]) {
    var (taking, mind) = ([Int](), then[new])
    for (column, text) in here[row].enumerated() {
      let wanted = then[new][column]
      guard !Self.isSame(was[column], wanted), !Self.isSame(text, wanted) else { continue }
      if Self.isSame(text, was[column]) {
        taking.append(column)
      } else {
        mind[column] = was[column]
        conflicts.append(
          "row \(row + 1): “\(SlideMerge.short(text))” stays; the data says “\(SlideMerge.short(wanted))”"
        )
      }
    }
    return (.kept(here: row, taking: taking, from: taking.isEmpty ? nil : new), mind)
  }

  /// Which row of one table is which of another.
  private static func pairs(
    _ one: [[String]], _ other: [[String]], from: [Int]? = nil, to: [Int]? = nil,
    isLike: Bool = true
  ) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var (left, right) = (from ?? Array(one.indices), to ?? Array(other.indices))
    func take(_ isPair: (Int, Int) -> Bool) {
      for first in left {
        guard let second = right.first(where: { isPair(first, $0) }) else { continue }
        found[first] = second
        right.removeAll { $0 == second }
      }
      left.removeAll { found[$0] != nil }
    }
    // Headings are headings, whatever they say.
    take { $0 == 0 && $1 == 0 }
    take { isSame(one[$0], other[$1]) }
    let firsts = { (rows: [[String]], row: Int) in ShapeText.plain(rows[row].first ?? "") }
    take { !firsts(one, $0).isEmpty && firsts(one, $0) == firsts(other, $1) }
    guard isLike else { return found }
    take { first, second in
      let same = zip(one[first], other[second]).count { isSame($0, $1) && !$0.isEmpty }
      return same > 0 && same * 2 >= one[first].count
    }
    return found
  }

  private static func isSame(_ one: [String], _ other: [String]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    ShapeText.plain(one) == ShapeText.plain(other)
  }

  /// What people call a row.
  private static func name(_ row: [String]) -> String {
    SlideMerge.short(row.filter { !$0.isEmpty }.prefix(2).joined(separator: ", "))
  }
}
