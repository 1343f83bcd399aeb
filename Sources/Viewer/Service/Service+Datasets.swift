import GraphvizKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is done with the datasets of a session: sent, changed, saved.
extension Service {
  /// The dataset as it is drawn: its changed copy, where there is one.
  func source(_ id: String, _ session: Session) -> DatasetSource? {
    session.draft(id)?.source ?? original(id, session)
  }

  /// The dataset as it lies on the disk.
  private func original(_ id: String, _ session: Session) -> DatasetSource? {
    if id.hasPrefix("g"), let number = Int(id.dropFirst()), given.indices.contains(number - 1) {
      return given[number - 1]
    }
    return session.uploads.first { $0.id == id }.map { $0.upload.source }
  }

  private func found(_ id: String, _ session: Session) throws(Refusal) -> DatasetSource {
    guard let source = original(id, session) else {
      throw Refusal(.notFound, "That dataset is no longer here; open it again.")
    }
    return source
  }

  /// Changes cells in the session's copy of a dataset.
  func edit(_ id: String, _ bytes: [UInt8], _ session: Session) throws {
    guard let cells = try? JSONDecoder().decode([ChangedCell].self, from: Data(bytes)),
      (1...1000).contains(cells.count)
    else { throw Refusal(.badRequest, "The changes are not written as the page writes them.") }
    let draft = try session.openDraft(id, of: try found(id, session))
    let list = "\(draft.folder)/changes.json"
    guard let file = Files.create(list), file.write(bytes) else {
      throw Refusal(.unavailable, "There is no room on the disk.", retryAfter: 30)
    }
    try finish(try session.begin(.edit(draft, by: list), in: workshop))
    session.count(cells.count, in: id)
  }

  /// Writes the changes of a given dataset into its files.
  func keep(_ id: String, _ session: Session) throws {
    guard isWriting, id.hasPrefix("g") else {
      throw Refusal(
        .forbidden,
        "Files are only read here; save the changed workbook elsewhere, or have the page started with --write."
      )
    }
    let source = try found(id, session)
    guard let draft = session.draft(id) else { throw Refusal(.conflict, "Nothing was changed.") }
    guard draft.basis == source.revision else {
      throw Refusal(
        .conflict,
        "The file was changed by somebody else meanwhile; save the changed workbook elsewhere, or undo the changes."
      )
    }
    try finish(try session.begin(.keep(draft, for: source), in: workshop))
    session.drop(id)
  }

  private func finish(_ job: Job) throws(Refusal) {
    job.wait(.seconds(60))
    switch job.current {
    case .done: return
    case .failed(let reason): throw Refusal(.unprocessable, reason)
    case .waiting, .running, .cancelled:
      job.cancel()
      throw Refusal(.unavailable, "That took too long; try again.", retryAfter: 5)
    }
  }

  /// The file of a dataset as it is now, changes included.
  func file(of id: String, _ session: Session) throws(Refusal) -> Response {
    guard let source = source(id, session) else {
      throw Refusal(.notFound, "That dataset is no longer here; open it again.")
    }
    let path = source.absolute
    guard Files.isPlain(path), let size = Files.facts(of: path)?.size else {
      throw Refusal(.conflict, "That dataset is no file; save it as a workbook.")
    }
    return Results.download(path, size: size)
  }

  /// Takes a file: as a dataset of its own, or beside others.
  func upload(
    into dataset: String?, _ session: Session, _ head: RequestHead, _ body: inout RequestBody
  ) throws -> Response {
    guard let name = head.query["name"].flatMap(UploadName.init) else {
      throw Refusal(.badRequest, "The file has no name.")
    }
    let size = head.bodyLength
    guard size > 0 else { throw Refusal(.badRequest, "The file is empty.") }
    guard size <= limits.upload else {
      throw Refusal(
        .tooLarge, "A file may have \(RequestBody.text(limits.upload)) here; this one is larger.")
    }
    let (id, path) = try session.place(for: name, bytes: size, in: dataset)
    let draft = path + ".part"
    do {
      guard let file = Files.create(draft) else {
        throw Refusal(.unavailable, "There is no room on the disk.", retryAfter: 30)
      }
      try body.forEachPiece(atMost: limits.upload, within: limits.uploadTime) { piece in
        guard file.write(piece) else {
          throw Refusal(.unavailable, "There is no room on the disk.", retryAfter: 30)
        }
      }
      guard Files.rename(draft, path) else {
        throw Refusal(.unavailable, "There is no room on the disk.", retryAfter: 30)
      }
    } catch {
      Files.remove(draft)
      session.settle(id, name, bytes: size, arrived: false)
      throw error
    }
    session.settle(id, name, bytes: size, arrived: true)
    return Response(json: try encoded(["dataset": id]))
  }

  /// What is open, for the page.
  func state(of session: Session) throws -> [UInt8] {
    let own = session.uploads.filter { !$0.upload.names.isEmpty }
    return try encoded(
      given.enumerated().map { index, source in
        let id = "g\(index + 1)"
        return DatasetReport(
          id: id, name: source.shown, isGiven: true, changes: session.draft(id)?.changes ?? 0,
          isWritable: isWriting,
          isFolder: Files.facts(of: source.absolute)?.isFolder ?? false, files: [],
          revision: revision(id, String(source.revision, radix: 36), session))
      }
        + own.map { id, upload in
          DatasetReport(
            id: id, name: upload.source.shown, isGiven: false,
            changes: session.draft(id)?.changes ?? 0, isWritable: false,
            isFolder: upload.source.argument == ".", files: upload.names.sorted(),
            revision: revision(id, "\(upload.revision)", session))
        })
  }

  /// What differs whenever a dataset is to be drawn again.
  private func revision(_ id: String, _ own: String, _ session: Session) -> String {
    session.draft(id).map { "\(own)+\($0.folder.count).\($0.changes)" } ?? own
  }
}
