import Containers

/// What the cell styles of a workbook show: which of them numbers as dates, and which texts further to the right.
struct NumberFormats {
  /// By the index of the style, which cells name.
  private var forms: [MomentForm?] = []
  /// How a style shows whole numbers as identifiers, by the index of the style.
  private var patterns: [DigitPattern?] = []

  /// How far a style moves text to the right, by the index of the style; those without are left out.
  private var indents: [Int: UInt8] = [:]

  /// No style is one of dates.
  init() {}

  /// Reads `xl/styles.xml`.
  init(_ bytes: [UInt8]) throws(XMLFault) {
    var scanner = XMLScanner(bytes)
    var codes: [Int: String] = [:]
    var isInCellFormats = false
    while true {
      switch try scanner.next() {
      case .start:
        if scanner.name == "numFmt", let id = scanner.attribute("numFmtId").flatMap({ Int($0) }) {
          codes[id] = scanner.attribute("formatCode") ?? ""
        } else if scanner.name == "cellXfs" {
          isInCellFormats = true
        } else if scanner.name == "xf", isInCellFormats {
          let id = scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
          patterns.append(codes[id].flatMap(DigitPattern.init))
          forms.append(codes[id].map(Self.form(ofCode:)) ?? Self.builtIn(id))
        } else if scanner.name == "alignment", isInCellFormats,
          let indent = scanner.attribute("indent").flatMap({ UInt8($0) }), indent > 0
        {
          indents[forms.count - 1] = indent
        }
      case .end: if scanner.name == "cellXfs" { isInCellFormats = false }
      case .text: break
      case .finish: return
      }
    }
  }

  /// How a style shows a number as a date or time; `nil` where it shows the number.
  func form(ofStyle index: Int) -> MomentForm? {
    forms.indices.contains(index) ? forms[index] : nil
  }

  /// The steps by which a style moves text to the right.
  func indent(ofStyle index: Int) -> UInt8 { indents[index] ?? 0 }

  /// What a style shows of a whole number where it shows more than its digits, such as `007`; `nil` where it does not.
  func identifier(_ number: Double, style index: Int) -> String? {
    patterns.indices.contains(index) ? patterns[index]?.text(of: number) : nil
  }

  /// The formats that files name by number only; ECMA-376 part 1, 18.8.30, with the East Asian ones.
  private static func builtIn(_ id: Int) -> MomentForm? {
    switch id {
    case 14, 15, 16, 27...31, 36, 50...54, 57, 58: .day
    case 17, 55, 56: id == 17 ? .month : .day
    case 22: .moment
    case 18...21, 32...35, 45...47: .time
    default: nil
    }
  }

  /// What a format code shows: letters outside quotes, brackets and escapes.
  static func form(ofCode code: String) -> MomentForm? {
    var letters: Set<Character> = []
    var characters = code.lowercased().makeIterator()
    scan: while let character = characters.next() {
      switch character {
      case "\"": while let next = characters.next(), next != "\"" {}
      case "\\", "_", "*": _ = characters.next()
      case "[":
        var inside = ""
        while let next = characters.next(), next != "]" { inside.append(next) }
        // `[h]` counts hours beyond a day; `[Red]` and `[$-409]` say nothing.
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          letters.insert(first)
        }
      case ";": break scan
      case "g": if code.lowercased().hasPrefix("general") { return nil }
      default: letters.insert(character)
      }
    }
    let hasTime = letters.contains("h") || letters.contains("s")
    if letters.contains("d") { return hasTime ? .moment : .day }
    if letters.contains("y") {
      return hasTime ? .moment : letters.contains("m") ? .month : .year
    }
    if hasTime { return .time }
    return letters.contains("m") ? .month : nil
  }
}
