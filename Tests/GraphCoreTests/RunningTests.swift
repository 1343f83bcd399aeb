import Synchronization
import Testing

@testable import GraphCore

@Suite("Running in parts", .timeLimit(.minutes(60)))
struct RunningTests {
  @Test(arguments: [1, 2, 7]) func everyPartRunsOnce(threads: Int) throws {
    let counts = (0..<100).map { _ in 0 }
    let seen = Mutex(counts)
    try Parallelism(threads: threads).run("Counting", parts: 100) { part in
      seen.withLock { $0[part] += 1 }
    }
    #expect(seen.withLock { $0 } == [Int](repeating: 1, count: 100))
  }

  @Test(arguments: [1, 2, 7]) func sumsAreAddedInTheOrderOfTheParts(threads: Int) throws {
    // 1e16 + 1 loses the one: any other order than 0, 1, 2 … gives other sums.
    let terms: [Double] = [1, 1e16, -1e16, 1, 3e16, 0.5, -3e16, 7]
    let sum = OrderedSum(count: 2)
    try Parallelism(threads: threads).run("Adding", parts: terms.count) { part in
      var column = sum.makeColumn()
      column[0] = terms[part]
      column[1] = Double(part)
      sum.add(column, part: part)
    }
    #expect(sum.total == [terms.reduce(0, +), 28])
  }

  @Test(arguments: [1, 2]) func aCancelledTaskStopsTheWork(threads: Int) async {
    let task = Task {
      withUnsafeCurrentTask { unsafe $0?.cancel() }
      try Parallelism(threads: threads).run("Waiting", parts: 1 << 40) { _ in }
    }
    await #expect(throws: AlgorithmError(code: .cancelled, message: "Waiting was cancelled.")) {
      try await task.value
    }
  }

  @Test func seededNumbersDoNotChange() {
    var generator = SeededGenerator(seed: 42)
    let numbers = (0..<4).map { _ in generator.next() }
    // The reference implementation by Blackman and Vigna, its state filled by SplitMix64 from 42.
    #expect(
      numbers == [
        1_546_998_764_402_558_742, 6_990_951_692_964_543_102, 12_544_586_762_248_559_009,
        17_057_574_109_182_124_193,
      ])
    var other = SeededGenerator(seed: 42, stream: 1)
    #expect(other.next() != numbers[0])
  }

  @Test func weightsAreChecked() throws {
    for bad in [-1, .infinity, .nan] {
      #expect(throws: AlgorithmError.self) { try EdgeCosts([1, bad]) }
      #expect(throws: AlgorithmError.self) { try EdgeStrengths([bad]) }
    }
    #expect(throws: AlgorithmError.self) { try EdgeStrengths([1, 0]).costs() }
    #expect(try EdgeStrengths([1, 4]).costs().values == [1, 0.25])
    #expect(try EdgeCosts([0, 1]).isPositive == false)
  }
}
