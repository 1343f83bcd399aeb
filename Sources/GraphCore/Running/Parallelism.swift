internal import Dispatch
internal import Synchronization

/// How many threads an algorithm may use, and whom it tells how far it is.
///
/// Work is cut into parts that depend on the graph alone, and the results of the parts are joined in
/// their order: **the bytes of a result do not depend on the number of threads.** A long algorithm
/// notices within a part that the surrounding `Task` was cancelled and throws `cancelled`.
public struct Parallelism: Sendable {
  /// The largest number of threads, the calling one included.
  public var threads: Int
  /// Called now and then with the finished share of the work, `0...1`, from any thread.
  public var progress: (@Sendable (Double) -> Void)?

  /// All processors.
  public static let automatic = Parallelism()
  /// The calling thread alone.
  public static let sequential = Parallelism(threads: 1)

  /// Makes a limit.
  ///
  /// - Parameters:
  ///   - threads: The largest number of threads; `nil` stands for one for each processor.
  ///   - progress: Called with the finished share of the work.
  /// - Precondition: `threads > 0`.
  public init(threads: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil) {
    self.threads = threads ?? Self.processorCount
    precondition(self.threads > 0, "At least one thread is needed.")
    self.progress = progress
  }
}

extension Parallelism {
  /// Runs every part once, each worker with scratch memory of its own.
  ///
  /// Workers take the parts in ascending order. What a part writes must not depend on other parts.
  func run<Memory: ~Copyable>(
    _ work: String, parts: Int, memory: () -> Memory,
    _ body: (inout Memory, Int) -> Void
  ) throws(AlgorithmError) {
    let isCancelled = unsafe withUnsafeCurrentTask { task in
      let next = Atomic(0)
      let isCancelled = Atomic(false)
      let takePart: () -> Int? = {
        if unsafe task?.isCancelled == true { isCancelled.store(true, ordering: .relaxed) }
        if isCancelled.load(ordering: .relaxed) { return nil }
        let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return part < parts ? part : nil
      }
      onThreads(min(threads, parts)) {
        guard var part = takePart() else { return }
        var scratch = memory()
        while true {
          body(&scratch, part)
          progress?(Double(part + 1) / Double(parts))
          guard let another = takePart() else { return }
          part = another
        }
      }
      return isCancelled.load(ordering: .relaxed)
    }
    if isCancelled { throw .cancelled(work) }
  }

  /// Runs every part once, whether or not the surrounding task is cancelled.
  func complete<Memory: ~Copyable>(
    parts: Int, memory: () -> Memory, _ body: (inout Memory, Int) -> Void
  ) {
    let next = Atomic(0)
    onThreads(min(threads, parts)) {
      var part = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard part < parts else { return }
      var scratch = memory()
      while part < parts {
        body(&scratch, part)
        part = next.wrappingAdd(1, ordering: .relaxed).oldValue
      }
    }
  }

  /// Runs every part once.
  func run(_ work: String, parts: Int, _ body: (Int) -> Void) throws(AlgorithmError) {
    try run(work, parts: parts, memory: { () }, { _, part in body(part) })
  }

  /// Returns what `body` makes of every item, in the order of the items.
  func map<Item, Result: Sendable>(
    _ work: String, _ items: [Item], _ body: (Item) throws(AlgorithmError) -> Result
  ) throws(AlgorithmError) -> [Result] {
    let results = Mutex([Swift.Result<Result, AlgorithmError>?](repeating: nil, count: items.count))
    try run(work, parts: items.count) { part in
      let result = Swift.Result { () throws(AlgorithmError) in try body(items[part]) }
      results.withLock { $0[part] = result }
    }
    var values: [Result] = []
    for result in results.withLock({ $0 }) {
      if let result { values.append(try result.get()) }
    }
    return values
  }

  /// Throws if the surrounding task was cancelled, for work that is not split.
  func checkCancellation(of work: String) throws(AlgorithmError) {
    if Task.isCancelled { throw .cancelled(work) }
  }
}

/// Calls `worker` on several threads at once, the calling one among them, and waits for all of them.
private func onThreads(_ count: Int, _ worker: () -> Void) {
  guard count > 1 else { return worker() }
  withoutActuallyEscaping(worker) { worker in
    // The workers share nothing but atomic counters; parts write places of their own.
    nonisolated(unsafe) let worker = worker
    DispatchQueue.concurrentPerform(iterations: count) { _ in unsafe worker() }
  }
}
