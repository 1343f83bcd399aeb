import EcosystemModel

/// A number format that shows whole numbers as identifiers: zeros before them, letters in front, strokes between the digits.
///
/// `000` shows 7 as `007`, `"P-"0` as `P-7`, `00-00` as `00-07`. Words behind the digits and currencies in front are units, and no part of an
/// identifier.
struct DigitPattern {
  private enum Piece { case digit, literal(Character) }

  private let pieces: [Piece]

  /// Reads a format code; `nil` if it shows a number as a number, or is no such format.
  init?(_ code: String) {
    var pieces: [Piece] = []
    var characters = code.prefix { $0 != ";" }[...]
    while let character = characters.popFirst() {
      switch character {
      case "0": pieces.append(.digit)
      case "\"":
        let quoted = characters.prefix { $0 != "\"" }
        pieces += quoted.map(Piece.literal)
        characters = characters.dropFirst(quoted.count + 1)
      case "\\":
        guard let next = characters.popFirst() else { return nil }
        pieces.append(.literal(next))
      case "-", "/", " ", "(", ")": pieces.append(.literal(character))
      default: return nil
      }
    }
    guard case .digit? = pieces.last, pieces.count > 1 else { return nil }
    let prefix = String(
      pieces.prefix { if case .literal = $0 { true } else { false } }.compactMap {
        if case .literal(let character) = $0 { character } else { nil }
      })
    let isUnit = prefix.contains(where: \.isCurrencySymbol) || QuantityUnit(prefix.trimmed) != nil
    guard !isUnit, !prefix.hasSuffix(" ") else { return nil }
    // A sign or a bracket alone says how the number is meant.
    guard prefix.isEmpty || prefix.contains(where: \.isLetter) else { return nil }
    self.pieces = pieces
  }

  /// What is shown of a number; `nil` if it is negative, no whole number or very large.
  func text(of number: Double) -> String? {
    guard number >= 0, number < 1e15, number == number.rounded() else { return nil }
    var digits = Array(String(Int64(number)))
    var places = pieces.count { if case .digit = $0 { true } else { false } }
    digits.insert(contentsOf: repeatElement("0", count: max(0, places - digits.count)), at: 0)
    var result = ""
    for piece in pieces {
      switch piece {
      case .literal(let character): result.append(character)
      case .digit:
        // The first place holds all digits that are too many.
        let count = digits.count - places + 1
        result += digits.prefix(count)
        digits.removeFirst(count)
        places -= 1
      }
    }
    return result
  }
}
