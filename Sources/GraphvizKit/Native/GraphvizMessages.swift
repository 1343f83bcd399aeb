internal import CGraphviz
import Synchronization

/// What Graphviz says while it works, one message per element.
///
/// The C library has one callback for the process and hands it messages in pieces (`Warning`, `: `,
/// `text\n`, continuations); they are joined here.
struct GraphvizMessages {
  private(set) var all: [String] = []
  private var pending = ""

  /// The log that the C callback writes to.
  private static let current = Mutex(GraphvizMessages())

  /// The longest message that the C library can hold without harm.
  private var room = 0

  /// Makes the C library report here instead of on standard error, messages about a DOT text of a length included.
  static func install(forTextOf length: Int) {
    // Messages quote at most the text, and add a sentence.
    let needed = length + 4096
    let isWide = current.withLock { log in
      defer { log.room = max(log.room, needed) }
      return log.room >= needed
    }
    guard !isWide else { return }
    agseterrf { _ in 0 }
    ecomap_widen_message_buffer(needed)
    agseterrf { piece in
      guard let piece else { return 0 }
      let text = String(cString: piece)
      GraphvizMessages.current.withLock { $0.append(text) }
      return 0
    }
  }

  /// Returns the messages since the last call, and forgets them.
  static func drain() -> [String] {
    current.withLock { log in
      log.flush()
      defer { log.all = [] }
      return log.all
    }
  }

  mutating func append(_ piece: String) {
    // Graphviz starts each message with one of these words in a piece of its own.
    if piece == "Error" || piece == "Warning" { flush() }
    pending += piece
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    // Some messages have several lines: the failing markup, then the object it belongs to.
    let lines = pending.split(whereSeparator: \.isNewline)
    let message = lines.joined(separator: " ")
    if !message.isEmpty { all.append(message) }
    pending = ""
  }
}
