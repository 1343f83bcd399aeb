import Containers

extension Markup {
  /// Lets a shape say what another one says.
  ///
  /// - Parameters:
  ///   - other: The shape as it would be drawn now.
  ///   - keepsLook: Whether somebody gave its letters a look of their own, which they keep.
  ///   - ink: The fill of letters that the data asks for, `nil` to leave it.
  mutating func say(_ other: Markup, keepsLook: Bool, ink: Markup? = nil) {
    guard let wanted = other.first("p:txBody") else { return }
    change("p:txBody") { body in
      let paragraphs = body.children(named: "a:p")
      let rest = body.children.filter { $0.name != "a:p" }
      let lines = wanted.children(named: "a:p")
      body.children =
        (keepsLook ? rest : wanted.children.filter { $0.name != "a:p" })
        + (keepsLook
          ? lines.enumerated().map { number, line in
            Self.written(line, like: paragraphs[min(number, paragraphs.count - 1)...].first, ink)
          } : lines)
    }
  }

  /// A paragraph with the words of one and the look of another.
  private static func written(_ words: Markup, like look: Markup?, _ ink: Markup?) -> Markup {
    guard let look else { return words }
    let runs = look.children.filter { $0.name == "a:r" || $0.name == "a:fld" }
    var made = words
    if let properties = look.first("a:pPr") {
      made.children.removeAll { $0.name == "a:pPr" }
      made.children.insert(properties, at: 0)
    }
    // The height of a line break is that of its letters.
    if let letters = look.first("a:br")?.first("a:rPr") {
      for place in made.children.indices where made.children[place].name == "a:br" {
        made.children[place].children = [letters]
      }
    }
    var number = 0
    for place in made.children.indices where ["a:r", "a:fld"].contains(made.children[place].name) {
      defer { number += 1 }
      guard !runs.isEmpty, var letters = runs[min(number, runs.count - 1)].first("a:rPr")
      else { continue }
      // Fields of colour are the data's; weight, slant and lines are not.
      guard made.children[place].first("a:rPr")?.first("a:highlight") == nil else {
        made.children[place].change("a:rPr") { field in
          for sign in ["b", "i", "u", "strike"] { field[sign] = letters[sign] }
        }
        continue
      }
      if let ink {
        letters.children.removeAll { ShapeLook.isFill($0) }
        let outline = letters.children.firstIndex { $0.name == "a:ln" }
        letters.children.insert(ink, at: outline.map { $0 + 1 } ?? 0)
      }
      made.children[place].children.removeAll { $0.name == "a:rPr" }
      made.children[place].children.insert(letters, at: 0)
    }
    return made
  }
}
