import EcosystemModel

/// How wide the fields of seats are and what stands on them: one unit of width for each seat on the whole map, so that equal
/// seats look equal whatever the names.
struct SeatScale {
  /// Points for one seat.
  private let unit: Double
  /// What stands for each company.
  private let names: [String: String]
  /// The companies that no colour tells apart.
  private let plain: Set<String>
  /// What stands for all other companies.
  private static let rest = "others"

  /// The most companies of a box that get a field of their own.
  private static let fields = 6
  /// The widest row of fields: little wider than names of committees, so that seats do not drive boxes apart.
  private static let widest = 160.0
  /// The widest row of fields with numbers only; where even this is too narrow for some, these go without.
  private static let widestOfNumbers = 300.0
  /// Left and right of the letters together.
  private static let margin = 3.0
  /// What a field must differ from its box by, to be seen without an outline.
  static let leastContrast = 1.25

  /// The largest shares, and how many seats all others hold.
  static func split(
    _ balance: [MapContent.CompanyShare]
  ) -> (shown: ArraySlice<MapContent.CompanyShare>, rest: Int) {
    // A single one more takes no more room than its number.
    let shown = balance.count == fields + 1 ? balance.count : fields
    return (balance.prefix(shown), balance.dropFirst(shown).reduce(0) { $0 + $1.count })
  }

  /// A scale for all boxes of a map: as wide as short names need where there is room, else as numbers need; where a name does
  /// not fit its field, its box has numbers only, and the names of companies without a colour of their own.
  init(
    _ balances: [[MapContent.CompanyShare]], names looks: CompanyLooks, plain: Set<String> = []
  ) {
    self.plain = plain
    let all = balances.filter { !$0.isEmpty }
    names = Dictionary(
      all.joined().map { ($0.name, looks.shortName(of: $0.name)) },
      uniquingKeysWith: { first, _ in first })
    let most = Double(max(all.map { $0.reduce(0) { $0 + $1.count } }.max() ?? 1, 1))
    let least = Self.unit(for: all, names: names.filter { plain.contains($0.key) }, rest: "")
    let roomy = Self.unit(for: all, names: names, rest: Self.rest)
    unit = max(min(roomy, Self.widest / most), min(least, Self.widestOfNumbers / most))
  }

  /// The width of the field of so many seats.
  func width(for count: Int) -> Double { unit * Double(count) }

  /// What stands on the fields of a box, those of all others last: short names with numbers where all of them fit, so that no
  /// company is named beside one that is not; else the numbers that fit.
  func texts(for balance: [MapContent.CompanyShare]) -> [String] {
    let (shown, rest) = Self.split(balance)
    let fields =
      shown.map { (name: names[$0.name] ?? "", count: $0.count) }
      + (rest > 0 ? [(name: Self.rest, count: rest)] : [])
    let named = fields.map { Self.text($0.name, $0.count) }
    func fits(_ text: String, _ count: Int) -> Bool {
      TextMetrics.width(of: text, size: Diagram.Chip.letters) <= width(for: count)
    }
    guard !zip(named, fields).allSatisfy({ fits($0, $1.count) }) else { return named }
    let isPlain = shown.map { plain.contains($0.name) } + [false]
    return fields.indices.map { place in
      let texts = (isPlain[place] ? [named[place]] : []) + ["\(fields[place].count)"]
      return texts.first { fits($0, fields[place].count) } ?? ""
    }
  }

  /// A company's name with its short one, where that stands on one of the fields.
  func explained(_ name: String, on fields: Set<String>) -> String {
    guard let short = names[name], !name.hasPrefix(short),
      fields.contains(where: { $0.hasPrefix("\(short) ") })
    else { return name }
    return "\(name) (\(short))"
  }

  private static func text(_ name: String, _ count: Int) -> String {
    name.isEmpty ? "\(count)" : "\(name) \(count)"
  }

  /// The least points for one seat with which every text fits its field.
  private static func unit(
    for balances: [[MapContent.CompanyShare]], names: [String: String], rest: String
  ) -> Double {
    func unit(_ name: String, _ count: Int) -> Double {
      let text = text(name, count)
      return (TextMetrics.width(of: text, size: Diagram.Chip.letters) + margin)
        / Double(max(count, 1))
    }
    let units = balances.flatMap { balance in
      let (shown, others) = split(balance)
      return shown.map { unit(names[$0.name] ?? "", $0.count) }
        + (others > 0 ? [unit(rest, others)] : [])
    }
    return units.max() ?? margin
  }
}
