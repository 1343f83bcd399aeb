import GraphCore
import TestSupport
import Testing

@testable import Publishing

/// Rows that people and data changed come together.
struct RowMergeTests {
  /// A table of so many rows below its headings.
  private static func table(_ count: Int) -> [[String]] {
    [["name", "role", "hours"]]
      + (0..<count).map { ["row \($0)", ["chair", "member"][$0 % 2], "\($0 * 3 + 1)"] }
  }

  /// What the lines of a merge say.
  private func rows(
    _ merge: RowMerge, _ then: [[String]], _ here: [[String]]
  ) -> [[String]] {
    merge.lines.map { line in
      switch line {
      case .new(let row): return then[row]
      case .kept(let row, let taking, let from):
        var cells = here[row]
        if let from { for column in taking { cells[column] = then[from][column] } }
        return cells
      }
    }
  }

  /// Changes some rows: other cells, rows less, rows more; each side its own rows.
  private func changed(
    _ rows: [[String]], of part: Int, called word: String, _ generator: inout SeededGenerator
  ) -> [[String]] {
    var rows = rows
    for row in stride(from: rows.count - 1, to: 0, by: -1) where row % 2 == part {
      switch generator.below(6) {
      case 0: rows.remove(at: row)
      case 1: rows[row][2] = "\(word) \(generator.below(100))"
      case 2: rows.insert(["\(word) \(row)", "observer", "\(word)"], at: row + 1)
      default: break
      }
    }
    return rows
  }

  @Test(arguments: Seeds.upTo(100))
  func oneSideAloneIsTakenWhole(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let before = Self.table(3 + generator.below(12))
    let other = changed(before, of: generator.below(2), called: "new", &generator)
    let data = try #require(RowMerge(before: before, then: other, here: before))
    #expect(rows(data, other, before) == other && data.conflicts.isEmpty && data.minds == other)
    let people = try #require(RowMerge(before: before, then: before, here: other))
    #expect(rows(people, before, other) == other && people.conflicts.isEmpty)
    let nothing = try #require(RowMerge(before: before, then: before, here: before))
    #expect(rows(nothing, before, before) == before && nothing.minds == before)
  }

  @Test(arguments: Seeds.upTo(100))
  func changesOfBothSidesComeTogether(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let before = Self.table(4 + generator.below(12))
    let here = changed(before, of: 0, called: "own", &generator)
    let then = changed(before, of: 1, called: "new", &generator)
    let merge = try #require(RowMerge(before: before, then: then, here: here))
    let made = rows(merge, then, here)
    #expect(merge.conflicts.isEmpty, "\(merge.conflicts)")
    let (old, own, new) = (Set(before), Set(here), Set(then))
    #expect(
      Set(made) == own.subtracting(old).union(new.subtracting(old)).union(own.intersection(new)))
    #expect(Set(made).count == made.count && made.first == before.first)
    // The same data once more changes nothing.
    let again = try #require(RowMerge(before: merge.minds, then: then, here: made))
    #expect(rows(again, then, made) == made && again.conflicts.isEmpty)
  }

  @Test func whereBothChangedPeopleWinAndAreToldSo() throws {
    let before = Self.table(5)
    var (then, here) = (before, before)
    (then[1][2], here[1][2]) = ("20", "30")
    (then[2][2], here[2][0]) = ("21", "renamed")
    then.remove(at: 4)
    here[4][1] = "advisor"
    here.remove(at: 3)
    then[3][1] = "guest"
    let merge = try #require(RowMerge(before: before, then: then, here: here))
    let made = rows(merge, then, here)
    #expect(
      made == [before[0], here[1], ["renamed", "member", "21"], here[3], before[5]], "\(made)")
    #expect(merge.conflicts.count == 3, "\(merge.conflicts)")
    // Told again as long as it holds.
    let again = try #require(RowMerge(before: merge.minds, then: then, here: made))
    #expect(again.conflicts.count == 3 && rows(again, then, made) == made, "\(again.conflicts)")
  }

  @Test func otherColumnsAreNoRows() {
    let before = Self.table(3)
    #expect(RowMerge(before: before, then: before.map { $0 + ["x"] }, here: before) == nil)
    #expect(RowMerge(before: [], then: before, here: before) == nil)
  }
}
