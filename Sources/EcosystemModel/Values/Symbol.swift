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
    let new = newCode(for: text)
    let known = UInt32(bitPattern: codes.number(of: text, orSet: Int32(bitPattern: new)))
    if known == new {
      append(text)
      return new
    }
    guard known & 1 == 1 else { return known }
    let spellings = [known] + (otherSpellings[known] ?? [])
    if let same = spellings.first(where: { texts[Int($0 >> 1)].utf8.elementsEqual(text.utf8) }) {
      return same
    }
    append(text)
    canonicalCodes[new] = known
    otherSpellings[known, default: []].append(new)
    return new
  }

  private func newCode(for text: String) -> UInt32 {
    UInt32(texts.count) << 1 | (text.utf8.allSatisfy { $0 < 0x80 } ? 0 : 1)
  }

  private mutating func append(_ text: String) {
    // An own copy, so that no text keeps the file alive that it was cut from; a short one holds its bytes itself.
    texts.append(
      text.utf8.count <= 15 ? text : String(decoding: Array(text.utf8), as: UTF8.self))
  }
}
