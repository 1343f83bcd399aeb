import Synchronization
import Testing

@testable import EcosystemModel

@Suite("Who waits is told how far long work is")
struct ProgressTests {
  private final class Heard: Sendable {
    let told = Mutex<[(activity: String, share: Double)]>([])

    func listen<Value>(_ work: () throws -> Value) rethrows -> Value {
      let listener = Progress.Listener { activity, share in
        self.told.withLock { $0.append((activity, share)) }
      }
      return try Progress.$listener.withValue(listener, operation: work)
    }
  }

  @Test("from nothing to all of it, in equal pieces")
  func pieces() {
    let heard = Heard()
    heard.listen {
      let progress = Progress("drawing", of: 4)
      progress.finish()
      progress.finish(2)
      progress.finish()
    }
    let told = heard.told.withLock { $0 }
    #expect(told.map(\.share) == [0, 0.25, 0.75, 1])
    #expect(told.allSatisfy { $0.activity == "drawing" })
  }

  @Test("and nobody is told of nothing")
  func nothing() {
    let heard = Heard()
    heard.listen { Progress("drawing", of: 0).finish() }
    #expect(heard.told.withLock { $0.isEmpty })
    Progress("drawing", of: 1).finish()
    #expect(heard.told.withLock { $0.isEmpty })
  }
}
