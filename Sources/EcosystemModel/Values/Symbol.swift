internal import Synchronization

/// A text that stands for itself by a number: equal texts have one, however often they occur.
///
/// What names entities is compared, hashed and copied far more often than it is read. The texts live as long as the process; a
/// dataset read again has the same ones. As with `String`, texts that Unicode holds for the same are equal, and each keeps its
/// own spelling.
struct Symbol: Sendable {
  /// The place of the text; odd if equal texts may be spelt otherwise, which plain ASCII cannot.
  private let code: UInt32

  /// Finds the number of a text, or gives it one.
  init(_ text: String) {
    code = Self.table.withLock { $0.code(of: text) }
  }

  /// The text.
  var text: String { Self.table.withLock { $0.texts[Int(code >> 1)] } }

  private var isPlain: Bool { code & 1 == 0 }

  /// The code of the first spelling met of the same text.
  var canonicalCode: UInt32 {
    isPlain ? code : Self.table.withLock { $0.canonicalCodes[code] ?? code }
  }

  private static let table = Mutex(SymbolTable())
}

extension Symbol: Hashable {
  static func == (left: Self, right: Self) -> Bool {
    left.code == right.code
      || (!left.isPlain && !right.isPlain && left.canonicalCode == right.canonicalCode)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(canonicalCode) }
}

extension Symbol: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    left.code != right.code && left.text < right.text
  }
}

/// All texts that have a number.
private struct SymbolTable {
  var texts: [String] = []
  /// The first spelling of a text, where it may be spelt otherwise too.
  var canonicalCodes: [UInt32: UInt32] = [:]
  private var codes = TextIndex()
  private var otherSpellings: [UInt32: [UInt32]] = [:]

  mutating func code(of text: String) -> UInt32 {
    guard let known = codes[text].map(UInt32.init(bitPattern:)) else {
      let code = append(text)
      codes[text] = Int32(bitPattern: code)
      return code
    }
    guard known & 1 == 1 else { return known }
    let spellings = [known] + (otherSpellings[known] ?? [])
    if let same = spellings.first(where: { texts[Int($0 >> 1)].utf8.elementsEqual(text.utf8) }) {
      return same
    }
    let code = append(text)
    canonicalCodes[code] = known
    otherSpellings[known, default: []].append(code)
    return code
  }

  private mutating func append(_ text: String) -> UInt32 {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    // An own copy, so that no text keeps the file alive that it was cut from.
    texts.append(String(decoding: Array(text.utf8), as: UTF8.self))
    return UInt32(texts.count - 1) << 1 | (isPlain ? 0 : 1)
  }
}
