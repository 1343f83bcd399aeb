import Insights
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The line on a terminal that says how far long work is, how much is left, and goes when there is something else to say.
///
/// Nothing is written in the first second, nor where standard error is no terminal.
final class ProgressLine: Sendable {
  /// The line of this process.
  static let shared = ProgressLine()

  private struct State {
    let start: ContinuousClock.Instant
    var activity = ""
    var begin: ContinuousClock.Instant
    var lastDrawn: ContinuousClock.Instant
    var isShown = false
  }

  private let state: Mutex<State>
  private static let patience = Duration.seconds(1)
  private static let pause = Duration.milliseconds(100)

  private init() {
    let now = ContinuousClock.now
    state = Mutex(State(start: now, begin: now, lastDrawn: now))
  }

  /// Whether somebody looks at standard error who can see a line change.
  static var isWanted: Bool {
    guard isatty(STDERR_FILENO) == 1 else { return false }
    return unsafe getenv("TERM").map { unsafe String(cString: $0) != "dumb" } ?? false
  }

  /// Shows how far an activity is.
  func show(_ activity: String, _ share: Double) {
    let now = ContinuousClock.now
    state.withLock { state in
      if state.activity != activity {
        state.activity = activity
        state.begin = now
      }
      guard state.start.duration(to: now) >= Self.patience,
        state.lastDrawn.duration(to: now) >= Self.pause
      else { return }
      state.lastDrawn = now
      state.isShown = true
      let words = Self.words(activity, share, after: state.begin.duration(to: now))
      Terminal.send(Array("\r\(words)\u{1B}[K".utf8), to: STDERR_FILENO)
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      Terminal.send(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
    }
  }

  /// What the line says: “reading people.csv: 45 %, 3 s left”.
  ///
  /// - Parameters:
  ///   - activity: What is being done.
  ///   - share: The finished share of it.
  ///   - elapsed: How long it has taken so far.
  /// - Returns: The line, without an end.
  static func words(_ activity: String, _ share: Double, after elapsed: Duration) -> String {
    let text = FindingsTable.sanitized(activity)
    let name = text.count > 48 ? text.prefix(47) + "…" : text[...]
    let percent = Int((share * 100).rounded(.down))
    guard percent > 0, percent < 100 else { return "\(name): \(percent) %" }
    let passed = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let left = Int((passed * (1 - share) / share).rounded(.up))
    let words = left < 90 ? "\(left) s" : "\((left + 30) / 60) min"
    return "\(name): \(percent) %, \(words) left"
  }
}
