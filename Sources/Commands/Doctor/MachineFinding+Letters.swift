import EcosystemModel
import GraphvizKit
import Insights

extension MachineFinding {
  /// Whether each letter of the names in some data can be drawn by a font that is here.
  static func letters(of ecosystem: Ecosystem) -> MachineFinding {
    let subject = "letters of the data"
    guard let fonts = InstalledFonts() else {
      return MachineFinding(
        subject: subject, state: .note, detail: "which fonts are here cannot be asked")
    }
    let letters = Set(names(of: ecosystem).lazy.flatMap(\.unicodeScalars).filter(needsFont))
    let missing = fonts.missing(from: letters)
    guard !missing.isEmpty else {
      return MachineFinding(
        subject: subject, state: .fine, detail: "a font for each of \(letters.count)")
    }
    let scripts = Dictionary(grouping: missing, by: script)
    let words = scripts.sorted { $0.key < $1.key }.map { script, letters in
      let shown = letters.prefix(5).map(String.init).joined(separator: " ")
      return "\(script) (\(shown)\(letters.count > 5 ? " …" : ""): \(package(for: script)))"
    }
    return MachineFinding(
      subject: subject, state: .missing,
      detail:
        "no font here draws \(Phrase.list(words)); in brackets the package of Debian and Ubuntu that has one"
    )
  }

  /// Whether a name has letters that the fonts of a bare machine may lack, so that looking at these is worth the time.
  static func needsMoreThanLatin(_ ecosystem: Ecosystem) -> Bool {
    names(of: ecosystem).contains { name in
      name.unicodeScalars.contains {
        (0x0590..<0x1E00).contains($0.value) || $0.value >= 0x2E80
      }
    }
  }

  private static func names(of ecosystem: Ecosystem) -> [String] {
    ecosystem.companies.map(\.name) + ecosystem.functions.map(\.name)
      + ecosystem.people.map(\.name) + ecosystem.alliances.map(\.name)
      + ecosystem.programs.map(\.name) + ecosystem.committees.map(\.name)
      + ecosystem.views.compactMap(\.title)
  }

  /// Whether the character is drawn at all: spaces, marks of direction and joiners are not.
  private static func needsFont(_ character: Unicode.Scalar) -> Bool {
    let properties = character.properties
    return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
      && ![.control, .format, .surrogate, .privateUse, .unassigned]
        .contains(properties.generalCategory)
  }

  /// The script of a character, in the words with which its name in Unicode begins, such as `Arabic`.
  private static func script(_ character: Unicode.Scalar) -> String {
    if character.properties.isEmojiPresentation { return "emoji" }
    guard let word = character.properties.name?.split(separator: " ").first else { return "others" }
    return word == "CJK" ? "CJK" : word.prefix(1) + word.dropFirst().lowercased()
  }

  /// Where a font for a script is found.
  private static func package(for script: String) -> String {
    switch script {
    case "CJK", "Hiragana", "Katakana", "Hangul", "Bopomofo": "fonts-noto-cjk"
    case "emoji": "fonts-noto-color-emoji"
    default: "fonts-noto-core"
    }
  }
}
