/// The value of a DOT attribute.
///
/// Graphviz gives backslashes and `&` in strings a meaning that depends on the attribute; the cases
/// say which text is data and which is notation. Data belongs into ``text(_:)`` (labels, tooltips) or
/// ``literal(_:)`` (everything else), never into ``escaped(_:)``.
package enum DOTValue: Sendable, Hashable {
  /// A text to show exactly as given, for labels and tooltips; `\n` breaks the line.
  ///
  /// `"R&D \N <b>"` shows just that: no escape and no entity in it is interpreted.
  case text(String)
  /// A text for other attributes, taken exactly as given (`id`, `class`, `target`, `URL`).
  ///
  /// In URLs, what RFC 3986 does not allow is percent-encoded. Which schemes are fit to be linked is
  /// for the caller to decide.
  case literal(String)
  /// A constant in Graphviz' own notation: keywords (`"box"`), lists, `\l`, `\r` and `\N`.
  case escaped(String)
  /// An HTML-like label.
  case html(HTMLLabel)
  /// A number, in the shortest form that reads back as the same value; not finite counts as 0.
  case number(Double)

  /// A truth value.
  package static func flag(_ isSet: Bool) -> DOTValue { .escaped(isSet ? "true" : "false") }

  /// The `pos` of a node for ``LayoutEngine/positioned``, in points, y growing downwards.
  package static func position(x: Double, y: Double) -> DOTValue {
    .escaped("\(DOTWriter.format(x)),\(DOTWriter.format(-y))")
  }

  /// The `bb` of a cluster or graph for ``LayoutEngine/positioned``, in points, y growing downwards.
  package static func box(_ frame: GraphLayout.Rectangle) -> DOTValue {
    let sides = [frame.x, -(frame.y + frame.height), frame.x + frame.width, -frame.y]
    return .escaped(sides.map(DOTWriter.format).joined(separator: ","))
  }

  /// A text with one justification for all its lines.
  ///
  /// - Parameters:
  ///   - text: The text, shown exactly as given.
  ///   - side: Where the lines are aligned within the label.
  /// - Returns: The value of a label attribute.
  package static func text(_ text: String, aligned side: TextAlignment) -> DOTValue {
    .escaped(DOTQuoting.text(text, lineEnd: side.lineEnd) + side.lineEnd)
  }
}

/// The side at which the lines of a label are flush.
package enum TextAlignment: Sendable, Hashable, Codable {
  /// Flush left.
  case left
  /// Flush right.
  case right

  /// The escape that ends a line so aligned.
  var lineEnd: String {
    switch self {
    case .left: "\\l"
    case .right: "\\r"
    }
  }
}

extension DOTValue: ExpressibleByStringLiteral {
  /// Creates a constant in Graphviz' own notation.
  package init(stringLiteral value: String) {
    self = .escaped(value)
  }
}

extension DOTValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Creates a number.
  package init(floatLiteral value: Double) {
    self = .number(value)
  }

  /// Creates a number.
  package init(integerLiteral value: Int) {
    self = .number(Double(value))
  }
}
