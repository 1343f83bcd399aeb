/// What is wrong with the colours of a brand, and a colour that would be right.
package struct BrandFinding: Hashable, Sendable {
  /// What of the brand is at fault.
  package enum Place: Hashable, Sendable {
    /// The colour for something.
    case role(Brand.Role)
    /// The category at a position, from 0.
    case category(Int)
  }

  /// What is at fault.
  package var place: Place
  /// Whether text cannot be read; otherwise it is a mere warning.
  package var isError: Bool
  /// What is wrong and how to mend it.
  package var message: String
}

extension Brand {
  /// The faults of the brand's colours in a theme: text with less contrast than 4.5:1 is an error, categories that some readers
  /// cannot tell apart are a warning.
  ///
  /// - Complexity: O(*n*²) in the number of categories.
  package func findings(on name: Theme.Name) -> [BrandFinding] {
    let own = palette(of: name)
    let theme = Theme.named(name).branded(with: self)
    return unreadable(own, theme) + unreadableCategories(own, theme) + lookAlikes(own, theme)
  }

  /// Text of a role on the grounds where it is written.
  private static let texts: [(text: Role, grounds: [Role])] = [
    (.text, [.background, .fill, .frameFill]), (.mutedText, [.background, .frameFill]),
    (.warning, [.background]),
  ]

  private func unreadable(_ own: Palette, _ theme: Theme) -> [BrandFinding] {
    Self.texts.flatMap { text, grounds in
      grounds.compactMap { ground -> BrandFinding? in
        let (letters, sheet) = (theme[keyPath: text.part], theme[keyPath: ground.part])
        let ratio = letters.contrast(to: sheet)
        guard ratio < Theme.readable else { return nil }
        // Whoever gives both colours is told of the letters.
        let isText = own.colours[text] != nil || own.colours[ground] == nil
        let better =
          isText
          ? letters.adjusted { letters in
            grounds.allSatisfy {
              letters.contrast(to: theme[keyPath: $0.part]) >= Theme.readable
            }
          }
          : sheet.adjusted { letters.contrast(to: $0) >= Theme.readable }
        let place = isText ? text : ground
        return BrandFinding(
          place: .role(place), isError: true,
          message: "\(text.rawValue) \(letters) on \(ground.rawValue) \(sheet) has a contrast of "
            + "\(Self.text(ratio)):1 and cannot be read by everybody; 4.5:1 is the least, "
            + (better.map { "\(place.rawValue) \($0) would do" }
              ?? "change the colours behind it"))
      }
    }
  }

  /// Boxes of categories whose names cannot be read on them: the brand's own are at fault one by one, for others its text is.
  private func unreadableCategories(_ own: Palette, _ theme: Theme) -> [BrandFinding] {
    let fills = theme.categories.map { theme.tinted($0) }
    return theme.categories.enumerated().compactMap { position, colour in
      let fill = fills[position]
      let ratio = theme.text.contrast(to: fill)
      guard ratio < Theme.readable else { return nil }
      let isOwn = own.categories.indices.contains(position)
      let better =
        isOwn
        ? colour.adjusted { theme.text.contrast(to: theme.tinted($0)) >= Theme.readable }
        : theme.text.adjusted { text in
          (fills + [theme.background, theme.fill, theme.clusterFill]).allSatisfy {
            text.contrast(to: $0) >= Theme.readable
          }
        }
      return BrandFinding(
        place: isOwn ? .category(position) : .role(.text), isError: true,
        message: "text \(theme.text) on shapes of the category \(colour) (filled \(fill)) has a "
          + "contrast of \(Self.text(ratio)):1 and cannot be read by everybody; 4.5:1 is the least, "
          + (better.map { "\(isOwn ? "the category" : "text") \($0) would do" }
            ?? "change the colours behind it"))
    }
  }

  private func lookAlikes(_ own: Palette, _ theme: Theme) -> [BrandFinding] {
    own.categories.enumerated().compactMap { position, colour in
      let before =
        [("the background", theme.background)]
        // Some pictures set the first category against what wants attention.
        + (position == 0 ? [("the colour of warnings", theme.warning)] : [])
        + own.categories.prefix(position).enumerated().map { ("category \($0 + 1)", $1) }
      let measured = before.map { name, other in
        (name: name, other: other, found: ColourVision.leastDifference(colour, other))
      }
      guard let nearest = measured.min(by: { $0.found.difference < $1.found.difference }),
        nearest.found.difference < ColourVision.clearDifference
      else { return nil }
      let who =
        nearest.found.vision == .normal
        ? "everybody" : "people with \(nearest.found.vision.rawValue)"
      return BrandFinding(
        place: .category(position), isError: false,
        message:
          "category \(position + 1) \(colour) looks like \(nearest.name) \(nearest.other) to "
          + "\(who) (a difference of \(Self.text(nearest.found.difference)), where 10 is clear); "
          + "make one of the two lighter or darker, or leave it out")
    }
  }

  private static func text(_ number: Double) -> String {
    // Rounded down, so that 4.49 does not read as enough.
    let tenths = Int((number * 10).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)"
  }
}
