internal import Synchronization

/// How far a piece of work that may take long is, for somebody who waits.
///
/// Work makes one of these and says what is finished, from any thread. Nothing is done where nobody listens, and results never
/// depend on it.
package final class Progress: Sendable {
  /// Somebody who is told.
  ///
  /// A type of its own: an optimised program finds no type at run time for a task's value that is a mere function, and ends
  /// (Swift 6.3).
  package struct Listener: Sendable {
    fileprivate let hear: @Sendable (_ activity: String, _ share: Double) -> Void

    /// Takes what is being done, as in “reading people.csv”, and the finished share of it, `0...1`.
    package init(_ hear: @escaping @Sendable (_ activity: String, _ share: Double) -> Void) {
      self.hear = hear
    }
  }

  /// Who wants to know how far the work of this task is; `nil` if nobody does.
  @TaskLocal package static var listener: Listener?

  private let activity: String
  private let total: Int
  private let listener: Listener?
  private let done = Atomic(0)

  /// Begins an activity, of which those are told who listen on this thread.
  ///
  /// - Parameters:
  ///   - activity: What is being done.
  ///   - total: The number of pieces it has.
  package init(_ activity: @autoclosure () -> String, of total: Int = 1) {
    listener = total > 0 ? Self.listener : nil
    self.activity = listener == nil ? "" : activity()
    self.total = total
    listener?.hear(self.activity, 0)
  }

  /// Says what share of the work is finished, `0...1`.
  package func reach(_ share: Double) { listener?.hear(activity, share) }

  /// Says that pieces are finished.
  package func finish(_ count: Int = 1) {
    guard let listener else { return }
    let now = done.wrappingAdd(count, ordering: .relaxed).newValue
    listener.hear(activity, Double(now) / Double(total))
  }
}
