import Dispatch
import Synchronization

/// Reads the pieces of a list on several threads and numbers the names in their order.
///
/// Whoever has read a piece whose turn it is numbers its names and those of the pieces that wait behind it; the others go
/// on reading. So the result does not depend on the number of threads.
final class EdgeListGathering: Sendable {
  /// What exists once.
  private struct Result: ~Copyable {
    var table: NameTable
    var list = EdgeList()
    var next = 0
  }

  private struct Waiting: ~Copyable {
    var pieces: [Int: EdgeListPiece] = [:]
    var spare: [EdgeListPiece] = []
  }

  /// So many pieces may wait to be numbered before a thread waits too, lest they fill the memory.
  private static let mostWaiting = 32

  private let text: EdgeListText
  private let header: EdgeListHeader
  private let numbered: NumberedNames
  private let pieceCount: Int
  private let result: Mutex<Result>
  private let waiting = Mutex(Waiting())

  init(_ text: EdgeListText, header: EdgeListHeader, numbered: NumberedNames) {
    self.text = text
    self.header = header
    self.numbered = numbered
    pieceCount = (text.count - header.end + EdgeListPiece.size - 1) / EdgeListPiece.size
    var first = Result(table: NameTable(numbered: numbered))
    let capacity = (text.count - header.end) / 8
    first.list.sources.reserveCapacity(capacity)
    first.list.targets.reserveCapacity(capacity)
    if header.hasWeight {
      first.list.weights = []
      first.list.weights?.reserveCapacity(capacity)
    }
    result = Mutex(first)
  }

  /// Reads all pieces, or returns `nil` where a record needs the careful reader.
  func run(threads: Int) -> EdgeList? {
    let next = Atomic(0)
    let hasGivenUp = Atomic(false)
    let work: @Sendable (Int) -> Void = { _ in
      while !hasGivenUp.load(ordering: .relaxed) {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < self.pieceCount else { return }
        if !self.read(number) { hasGivenUp.store(true, ordering: .relaxed) }
      }
    }
    let workers = min(threads, pieceCount)
    if workers > 1 {
      DispatchQueue.concurrentPerform(iterations: workers, execute: work)
    } else {
      work(0)
    }
    if hasGivenUp.load(ordering: .relaxed) { return nil }
    return result.withLock { result in
      number(&result)
      result.list.names = result.table.names(threads: threads)
      return result.list
    }
  }

  private func read(_ number: Int) -> Bool {
    let piece = waiting.withLock { $0.spare.popLast() } ?? EdgeListPiece()
    guard piece.read(number, of: text, after: header, numbered) else { return false }
    let waitingCount = waiting.withLock { waiting in
      waiting.pieces[number] = piece
      return waiting.pieces.count
    }
    if waitingCount < Self.mostWaiting {
      // Where another thread is at it, this piece is left to it, or to the end.
      _ = result.withLockIfAvailable { self.number(&$0) }
    } else {
      result.withLock { self.number(&$0) }
    }
    return true
  }

  /// Numbers the names of all pieces that are next.
  private func number(_ result: inout Result) {
    var done: EdgeListPiece?
    while true {
      let next = result.next
      let piece = waiting.withLock { waiting in
        if let done { waiting.spare.append(done) }
        return waiting.pieces.removeValue(forKey: next)
      }
      guard let piece else { return }
      result.next += 1
      result.table.number(piece)
      result.list.append(piece)
      done = piece
    }
  }
}

extension EdgeList {
  /// Appends the records of a piece whose names have been numbered.
  fileprivate mutating func append(_ piece: EdgeListPiece) {
    let count = piece.recordCount
    unsafe piece.sources.withMemoryRebound(to: Int32.self, capacity: count) { column in
      unsafe sources.append(contentsOf: UnsafeBufferPointer(start: column, count: count))
    }
    unsafe piece.targets.withMemoryRebound(to: Int32.self, capacity: count) { column in
      unsafe targets.append(contentsOf: UnsafeBufferPointer(start: column, count: count))
    }
    unsafe weights?.append(contentsOf: UnsafeBufferPointer(start: piece.weights, count: count))
  }
}
