import Synchronization

/// How much a session may have.
package struct SessionLimits: Sendable {
  /// The largest file that is taken, in bytes.
  package var upload = 64 << 20
  /// How long it may take to arrive.
  package var uploadTime = Duration.seconds(120)
  /// How much all files of a session may be, in bytes.
  package var together = 192 << 20
  /// How many datasets a session has at once.
  package var datasets = 12
  /// How many files a dataset has.
  package var files = 40
  /// How many results are kept for a session; older ones go.
  package var results = 40
  /// How many sessions there are.
  package var sessions = 64
  /// How long a session is kept after its page last asked for anything.
  package var forgetAfter = Duration.seconds(30 * 60)
  /// How much work is done at once.
  package var workers = 2
  /// How much work waits.
  package var waiting = 64

  /// The usual limits.
  package init() {}
}

/// What one browser has open: its own datasets and results, in a folder that goes with it.
final class Session: Sendable {
  /// A dataset that was sent.
  struct Upload: Sendable {
    let folder: String
    var names: [String]
    var bytes: Int
    /// Counts what was sent.
    var revision: Int
  }

  private struct State {
    var uploads: [String: Upload] = [:]
    var drafts: [String: Draft] = [:]
    var jobs: [Job] = []
    var next = 1
    var lastUse = ContinuousClock.now
  }

  let identifier: String
  let folder: String
  private let limits: SessionLimits
  private let state = Mutex(State())

  init(identifier: String, folder: String, limits: SessionLimits) {
    self.identifier = identifier
    self.folder = folder
    self.limits = limits
  }

  /// Notes that its page is there.
  func touch() { state.withLock { $0.lastUse = .now } }

  /// Whether nobody asked for anything for so long.
  func isStale(after time: Duration) -> Bool {
    state.withLock { $0.lastUse.duration(to: .now) > time }
  }

  /// The uploads by their names.
  var uploads: [(id: String, upload: Upload)] {
    state.withLock { state in
      state.uploads.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
        .map { (id: $0.key, upload: $0.value) }
    }
  }

  /// Makes room for a file: in a dataset that is there, or in a new one.
  ///
  /// - Throws: ``Refusal`` where there is no room, or no such dataset.
  /// - Returns: The dataset, and where the file is to be written.
  func place(for name: UploadName, bytes: Int, in dataset: String?) throws(Refusal) -> (
    id: String, path: String
  ) {
    let limits = limits
    let outcome: Result<(id: String, path: String), Refusal> = state.withLock { state in
      let all = state.uploads.values.reduce(0) { $0 + $1.bytes }
      guard all + bytes <= limits.together else {
        return .failure(
          Refusal(
            .tooLarge,
            "That is more than \(RequestBody.text(limits.together)) together; close a dataset first."
          ))
      }
      if let dataset {
        guard var upload = state.uploads[dataset] else {
          return .failure(Refusal(.notFound, "That dataset is no longer here; open it again."))
        }
        guard upload.names.contains(name.text) || upload.names.count < limits.files else {
          return .failure(
            Refusal(.tooLarge, "A dataset has at most \(limits.files) files here."))
        }
        upload.bytes += bytes
        state.uploads[dataset] = upload
        return .success((dataset, "\(upload.folder)/\(name.text)"))
      }
      guard state.uploads.count < limits.datasets else {
        return .failure(
          Refusal(
            .tooLarge, "There are \(limits.datasets) datasets open; close one first."))
      }
      let id = "u\(state.next)"
      state.next += 1
      let folder = "\(self.folder)/\(id)"
      guard Files.makeFolder(folder) else {
        return .failure(Refusal(.unavailable, "There is no room on the disk.", retryAfter: 30))
      }
      state.uploads[id] = Upload(folder: folder, names: [], bytes: bytes, revision: 0)
      return .success((id, "\(folder)/\(name.text)"))
    }
    return try outcome.get()
  }

  /// Notes that a file has arrived, or that it did not.
  func settle(_ id: String, _ name: UploadName, bytes: Int, arrived: Bool) {
    let orphan: String? = state.withLock { state in
      guard var upload = state.uploads[id] else { return nil }
      if arrived {
        if !upload.names.contains(name.text) { upload.names.append(name.text) }
        upload.revision += 1
      } else {
        upload.bytes -= bytes
      }
      state.uploads[id] = upload
      guard upload.names.isEmpty else { return nil }
      state.uploads[id] = nil
      return upload.folder
    }
    if let orphan { Files.remove(orphan) }
  }

  /// Forgets a dataset that was sent.
  func forget(_ id: String) throws(Refusal) {
    drop(id)
    guard let upload = state.withLock({ $0.uploads.removeValue(forKey: id) }) else {
      throw Refusal(.notFound, "That dataset is no longer here.")
    }
    Files.remove(upload.folder)
  }

  /// The changed copy of a dataset; `nil` if nothing of it was changed.
  func draft(_ id: String) -> Draft? { state.withLock { $0.drafts[id] } }

  /// The changed copy of a dataset, which is made where there is none.
  func openDraft(_ id: String, of source: DatasetSource) throws(Refusal) -> Draft {
    if let draft = draft(id) { return draft }
    let number = state.withLock { state in
      defer { state.next += 1 }
      return state.next
    }
    let draft = try Draft(of: source, in: "\(folder)/d\(number)")
    state.withLock { $0.drafts[id] = draft }
    return draft
  }

  /// Notes that cells of a draft were changed.
  func count(_ changes: Int, in id: String) { state.withLock { $0.drafts[id]?.changes += changes } }

  /// Forgets the changes of a dataset.
  func drop(_ id: String) {
    if let draft = state.withLock({ $0.drafts.removeValue(forKey: id) }) {
      Files.remove(draft.folder)
    }
  }

  /// Begins a job.
  func begin(_ order: Order, in workshop: Workshop) throws(Refusal) -> Job {
    let (number, old) = state.withLock { state in
      let ended = state.jobs.filter(\.hasEnded)
      let old = Array(ended.prefix(max(0, state.jobs.count + 1 - limits.results)))
      state.jobs.removeAll { job in old.contains { $0 === job } }
      defer { state.next += 1 }
      return (state.next, old)
    }
    for job in old { Files.remove(job.folder) }
    let job = Job(number: number, order: order, folder: "\(folder)/j\(number)")
    guard Files.makeFolder(job.folder) else {
      throw Refusal(.unavailable, "There is no room on the disk.", retryAfter: 30)
    }
    do throws(Refusal) {
      try workshop.take(job)
    } catch {
      Files.remove(job.folder)
      throw error
    }
    state.withLock { $0.jobs.append(job) }
    return job
  }

  /// A job by its number; `nil` if there is none or it was long ago.
  func job(_ number: Int) -> Job? {
    state.withLock { state in state.jobs.first { $0.number == number } }
  }

  /// Ends its work.
  func cancelAll() {
    for job in state.withLock({ $0.jobs }) { job.cancel() }
  }

  /// Ends everything and forgets it.
  func close() {
    let jobs = state.withLock { state in
      defer { state = State() }
      return state.jobs
    }
    for job in jobs { job.cancel() }
    for job in jobs { job.wait(.seconds(2)) }
    Files.remove(folder)
  }
}

extension Session.Upload {
  /// Where the dataset is: a lone file, or the folder of several.
  var source: DatasetSource {
    let data = names.filter { !Self.companionEndings.contains(Self.ending(of: $0)) }
    let isFolder = data.count > 1
    let first = data.first ?? names.first ?? ""
    return DatasetSource(
      place: folder, argument: isFolder ? "." : first,
      shown: isFolder ? "\(data.count) files" : first, companions: folder)
  }

  /// What lies beside data and is none.
  private static let companionEndings: Set = ["potx", "pptx"]

  private static func ending(of name: String) -> String {
    name.split(separator: ".").last?.lowercased() ?? ""
  }
}
