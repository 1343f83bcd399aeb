/// Attribute names and values in the order given.
///
/// ```swift
/// var attributes: DOTAttributes = ["shape": "box", "label": .text("R&D \"north\"")]
/// attributes["penwidth"] = .number(1.5)
/// ```
package struct DOTAttributes: Sendable, Hashable {
  /// One attribute.
  package struct Element: Sendable, Hashable {
    /// The name, for example `fontsize`.
    package var name: String
    /// The value.
    package var value: DOTValue

    /// Creates an attribute.
    package init(name: String, value: DOTValue) {
      self.name = name
      self.value = value
    }
  }

  /// The attributes, no name twice.
  package private(set) var elements: [Element] = []

  /// Creates an empty list.
  package init() {}

  /// Whether there are no attributes.
  package var isEmpty: Bool { elements.isEmpty }

  /// The value of an attribute; setting `nil` removes it, setting a new one appends it.
  ///
  /// - Complexity: O(number of attributes).
  package subscript(name: String) -> DOTValue? {
    get { elements.first { $0.name == name }?.value }
    set {
      let position = elements.firstIndex { $0.name == name }
      switch (position, newValue) {
      case (let position?, let value?): elements[position].value = value
      case (let position?, nil): elements.remove(at: position)
      case (nil, let value?): elements.append(Element(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Returns these attributes with others added; on equal names the other value wins.
  package func merging(_ others: DOTAttributes) -> DOTAttributes {
    var merged = self
    for element in others.elements { merged[element.name] = element.value }
    return merged
  }
}

extension DOTAttributes: ExpressibleByDictionaryLiteral {
  /// Creates a list from a literal; of equal names the last value counts.
  package init(dictionaryLiteral elements: (String, DOTValue)...) {
    for (name, value) in elements { self[name] = value }
  }
}
