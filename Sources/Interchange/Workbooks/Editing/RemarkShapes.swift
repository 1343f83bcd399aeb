import Containers

/// The boxes in which a sheet's remarks open, in the older drawing language that workbooks have them in.
///
/// Other programs write that language loosely, so its text is not read as XML: boxes are cut out and put in.
struct RemarkShapes {
  let sheet: String
  let added: [(row: Int, column: Int)]
  let removed: Set<String>

  /// Changes the boxes of the sheet, and links the sheet to them.
  func change(in book: inout WorkbookPatch) throws(ReadError) {
    guard !added.isEmpty || !removed.isEmpty else { return }
    let (spans, patch) = try book.opened(sheet, depth: 1, orElse: "<worksheet/>")
    let id = spans.first("legacyDrawing", depth: 1).flatMap { patch.value("id", of: $0) }
    let present = try book.links(of: sheet).first { $0.id == id && id != nil }?.part
    let path = present ?? book.freePath("xl/drawings/vmlDrawing", ".vml")
    var text = String(decoding: try book.text(path) ?? Array(Self.empty.utf8), as: UTF8.self)
    if !removed.isEmpty { text = withoutRemoved(text) }
    guard let end = text.ranges(of: "</xml>").last?.lowerBound else { return }
    var number = (Self.numbers(in: text).max() ?? 1024) + 1
    var shapes = text.contains("_x0000_t202") ? "" : Self.type
    for cell in added {
      shapes += Self.shape(number, row: cell.row, column: cell.column)
      number += 1
    }
    text.insert(contentsOf: shapes, at: end)
    book.set(path, to: Array(text.utf8))
    guard present == nil else { return }
    try book.declare(
      ending: "vml", as: "application/vnd.openxmlformats-officedocument.vmlDrawing")
    let link = try book.link(sheet, to: path, type: "vmlDrawing")
    try place(link, spans, patch, in: &book)
  }

  /// The elements of a sheet that stand behind the link to its boxes, in the order of the standard.
  private static let later: Set<String> = [
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst", "AlternateContent",
  ]

  private func place(
    _ link: String, _ spans: [XMLSpan], _ patch: XMLPatch, in book: inout WorkbookPatch
  ) throws(ReadError) {
    var patch = patch
    let root = spans[0]
    let markup =
      "<\(root.prefix)legacyDrawing xmlns:r=\"\(book.standard.links)\" r:id=\"\(link)\"/>"
    let cells = spans.first("sheetData", depth: 1)?.range.upperBound ?? 0
    let next = spans.first {
      $0.depth == 1 && $0.range.lowerBound >= cells && Self.later.contains($0.localName)
    }
    if let next {
      patch.insert(markup, at: next.range.lowerBound)
    } else {
      patch.append(markup, to: root)
    }
    book.set(sheet, to: patch.document)
  }

  private static let empty =
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>"

  private static let type =
    "<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"

  private static func shape(_ number: Int, row: Int, column: Int) -> String {
    let top = max(0, row - 2)
    return
      "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s\(number)\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:210pt;height:90pt;z-index:\(number - 1024);visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\(column), 15, \(top), 2, \(column + 4), 31, \(top + 6), 1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>\(row - 1)</x:Row><x:Column>\(column - 1)</x:Column></x:ClientData></v:shape>"
  }

  /// The numbers of the shapes that are there.
  private static func numbers(in text: String) -> [Int] {
    text.split(separator: "_x0000_s").dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }
  }

  /// The text without the boxes of the cells that have no remark any more.
  private func withoutRemoved(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "<v:shape "),
      let close = rest[open.upperBound...].firstRange(of: "</v:shape>")
    {
      result += rest[..<open.lowerBound]
      let shape = rest[open.lowerBound..<close.upperBound]
      if !removed.contains(Self.cell(of: shape)) { result += shape }
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  /// The cell that a box belongs to; empty if it belongs to none.
  private static func cell(of shape: Substring) -> String {
    let numbers = ["x:Row", "x:Column"].compactMap { name -> Int? in
      guard let start = shape.firstRange(of: "<\(name)>") else { return nil }
      return Int(shape[start.upperBound...].prefix { $0.isNumber })
    }
    guard numbers.count == 2 else { return "" }
    return SheetPatch.reference(row: numbers[0] + 1, column: numbers[1] + 1)
  }
}
