import Containers

/// Remarks beside the cells of a sheet: those that are there stay, ours are added, and ours of earlier runs go.
struct RemarkPatch {
  /// Who our remarks are by.
  private static let author = "ecomap"

  private let sheet: String
  private let texts: [Int: [Int: String]]
  /// Whether ours of earlier runs stay, but for those at the cells that get one.
  private let isKeepingOurs: Bool

  /// Adds remarks to the sheet of a part, by row and column counted from 1.
  ///
  /// A cell with a thread of comments gets none, since a remark belongs to its thread.
  static func add(
    _ texts: [Int: [Int: String]], to sheet: String, _ book: inout WorkbookPatch,
    keepingOurs: Bool = false
  ) throws(ReadError) {
    try Self(sheet: sheet, texts: texts, isKeepingOurs: keepingOurs).add(to: &book)
  }

  private func add(to book: inout WorkbookPatch) throws(ReadError) {
    let links = try book.links(of: sheet)
    let present = links.first { $0.type == "comments" }?.part
    guard present != nil || !texts.isEmpty else { return }
    let path = present ?? book.freePath("xl/comments", ".xml")
    var (spans, patch) = try book.opened(
      path, depth: 5,
      orElse:
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"\(book.standard.main)\"><authors></authors><commentList></commentList></comments>"
    )
    guard let authors = spans.first("authors", depth: 1),
      let list = spans.first("commentList", depth: 1)
    else { return }
    let names = spans.children(of: authors, named: "author").map {
      String(decoding: patch.bytes[$0.content], as: UTF8.self)
    }
    let ours = names.firstIndex(of: Self.author)
    var taken = try Self.threaded(links, &book)
    var removed: Set<String> = []
    for comment in spans.children(of: list, named: "comment") {
      guard let reference = patch.value("ref", of: comment) else { continue }
      let text = SheetReader.place(reference).flatMap { texts[Int($0.row)]?[Int($0.column)] }
      if let ours, patch.value("authorId", of: comment) == "\(ours)" {
        guard !isKeepingOurs || text != nil else { continue }
        patch.replace(comment.range, with: "")
        removed.insert(reference)
        continue
      }
      if !taken.contains(reference), text != nil || !isKeepingOurs {
        Self.extend(comment, with: text, spans, &patch)
      }
      taken.insert(reference)
    }
    var added: [(row: Int, column: Int)] = []
    for (row, columns) in texts.sorted(by: { $0.key < $1.key }) {
      for (column, text) in columns.sorted(by: { $0.key < $1.key }) {
        let reference = SheetPatch.reference(row: row, column: column)
        guard !taken.contains(reference) else { continue }
        patch.append(
          XMLText.prefixed(
            "<comment ref=\"\(reference)\" authorId=\"\(ours ?? names.count)\"><text><r><t xml:space=\"preserve\">\(Self.escaped(text))</t></r></text></comment>",
            list.prefix), to: list)
        if removed.remove(reference) == nil { added.append((row, column)) }
      }
    }
    if ours == nil, !added.isEmpty {
      patch.append(XMLText.prefixed("<author>\(Self.author)</author>", authors.prefix), to: authors)
    }
    guard !patch.isEmpty else { return }
    book.set(path, to: patch.document)
    if present == nil {
      try book.declare(
        part: path, as: "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml")
      _ = try book.link(sheet, to: path, type: "comments")
    }
    try RemarkShapes(sheet: sheet, added: added, removed: removed).change(in: &book)
  }

  private static func escaped(_ text: String) -> String {
    XMLText.escaped(SharedStrings.escaped(text))
  }

  /// The cells that have threads of comments.
  private static func threaded(
    _ links: [OfficeParts.Link], _ book: inout WorkbookPatch
  ) throws(ReadError) -> Set<String> {
    var cells: Set<String> = []
    for link in links where link.type == "threadedComment" {
      let (spans, patch) = try book.opened(link.part, depth: 1, orElse: "<ThreadedComments/>")
      cells.formUnion(spans.compactMap { patch.value("ref", of: $0) })
    }
    return cells
  }

  /// What parts our words from those of whoever wrote the remark.
  private static let mark = "\n\necomap: "

  /// Puts our words behind those of a remark, in its last piece of text, and takes those of an earlier run away.
  private static func extend(
    _ comment: XMLSpan, with words: String?, _ spans: [XMLSpan], _ patch: inout XMLPatch
  ) {
    guard let text = spans.children(of: comment, named: "text").first else { return }
    let runs = spans.children(of: text, named: "r").flatMap { spans.children(of: $0, named: "t") }
    guard let last = (spans.children(of: text, named: "t") + runs).last else {
      if let words {
        patch.append(
          XMLText.prefixed("<t xml:space=\"preserve\">\(escaped(words))</t>", text.prefix), to: text
        )
      }
      return
    }
    let content = Array(patch.bytes[last.content])
    let start = Self.start(of: Array(XMLText.escaped(mark).utf8), in: content)
    let addition = words.map { escaped(mark + $0) } ?? ""
    if let start {
      patch.replace((last.content.lowerBound + start)..<last.content.upperBound, with: addition)
    } else {
      patch.append(addition, to: last)
    }
  }

  private static func start(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= mark.count else { return nil }
    return (0...(bytes.count - mark.count)).first {
      bytes[$0..<($0 + mark.count)].elementsEqual(mark)
    }
  }
}
