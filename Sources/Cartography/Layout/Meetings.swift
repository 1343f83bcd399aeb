import GraphvizKit

/// Which lines cross each other and which run over which boxes, kept up to date while some of them move.
///
/// One bit for each pair: what a step costs before it is known without looking, and a step that is not taken changes nothing.
struct Meetings {
  private(set) var collisions: Collisions
  /// How many words a row has for all lines, and for all boxes.
  private let lineWords: Int
  private let boxWords: Int
  /// For each line, the lines that it crosses.
  private var crossed: [UInt64]
  /// For each line, the boxes that it runs over.
  private var overrun: [UInt64]
  /// For each box, the lines that run over it.
  private var overrunBy: [UInt64]
  /// The same rows as they will be if the step is taken, for those that change only.
  private var nextCrossed: [UInt64]
  private var nextOverrun: [UInt64]
  private var nextOverrunBy: [UInt64]
  /// The lines that change.
  private var isChanged: [UInt64]

  init(_ collisions: Collisions) {
    self.collisions = collisions
    let (lines, boxes) = (collisions.lines.count, collisions.boxes.count)
    (lineWords, boxWords) = ((lines + 63) / 64, (boxes + 63) / 64)
    crossed = [UInt64](repeating: 0, count: lines * lineWords)
    overrun = [UInt64](repeating: 0, count: lines * boxWords)
    overrunBy = [UInt64](repeating: 0, count: boxes * lineWords)
    isChanged = [UInt64](repeating: 0, count: lineWords)
    (nextCrossed, nextOverrun, nextOverrunBy) = (crossed, overrun, overrunBy)
    for line in 0..<lines {
      self.collisions.markCrossings(of: line, in: &crossed, at: line * lineWords)
      self.collisions.markOverruns(of: line, in: &overrun, at: line * boxWords)
    }
    for box in 0..<boxes {
      self.collisions.markOverruns(over: box, in: &overrunBy, at: box * lineWords)
    }
  }

  /// Moves a line, which ``change(_:_:)`` said would change.
  mutating func set(_ line: Int, _ place: Collisions.Line) { collisions.lines[line] = place }

  /// Moves a box.
  mutating func set(box: Int, _ place: Collisions.Box) { collisions.boxes[box] = place }

  /// Says which lines the next step changes, and no more those of the last.
  mutating func change(_ lines: [Int]) {
    for word in isChanged.indices { isChanged[word] = 0 }
    for line in lines { isChanged[line >> 6] |= 1 << UInt64(line & 63) }
  }

  /// How many lines a line crosses as long as the step is not taken; those that change as well count half, as each meets the other.
  func crossings(of line: Int) -> Double { crossings(crossed, line) }

  /// How many boxes a line runs over as long as the step is not taken.
  func overruns(of line: Int) -> Int { Self.count(overrun, line * boxWords, boxWords) }

  /// How many lines that do not change run over a box as long as the step is not taken.
  func overruns(over box: Int) -> Int { overruns(overrunBy, box) }

  /// How many lines a line will cross.
  mutating func nextCrossings(of line: Int) -> Double {
    collisions.markCrossings(of: line, in: &nextCrossed, at: line * lineWords)
    return crossings(nextCrossed, line)
  }

  /// How many boxes a line will run over.
  mutating func nextOverruns(of line: Int) -> Int {
    collisions.markOverruns(of: line, in: &nextOverrun, at: line * boxWords)
    return Self.count(nextOverrun, line * boxWords, boxWords)
  }

  /// How many lines that do not change will run over a box.
  mutating func nextOverruns(over box: Int) -> Int {
    collisions.markOverruns(over: box, in: &nextOverrunBy, at: box * lineWords)
    return overruns(nextOverrunBy, box)
  }

  /// Takes the step, of which everything was asked for.
  mutating func take(lines: [Int], boxes: [Int]) {
    for box in boxes {
      Self.take(box, &overrunBy, from: nextOverrunBy, lineWords, mirroredIn: &overrun, boxWords)
    }
    for line in lines {
      let row = line * lineWords
      for word in 0..<lineWords {
        var differing = crossed[row + word] ^ nextCrossed[row + word]
        crossed[row + word] = nextCrossed[row + word]
        while differing != 0 {
          let other = word * 64 + differing.trailingZeroBitCount
          differing &= differing - 1
          crossed[other * lineWords + line >> 6] ^= isChanged(other) ? 0 : 1 << UInt64(line & 63)
        }
      }
      Self.take(line, &overrun, from: nextOverrun, boxWords, mirroredIn: &overrunBy, lineWords)
    }
  }

  /// Takes the next row of a number in one of two tables that mirror each other, and turns the bits of what differs in the other.
  private static func take(
    _ number: Int, _ rows: inout [UInt64], from next: [UInt64], _ width: Int,
    mirroredIn columns: inout [UInt64], _ height: Int
  ) {
    let row = number * width
    for word in 0..<width {
      var differing = rows[row + word] ^ next[row + word]
      rows[row + word] = next[row + word]
      while differing != 0 {
        let other = word * 64 + differing.trailingZeroBitCount
        differing &= differing - 1
        columns[other * height + number >> 6] ^= 1 << UInt64(number & 63)
      }
    }
  }

  private func isChanged(_ line: Int) -> Bool {
    isChanged[line >> 6] & (1 << UInt64(line & 63)) != 0
  }

  private func crossings(_ rows: [UInt64], _ line: Int) -> Double {
    var (all, changed) = (0, 0)
    var word = 0
    while word < lineWords {
      let bits = rows[line * lineWords + word]
      all += bits.nonzeroBitCount
      changed += (bits & isChanged[word]).nonzeroBitCount
      word += 1
    }
    return Double(all) - 0.5 * Double(changed)
  }

  private func overruns(_ rows: [UInt64], _ box: Int) -> Int {
    var (count, word) = (0, 0)
    while word < lineWords {
      count += (rows[box * lineWords + word] & ~isChanged[word]).nonzeroBitCount
      word += 1
    }
    return count
  }

  private static func count(_ rows: [UInt64], _ start: Int, _ words: Int) -> Int {
    var (count, word) = (0, start)
    while word < start + words {
      count += rows[word].nonzeroBitCount
      word += 1
    }
    return count
  }
}
