import GraphvizKit

extension LayoutWorker {
  /// The worker that runs as long as the command does, as a process of the same program, and is not waited for at its end.
  static let shared = LayoutWorker(program: .currentExecutable)
}

extension LayoutPool {
  /// The workers that run as long as the command does: two, since more would wait for each other on small machines.
  ///
  /// The second process starts when there is work for it.
  static let shared = LayoutPool(.shared, LayoutWorker(program: .currentExecutable))
}
