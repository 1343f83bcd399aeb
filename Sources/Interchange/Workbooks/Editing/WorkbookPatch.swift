import Containers

/// A workbook of somebody's own that is changed part by part: parts that nothing touches stay as they are, byte for byte.
struct WorkbookPatch: ~Copyable {
  /// The path of the part that lists the sheets.
  let book: String
  /// What the names of links and elements begin with, which the strict standard has otherwise.
  let standard: Standard
  private let original: [UInt8]
  private var parts: OfficeParts
  private var changed: [ZipArchive.Entry] = []

  /// One of the two forms of the standard.
  enum Standard {
    case transitional, strict

    /// The namespace of links.
    var links: String {
      self == .strict
        ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
        : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    /// The namespace of what is in a workbook.
    var main: String {
      self == .strict
        ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
        : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    }
  }

  /// Opens the workbook in a file's bytes.
  ///
  /// - Throws: ``ReadError`` where it is none, or holds macros, whose signature any change would break.
  static func open(_ bytes: [UInt8], file: String) throws(ReadError) -> WorkbookPatch {
    var parts = try OfficeParts.open(bytes, file: file)
    if parts.names.contains(where: { $0.hasSuffix("vbaProject.bin") }) {
      throw ReadError(
        .refused,
        "\"\(file)\" holds macros, and workbooks with macros are not written; in Excel save a copy as \"Excel Workbook (.xlsx)\"."
      )
    }
    let book = try parts.bookPath()
    let start = try parts.text(book)?.prefix(2000) ?? []
    let isStrict = String(decoding: start, as: UTF8.self).contains("purl.oclc.org")
    return Self(book: book, standard: isStrict ? .strict : .transitional, bytes, parts)
  }

  private init(
    book: String, standard: Standard, _ bytes: [UInt8], _ parts: consuming OfficeParts
  ) {
    self.book = book
    self.standard = standard
    original = bytes
    self.parts = parts
  }

  /// A part as UTF-8, as it is by now; `nil` if there is none at the path.
  mutating func text(_ path: String) throws(ReadError) -> [UInt8]? {
    if let part = changed.first(where: { $0.name == path }) { return part.bytes }
    guard let bytes = try parts.bytes(path) else { return nil }
    let text = try parts.decoded(bytes, path)
    // What was UTF-16 says so, and is written as UTF-8.
    guard bytes.first ?? 0 >= 0xFE, text.starts(with: "<?xml".utf8),
      let end = text.firstIndex(of: UInt8(ascii: ">"))
    else { return text }
    return Array(text[(end + 1)...])
  }

  /// Gives a part other bytes, or adds it.
  mutating func set(_ path: String, to bytes: [UInt8]) {
    if let index = changed.firstIndex(where: { $0.name == path }) {
      changed[index].bytes = bytes
    } else {
      changed.append(.init(name: path, bytes: bytes))
    }
  }

  /// The elements of a part, and the patch that changes it.
  mutating func opened(
    _ path: String, depth: Int, orElse fallback: String
  ) throws(ReadError) -> (spans: [XMLSpan], patch: XMLPatch) {
    let bytes = try text(path) ?? Array(fallback.utf8)
    do {
      return (try XMLSpan.all(in: bytes, depth: depth), XMLPatch(bytes))
    } catch {
      throw damaged(error)
    }
  }

  /// A path that no part has: a beginning, a number and an ending.
  func freePath(_ beginning: String, _ ending: String) -> String {
    let taken = Set((parts.names + changed.map(\.name)).map { $0.lowercased() })
    var number = 1
    while taken.contains("\(beginning)\(number)\(ending)".lowercased()) { number += 1 }
    return "\(beginning)\(number)\(ending)"
  }

  /// The links of a part, as they are by now.
  mutating func links(of part: String) throws(ReadError) -> [OfficeParts.Link] {
    guard let bytes = try text(OfficeParts.linksPath(of: part)) else { return [] }
    return try parts.links(in: bytes, of: part)
  }

  /// Adds a link to a part, and gives its id.
  mutating func link(
    _ part: String, to target: String, type: String
  ) throws(ReadError) -> String {
    let taken = Set(try links(of: part).map(\.id))
    var number = taken.count + 1
    while taken.contains("rId\(number)") { number += 1 }
    let path = OfficeParts.linksPath(of: part)
    var (spans, patch) = try opened(
      path, depth: 0,
      orElse:
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
    )
    patch.append(
      "<\(spans[0].prefix)Relationship Id=\"rId\(number)\" Type=\"\(standard.links)/\(type)\" Target=\"/\(XMLText.escaped(target))\"/>",
      to: spans[0])
    set(path, to: patch.document)
    return "rId\(number)"
  }

  /// Says what sort of content a part has.
  mutating func declare(part: String, as type: String) throws(ReadError) {
    try declare("Override", "PartName", "/\(part)", type)
  }

  /// Says what sort of content the parts of an ending have, unless that is said already.
  mutating func declare(ending: String, as type: String) throws(ReadError) {
    try declare("Default", "Extension", ending, type)
  }

  private mutating func declare(
    _ element: String, _ key: String, _ value: String, _ type: String
  ) throws(ReadError) {
    let path = "[Content_Types].xml"
    var (spans, patch) = try opened(
      path, depth: 1,
      orElse: "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
    let isThere = spans.contains { span in
      span.localName == element
        && patch.value(key, of: span)?.lowercased() == value.lowercased()
    }
    guard !isThere else { return }
    let markup =
      "<\(spans[0].prefix)\(element) \(key)=\"\(XMLText.escaped(value))\" ContentType=\"\(type)\"/>"
    // Some readers want the defaults first.
    if element == "Default", spans.count > 1 {
      patch.insert(markup, at: spans[1].range.lowerBound)
    } else {
      patch.append(markup, to: spans[0])
    }
    set(path, to: patch.document)
  }

  /// The fault of a part's markup as one of the file.
  func damaged(_ fault: XMLFault) -> ReadError {
    WorkbookRefusal.noWorkbook(parts.file, fault.message)
  }

  /// The bytes of the changed workbook.
  consuming func finished() throws(ReadError) -> [UInt8] {
    do throws(ZipFault) {
      return try ZipArchive.edited(original, with: changed)
    } catch {
      throw WorkbookRefusal.error(error, file: parts.file)
    }
  }
}
