import Containers

/// The looks of shapes as texts that can be compared.
enum ShapeLook {
  private static let fills: Set<String> = [
    "a:noFill", "a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill",
  ]

  /// Whether an element is a fill.
  static func isFill(_ element: Markup) -> Bool { fills.contains(element.name) }

  /// What fills a shape.
  static func fill(of properties: Markup?) -> String {
    guard let fill = properties?.children.first(where: isFill) else { return "" }
    switch fill.name {
    case "a:noFill": return "none"
    case "a:solidFill": return fill.children.first.map(colour) ?? ""
    default: return fill.name
    }
  }

  /// The outline: its colour, width, dashes and head.
  static func line(of properties: Markup?) -> String {
    guard let line = properties?.first("a:ln") else { return "" }
    return [
      fill(of: line), line["w"] ?? "",
      line.first("a:prstDash")?["val"] ?? line.first("a:custDash")?.name ?? "",
      line.first("a:tailEnd")?["type"] ?? "",
    ].joined(separator: "|")
  }

  /// The colour of the first letters.
  static func ink(of body: Markup) -> String {
    let look = body.all("a:rPr").first { $0.first("a:solidFill") != nil }
    return look?.first("a:solidFill")?.children.first.map(colour) ?? ""
  }

  /// The look of all letters, whatever they say: size, weight, slant, lines, font and colours.
  static func letters(of body: Markup) -> String {
    var looks: [String] = []
    for run in body.all("a:rPr") {
      let font = run.first("a:latin")?["typeface"] ?? ""
      let signs = ["sz", "b", "i", "u", "strike", "baseline"].map { run[$0] ?? "" }
      let colours = [fill(of: run), run.first("a:highlight")?.children.first.map(colour) ?? ""]
      let look = (signs + colours + [font]).joined(separator: "|")
      if looks.last != look { looks.append(look) }
    }
    let sides = body.all("a:pPr").map { $0["algn"] ?? "" }
    return (looks + sides).joined(separator: ";")
  }

  /// A colour with what changes it.
  static func colour(_ element: Markup) -> String {
    let base = element["val"] ?? element["lastClr"] ?? ""
    let kind = element.name == "a:srgbClr" ? "#" + base.uppercased() : base
    return ([kind] + element.children.map { "\($0.name.dropFirst(2))=\($0["val"] ?? "")" })
      .joined(separator: " ")
  }
}

/// The colours of a deck's theme, by which looks of different spelling are compared.
struct DeckColours {
  /// Six hexadecimal digits by the name of a colour.
  var named: [String: String] = [:]

  /// Whether two fills, or two colours, look alike.
  func isSame(fill one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let a = rgb(one), let b = rgb(other) else {
      return ["", "none"].contains(one) && ["", "none"].contains(other)
    }
    return zip(a, b).allSatisfy { abs($0 - $1) <= 8 }
  }

  /// Whether two outlines look alike.
  func isSame(line one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (a, b) = (
      one.split(separator: "|", omittingEmptySubsequences: false),
      other.split(separator: "|", omittingEmptySubsequences: false)
    )
    func part(_ list: [Substring], _ place: Int) -> String {
      place < list.count ? String(list[place]) : ""
    }
    let (w, v) = (Double(part(a, 1)) ?? 0, Double(part(b, 1)) ?? 0)
    let isBare = ["", "none"].contains(part(a, 0)) && ["", "none"].contains(part(b, 0))
    // Programs call dashes by names of their own, so that only their being there counts.
    let hasDash = [part(a, 2), part(b, 2)].map { !["", "solid"].contains($0) }
    return isSame(fill: part(a, 0), part(b, 0))
      && (isBare || abs(w - v) <= 700 && hasDash[0] == hasDash[1])
  }

  /// Red, green and blue of a colour with what changes it, after the rules of DrawingML; `nil` if it is none.
  private func rgb(_ text: String) -> [Double]? {
    let words = text.split(separator: " ")
    guard let first = words.first else { return nil }
    let digits = first.hasPrefix("#") ? String(first.dropFirst()) : named[String(first)]
    guard let digits, digits.count == 6, let number = Int(digits, radix: 16) else { return nil }
    var parts = [16, 8, 0].map { Double(number >> $0 & 255) / 255 }
    for word in words.dropFirst() {
      let pair = word.split(separator: "=")
      guard pair.count == 2, let value = Double(pair[1]) else { continue }
      change(&parts, String(pair[0]), value / 100_000)
    }
    return parts.map { $0 * 255 }
  }

  private func change(_ parts: inout [Double], _ name: String, _ share: Double) {
    let (high, low) = (parts.max() ?? 0, parts.min() ?? 0)
    let lightness = (high + low) / 2
    /// The same hue and saturation at another lightness, or another saturation at the same.
    func mixed(_ wanted: Double, saturation: Double = 1) {
      let reach = 1 - abs(2 * lightness - 1)
      let new = 1 - abs(2 * wanted - 1)
      parts = parts.map { part in
        let offset = (part - lightness) * saturation * (reach > 0 ? new / reach : 0)
        return min(max(wanted + offset, 0), 1)
      }
    }
    switch name {
    case "lumMod": mixed(lightness * share)
    case "lumOff": mixed(min(lightness + share, 1))
    case "satMod": mixed(lightness, saturation: share)
    case "tint": parts = parts.map { $0 * share + 1 - share }
    case "shade": parts = parts.map { $0 * share }
    default: break
    }
  }
}
