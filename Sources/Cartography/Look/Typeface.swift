/// The letters of a sheet: the font that readers' programs are asked for.
///
/// Boxes are measured with Arial's widths whatever the font, so that a sheet looks the same wherever it is drawn. Letters of a
/// font that is wider are made smaller until their lines are as long as Arial's.
package struct Typeface: Hashable, Sendable, Codable {
  /// The name of the font, such as `Calibri`.
  package var family: String
  /// Fonts that stand in where there is no such font, in their order.
  package var fallbacks: [String]
  /// How wide texts are, where Arial's are 1.
  package var width: Double

  /// Names a font.
  ///
  /// - Parameters:
  ///   - family: The name of the font.
  ///   - fallbacks: Fonts that stand in for it.
  ///   - width: How wide texts are, where Arial's are 1; what is known of the font where missing, else 1.
  package init(_ family: String, fallbacks: [String] = [], width: Double? = nil) {
    self.family = Self.cleaned(family)
    self.fallbacks = fallbacks.map(Self.cleaned)
    self.width = width ?? Self.knownWidth(of: family) ?? 1
  }

  /// The name without signs that mean something in style sheets, markup or lists of fonts.
  package static func cleaned(_ name: String) -> String {
    name.filter { $0.isLetter || $0.isNumber || " -_.+".contains($0) }
  }

  /// The size of letters whose lines are as long as Arial's of size 1; narrow letters keep their size.
  package var scale: Double { min(1, 1 / max(width, 0.1)) }

  /// What is known of how wide texts in a font are, where Arial's are 1; `nil` for an unknown font.
  ///
  /// Mean advance widths weighted by the frequency of letters, between those of the regular and of the bold letters:
  /// those of https://github.com/seek-oss/capsize (system fonts) and of the metric equals in URW's base fonts.
  package static func knownWidth(of family: String) -> Double? {
    knownWidths[family.lowercased()]
  }

  private static let knownWidths: [String: Double] = [
    "arial": 1, "helvetica": 1, "liberation sans": 1, "arimo": 1, "nimbus sans": 1,
    "arial narrow": 0.82, "book antiqua": 1, "bookman old style": 1.11, "brush script": 0.75,
    "calibri": 0.89, "carlito": 0.89, "century gothic": 1.06, "century schoolbook": 1.06,
    "courier new": 1.35, "dejavu sans": 1.17, "georgia": 1.04, "helvetica neue": 1.01,
    "lucida grande": 1.1, "lucida sans unicode": 1.1, "oxygen": 1.01, "palatino linotype": 1,
    "roboto": 1, "segoe ui": 1, "tahoma": 1.03, "times new roman": 0.91,
    "trebuchet ms": 1.01, "verdana": 1.17,
  ]
}

extension Theme {
  /// The size of letters on the sheet, where Arial's are 1.
  package var letterScale: Double { typeface?.scale ?? 1 }

  /// The fonts that the output names, in the notation of style sheets; names with spaces in single quotes.
  package var fontFamily: String {
    guard let typeface else { return Self.fontFamily }
    let own = ([typeface.family] + typeface.fallbacks).map { name in
      name.allSatisfy { $0.isLetter || $0 == "-" } ? name : "'\(name)'"
    }
    return own.joined(separator: ", ") + ", " + Self.fontFamily
  }

  /// The letters by which Graphviz draws.
  package var lettering: Lettering {
    guard let typeface else { return .measured }
    let font = ([typeface.family] + typeface.fallbacks + [Self.font]).joined(separator: ",")
    return Lettering(font: font, boldFont: font + " Bold", scale: letterScale)
  }
}

/// The letters of a graph: the measured ones for its layout, a brand's where its picture is drawn.
package struct Lettering: Hashable, Sendable {
  /// The fonts, first choice first.
  package let font: String
  /// The bold letters of the same.
  package let boldFont: String
  /// The size of letters, where the measured ones are 1.
  package let scale: Double

  /// The letters by whose widths everything is laid out.
  package static let measured = Lettering(font: Theme.font, boldFont: Theme.boldFont, scale: 1)
}
