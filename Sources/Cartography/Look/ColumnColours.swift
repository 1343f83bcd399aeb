import EcosystemModel

/// Which colours the values of a column have, the same on every map of a dataset.
///
/// They follow from all rows of all days rather than from what a map happens to show, so that pictures beside each other
/// mean the same by a colour.
struct ColumnColours {
  /// The values by falling frequency, those of equal frequency by name.
  let ranked: [String]
  /// The colours in the order in which values get them, the most frequent one's first.
  let palette: [Colour]
  /// Colours that values bring along.
  let fixed: [String: Colour]

  init(ranked: [String], palette: [Colour], fixed: [String: Colour]) {
    (self.ranked, self.palette, self.fixed) = (ranked, palette, fixed)
  }

  /// Ranks values, given with repetitions, by their frequency.
  init(values: [String], palette: [Colour], fixed: [String: Colour]) {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    self.init(
      ranked: counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) },
      palette: palette, fixed: fixed)
  }

  /// The colour that is a value's own on every map; `nil` beyond the palette.
  func colour(of value: String) -> Colour? {
    fixed[value]
      ?? zip(ranked.lazy.filter { fixed[$0] == nil }, palette).first { $0.0 == value }?.1
  }

  /// The colours of a column's values in one table, or in all where these mean the same by it.
  ///
  /// They leave the colours of companies that hold seats alone, which all pictures of committees and partners have, so that no
  /// region and no kind looks like a partner.
  static func column(
    _ column: String, of table: EntityReference.Kind?, in ecosystem: Ecosystem,
    beside companies: ColumnColours, theme: Theme
  ) -> ColumnColours {
    if ColumnName.normalized(column) == "company" { return companies }
    let entities = ecosystem.references.filter { table == nil || $0.kind == table }
    return ColumnColours(
      values: entities.compactMap { ecosystem.value(of: column, for: $0) },
      palette: companies.paletteBesideSeats(in: ecosystem, theme: theme), fixed: [:])
  }

  /// The palette without the colours of companies that hold seats; where little would be left the least frequent companies'
  /// follow at the end.
  private func paletteBesideSeats(in ecosystem: Ecosystem, theme: Theme) -> [Colour] {
    let seated = Set(
      ecosystem.memberships.compactMap { ecosystem.company(of: $0) }
        .compactMap { ecosystem.companies[$0]?.name })
    let unfixed = ranked.filter { fixed[$0] == nil }
    let taken =
      fixed.filter { seated.contains($0.key) }.map(\.value)
      + zip(unfixed, palette).filter { seated.contains($0.0) }.map(\.1)
    func isTaken(_ colour: Colour) -> Bool {
      taken.contains {
        ColourVision.leastDifference($0, colour).difference < ColourVision.clearDifference
      }
    }
    let free = palette.filter { !isTaken($0) }
    let lent = palette.filter(isTaken).reversed().prefix(max(0, Self.enoughForBoxes - free.count))
    return free + lent
  }

  /// So many colours boxes get, even where some of them are companies' too.
  private static let enoughForBoxes = 6
}
