/// Finds names and ids of some entities in running text, as whole words and whatever their case.
package struct NamesInText: Sendable {
  /// The words of each name and id, by the first of them.
  private var phrases: [String: [[String]]] = [:]

  /// Takes the names and ids of entities; a name or id that an entity beside them bears too says nothing.
  ///
  /// - Complexity: O(letters of all names).
  package init(of entities: Set<EntityReference>, in ecosystem: Ecosystem) {
    func texts(_ reference: EntityReference) -> [[String]] {
      [ecosystem.name(of: reference), reference.rawID].map(Self.words).filter { !$0.isEmpty }
    }
    let others = Set(ecosystem.references.filter { !entities.contains($0) }.flatMap(texts))
    for words in Set(entities.flatMap(texts)).subtracting(others) {
      phrases[words[0], default: []].append(words)
    }
  }

  /// Whether one of the names or ids stands in a text.
  ///
  /// - Complexity: O(letters of the text) where few names begin with the same word.
  package func appear(in text: String) -> Bool {
    guard !phrases.isEmpty else { return false }
    let words = Self.words(text)
    return words.indices.contains { start in
      phrases[words[start]]?.contains { words[start...].starts(with: $0) } ?? false
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
