internal import EcosystemModel
internal import GraphCore

extension Parallelism {
  /// All processors, with somebody who waits told how far it is.
  ///
  /// - Parameter activity: What is being done.
  /// - Returns: What an algorithm takes.
  static func told(_ activity: String) -> Parallelism {
    let progress = Progress(activity)
    return Parallelism(progress: progress.reach)
  }
}
