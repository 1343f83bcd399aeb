/// What was chosen for a picture beyond places: how it was folded, by which engine, on which sheet, and how well it could be
/// read.
///
/// As text it is a list such as `kind=people detail=names twins=yes`.
package struct PictureRecipe: Hashable, Sendable {
  /// The name of the view; `nil` if it has none.
  package var view: String?
  /// The kind of map that was drawn, and the one that was asked for.
  package var kind = ""
  package var asked = ""
  /// How much boxes say.
  package var detail = ""
  /// What got a box of its own.
  package var rollUp: String?
  package var limit: Int?
  package var keepsCore = false
  package var groupsTwins = false
  package var leafTies: Int?
  package var mostLeaves: Int?
  package var listed: Int?
  package var backbone: Double?
  package var leastLinks: Int?
  package var joinsPartners = false
  package var abbreviates = false
  /// The layout, such as `tiers`.
  package var layout = ""
  /// How many points of the sheet are one of the slide it is composed on.
  package var unit: Double?
  /// Whether the legend stands beside the map.
  package var isLegendBeside = false
  /// The smallest letters in points on a slide.
  package var letters: Double?
  /// How many lines crossed, and how often something lay over a box or a word.
  package var crossings: Int?
  package var covered: Int?

  package init() {}
}

extension PictureRecipe: LosslessStringConvertible {
  private typealias Path<Value> = WritableKeyPath<PictureRecipe, Value>

  private static var texts: [(String, Path<String>)] {
    [("kind", \.kind), ("asked", \.asked), ("detail", \.detail), ("layout", \.layout)]
  }

  private static var counts: [(String, Path<Int?>)] {
    [
      ("limit", \.limit), ("leaves", \.leafTies), ("most_leaves", \.mostLeaves),
      ("listed", \.listed), ("links", \.leastLinks), ("crossings", \.crossings),
      ("covered", \.covered),
    ]
  }

  private static var numbers: [(String, Path<Double?>)] {
    [("backbone", \.backbone), ("unit", \.unit), ("letters", \.letters)]
  }

  private static var answers: [(String, Path<Bool>)] {
    [
      ("core", \.keepsCore), ("twins", \.groupsTwins), ("partners", \.joinsPartners),
      ("short_words", \.abbreviates),
      ("legend_beside", \.isLegendBeside),
    ]
  }

  /// Reads a list of choices; words that it does not know are left out, `nil` if one is no choice at all.
  package init?(_ text: String) {
    self.init()
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      let (name, value) = (parts[0], parts[1])
      if let path = Self.texts.first(where: { $0.0 == name })?.1 { self[keyPath: path] = value }
      if let path = Self.counts.first(where: { $0.0 == name })?.1 {
        self[keyPath: path] = Int(value)
      }
      if let path = Self.numbers.first(where: { $0.0 == name })?.1 {
        self[keyPath: path] = Double(value)
      }
      if let path = Self.answers.first(where: { $0.0 == name })?.1 {
        self[keyPath: path] = value == "yes"
      }
      if name == "level" { rollUp = value }
      if name == "view" { view = value.replacing("%20", with: " ").replacing("%25", with: "%") }
    }
  }

  /// The choices that were made, with spaces between them.
  package var description: String {
    var words = Self.texts.compactMap { name, path in
      self[keyPath: path].isEmpty ? nil : "\(name)=\(self[keyPath: path])"
    }
    if let view {
      words.insert(
        "view=\(view.replacing("%", with: "%25").replacing(" ", with: "%20"))", at: 0)
    }
    if let rollUp { words.append("level=\(rollUp)") }
    words += Self.counts.compactMap { name, path in self[keyPath: path].map { "\(name)=\($0)" } }
    words += Self.numbers.compactMap { name, path in self[keyPath: path].map { "\(name)=\($0)" } }
    words += Self.answers.compactMap { name, path in self[keyPath: path] ? "\(name)=yes" : nil }
    return words.joined(separator: " ")
  }
}

extension PictureRecipe: Codable {
  /// Reads a list of choices.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let recipe = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A recipe is a list of choices such as kind=people.")
    }
    self = recipe
  }

  /// Writes the list of choices.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
