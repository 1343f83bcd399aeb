internal import Synchronization

/// A sum of columns that is always added up in the order of the parts, whichever finishes first.
///
/// A part that finishes early leaves its column behind and the worker goes on; the one that fills
/// the gap adds all that wait. So no worker idles and few columns exist at a time.
final class OrderedSum: Sendable {
  private struct State: ~Copyable {
    var total: [Double]
    var next = 0
    var waiting: [Int: [Double]] = [:]
    var spare: [[Double]] = []
  }

  private let count: Int
  private let state: Mutex<State>

  init(count: Int) {
    self.count = count
    state = Mutex(State(total: [Double](repeating: 0, count: count)))
  }

  /// A column of zeros for one part.
  func makeColumn() -> [Double] {
    let spare = state.withLock { $0.spare.popLast() }
    guard var column = spare else { return [Double](repeating: 0, count: count) }
    for index in column.indices { column[index] = 0 }
    return column
  }

  func add(_ column: consuming [Double], part: Int) {
    state.withLock { [column] state in
      state.waiting[part] = column
      while let ready = state.waiting.removeValue(forKey: state.next) {
        for index in 0..<count { state.total[index] += ready[index] }
        state.spare.append(ready)
        state.next += 1
      }
    }
  }

  var total: [Double] { state.withLock { $0.total } }
}
