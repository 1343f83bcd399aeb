import Synchronization

/// All sessions, each known by a secret that only its browser has.
final class Sessions: Sendable {
  private let folder: String
  private let limits: SessionLimits
  private let open = Mutex<[String: Session]>([:])

  init(folder: String, limits: SessionLimits) {
    self.folder = folder
    self.limits = limits
  }

  /// Begins a session; one that nobody uses goes for it where there are too many.
  func begin() throws(Refusal) -> Session {
    forgetStale()
    let identifier = Secret.make()
    let place = "\(folder)/\(Secret.make().prefix(16))"
    guard Files.makeFolder(place) else {
      throw Refusal(.unavailable, "There is no room on the disk.", retryAfter: 30)
    }
    let session = Session(identifier: identifier, folder: place, limits: limits)
    let hasRoom = open.withLock { open in
      guard open.count < limits.sessions else { return false }
      open[identifier] = session
      return true
    }
    guard hasRoom else {
      session.close()
      throw Refusal(
        .unavailable, "Too many people use this page at once; try again later.", retryAfter: 60)
    }
    return session
  }

  /// The session of a secret.
  func session(_ identifier: String) -> Session? { open.withLock { $0[identifier] } }

  /// Forgets the sessions whose page was closed long ago.
  func forgetStale() {
    let stale = open.withLock { open in
      let stale = open.values.filter { $0.isStale(after: limits.forgetAfter) }
      for session in stale { open[session.identifier] = nil }
      return stale
    }
    for session in stale { session.close() }
  }

  /// Ends the work of all.
  func cancelAll() {
    for session in open.withLock({ Array($0.values) }) { session.cancelAll() }
  }

  /// Forgets all.
  func close() {
    let all = open.withLock { open in
      defer { open = [:] }
      return Array(open.values)
    }
    for session in all { session.close() }
  }
}
