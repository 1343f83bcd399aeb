import Containers
import EcosystemModel

/// The styles of a workbook, to which others are added.
struct StylePatch {
  /// What is new of a style.
  struct Look: Hashable {
    var font: Font?
    var severity: Severity?
    var isWrapped = false
  }

  /// A font that differs from the workbook's own.
  enum Font { case bold, link }

  private var patch: XMLPatch
  private let spans: [XMLSpan]
  private let root: XMLSpan
  private var additions: [String: [String]] = [:]
  private var fills: [Severity: Int] = [:]
  private var fonts: [Font: Int] = [:]
  private var filled: [Int: [Severity: Int]] = [:]
  private var plainStyles: [Int: Int?] = [:]
  /// What each list holds already.
  private var present: [String: [XMLSpan]] = [:]
  private var looks: [Look: Int] = [:]

  /// The lists of a style sheet in the order of the standard, with what each must begin with.
  private static let lists: [(name: String, item: String, first: [String])] = [
    ("numFmts", "numFmt", []),
    (
      "fonts", "font",
      ["<font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"]
    ),
    (
      "fills", "fill",
      [
        "<fill><patternFill patternType=\"none\"/></fill>",
        "<fill><patternFill patternType=\"gray125\"/></fill>",
      ]
    ),
    ("borders", "border", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]),
    ("cellStyleXfs", "xf", []),
    ("cellXfs", "xf", ["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"]),
  ]

  /// Starts with the bytes of `xl/styles.xml`, or of an empty one.
  init(_ bytes: [UInt8]) throws(XMLFault) {
    spans = try XMLSpan.all(in: bytes, depth: 4)
    patch = XMLPatch(bytes)
    root = spans[0]
    for list in Self.lists {
      guard let span = spans.first(list.name, depth: 1) else { continue }
      present[list.name] = spans.children(of: span, named: list.item)
    }
  }

  /// The colours of marks: those of Excel's own for bad, neutral and remarked cells but for a shade, so that a cell that bears one was
  /// coloured by us.
  private static func colour(_ severity: Severity) -> String {
    switch severity {
    case .error: "FFFFC8CF"
    case .warning: "FFFFECA0"
    case .note: "FFDCEBF8"
    }
  }

  /// The style of a cell once it is marked; a cell that has a colour of its own keeps it.
  mutating func marked(_ style: Int, _ severity: Severity) -> Int {
    if let known = filled[style]?[severity] { return known }
    let result = hasFill(style) ? style : added(style, fill: fill(severity))
    filled[style, default: [:]][severity] = result
    return result
  }

  /// A style of nothing but a look.
  mutating func style(_ look: Look) -> Int {
    if let known = looks[look] { return known }
    let font = look.font.map { self.font($0) } ?? 0
    let fill = look.severity.map { self.fill($0) } ?? 0
    let alignment =
      look.isWrapped
      ? "<alignment vertical=\"top\" wrapText=\"1\"/>" : "<alignment vertical=\"top\"/>"
    let index = add(
      "<xf numFmtId=\"0\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"0\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">\(alignment)</xf>",
      to: "cellXfs")
    looks[look] = index
    return index
  }

  /// The style without a mark of ours; `nil` if it has none.
  mutating func unmarked(_ style: Int) -> Int? {
    if let known = plainStyles[style] { return known }
    let plain = plainStyle(of: style)
    plainStyles[style] = .some(plain)
    return plain
  }

  private mutating func plainStyle(of style: Int) -> Int? {
    guard let format = format(style),
      let fill = patch.value("fillId", of: format).flatMap({ Int($0) }),
      let span = item(fill, of: "fills"), isOurs(span)
    else { return nil }
    let wanted = text(of: format, fill: 0)
    let plain = items(of: "cellXfs").firstIndex { other in
      patch.value("fillId", of: other) ?? "0" == "0" && text(of: other, fill: 0) == wanted
    }
    return plain ?? added(style, fill: 0)
  }

  /// Whether anything was added.
  var isChanged: Bool { !additions.isEmpty }

  /// The style sheet with what was added.
  var document: [UInt8] {
    var patch = patch
    for (position, list) in Self.lists.enumerated() {
      guard let added = additions[list.name], !added.isEmpty else { continue }
      if let span = spans.first(list.name, depth: 1) {
        patch.append(added.joined(), to: span)
        patch.set("count", to: "\(items(of: list.name).count + added.count)", of: span)
      } else {
        let earlier = Set(Self.lists[..<position].map(\.name))
        let before = spans.last { $0.depth == 1 && earlier.contains($0.localName) }
        let name = root.prefix + list.name
        let markup = "<\(name) count=\"\(added.count)\">\(added.joined())</\(name)>"
        if let before {
          patch.insert(markup, at: before.range.upperBound)
        } else if root.isOneTag {
          patch.append(markup, to: root)
        } else {
          patch.insert(markup, at: root.content.lowerBound)
        }
      }
    }
    return patch.document
  }

  private func items(of list: String) -> [XMLSpan] { present[list] ?? [] }

  private func item(_ index: Int, of list: String) -> XMLSpan? {
    let all = items(of: list)
    return all.indices.contains(index) ? all[index] : nil
  }

  private func format(_ style: Int) -> XMLSpan? { item(style, of: "cellXfs") }

  private func hasFill(_ style: Int) -> Bool {
    guard let format = format(style),
      let index = patch.value("fillId", of: format).flatMap({ Int($0) }),
      index > 0, let fill = item(index, of: "fills")
    else { return false }
    guard let pattern = spans.children(of: fill, named: "patternFill").first else { return true }
    return patch.value("patternType", of: pattern) ?? "none" != "none"
  }

  private func isOurs(_ fill: XMLSpan) -> Bool {
    let colours = Severity.allCases.map(Self.colour)
    return spans.children(of: fill, named: "patternFill").contains { pattern in
      spans.children(of: pattern, named: "fgColor").contains {
        patch.value("rgb", of: $0).map(colours.contains) ?? false
      }
    }
  }

  private mutating func fill(_ severity: Severity) -> Int {
    if let known = fills[severity] { return known }
    let colour = Self.colour(severity)
    let index = add(
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(colour)\"/><bgColor indexed=\"64\"/></patternFill></fill>",
      to: "fills")
    fills[severity] = index
    return index
  }

  private mutating func font(_ font: Font) -> Int {
    if let known = fonts[font] { return known }
    let words =
      font == .bold
      ? "<b/><sz val=\"11\"/>" : "<u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/>"
    let index = add(
      "<font>\(words)<name val=\"Calibri\"/><family val=\"2\"/></font>", to: "fonts")
    fonts[font] = index
    return index
  }

  /// A style that differs from another in its fill alone.
  private mutating func added(_ style: Int, fill: Int) -> Int {
    guard let format = format(style) else {
      return add(
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"\(fill)\" borderId=\"0\" applyFill=\"1\"/>",
        to: "cellXfs")
    }
    return add(written: text(of: format, fill: fill), to: "cellXfs")
  }

  /// A format as it is written, with another fill.
  private func text(of format: XMLSpan, fill: Int) -> String {
    var clone = XMLPatch(Array(patch.bytes[format.range]))
    guard let span = try? XMLSpan.all(in: clone.bytes, depth: 0).first else { return "" }
    clone.set("fillId", to: "\(fill)", of: span)
    clone.set("applyFill", to: fill == 0 ? "0" : "1", of: span)
    return String(decoding: clone.document, as: UTF8.self)
  }

  /// Adds an item to a list, and gives its number.
  private mutating func add(_ markup: String, to list: String) -> Int {
    add(written: XMLText.prefixed(markup, root.prefix), to: list)
  }

  private mutating func add(written markup: String, to list: String) -> Int {
    if spans.first(list, depth: 1) == nil, additions[list] == nil,
      let first = Self.lists.first(where: { $0.name == list })?.first
    {
      additions[list] = []
      for item in first { _ = add(item, to: list) }
    }
    additions[list, default: []].append(markup)
    return items(of: list).count + (additions[list]?.count ?? 1) - 1
  }
}
