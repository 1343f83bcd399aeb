import EcosystemModel

/// How wide the fields of seats are and what stands on them: one unit of width for each seat on the whole map, so that equal
/// seats look equal whatever the names.
struct SeatScale {
  /// Points for one seat.
  private let unit: Double
  /// What stands for each company.
  private let names: [String: String]
  private let rest: String

  /// The most companies of a box that get a field of their own.
  private static let fields = 4
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
    (balance.prefix(fields), balance.dropFirst(fields).reduce(0) { $0 + $1.count })
  }

  /// A scale for all boxes of a map: whole names where these fit, else short codes for all, else letters if no two are the
  /// same, else numbers.
  init(_ balances: [[MapContent.CompanyShare]]) {
    let all = balances.filter { !$0.isEmpty }
    let companies = Set(all.joined().map(\.name)).sorted()
    let most = all.map { $0.reduce(0) { $0 + $1.count } }.max() ?? 1
    let codes = Self.codes(for: companies)
    let letters = Self.table(companies) { String($0.prefix(1)) }
    var forms: [(names: [String: String], rest: String)] = [
      (Self.table(companies, Self.abbreviation(of:)), "others"),
      (Self.table(companies) { codes[$0] ?? $0 }, "+"),
    ]
    if Set(letters.values).count == companies.count { forms.append((letters, "+")) }
    for form in forms {
      let unit = Self.unit(for: all, names: form.names, rest: form.rest)
      if unit * Double(most) <= Self.widest {
        (self.unit, names, rest) = (unit, form.names, form.rest)
        return
      }
    }
    names = [:]
    rest = ""
    unit = min(
      Self.unit(for: all, names: [:], rest: ""), Self.widestOfNumbers / Double(max(most, 1)))
  }

  /// The width of the field of so many seats.
  func width(for count: Int) -> Double { unit * Double(count) }

  /// What stands on a field: a name, if it fits, and the number; on that of all others without a name.
  func text(for name: String?, count: Int) -> String {
    let text = Self.text(name.map { names[$0] ?? "" } ?? rest, count)
    let width = TextMetrics.width(of: text, size: Diagram.Chip.letters)
    return width <= self.width(for: count) ? text : ""
  }

  /// A company's name with its code, where fields have codes.
  func explained(_ name: String) -> String {
    guard let code = names[name], code != Self.abbreviation(of: name), code != name else {
      return name
    }
    return "\(name) (\(code))"
  }

  private static func text(_ name: String, _ count: Int) -> String {
    name.isEmpty ? "\(count)" : "\(name) \(count)"
  }

  private static func table(
    _ companies: [String], _ short: (String) -> String
  ) -> [String: String] {
    Dictionary(uniqueKeysWithValues: companies.map { ($0, short($0)) })
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

  /// A company's name short enough for a field: whole up to 12 letters, else its first word, else cut.
  static func abbreviation(of name: String) -> String {
    guard name.count > 12 else { return name }
    let word = name.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? name
    return word.count <= 12 ? word : word.prefix(11) + "…"
  }

  /// Two to four letters for each name, no two the same: its capitals, or the first letters of its words, or of itself.
  private static func codes(for names: [String]) -> [String: String] {
    var codes: [String: String] = [:]
    var taken: Set<String> = []
    for name in names {
      let capitals = String(name.filter(\.isUppercase).prefix(4))
      let initials = String(
        name.split(whereSeparator: \.isWhitespace).compactMap(\.first).prefix(4)
      )
      .uppercased()
      let starts = (3...max(3, name.count)).lazy.map { String(name.prefix($0)) }
      let wanted = [capitals, initials].filter { $0.count > 1 } + starts
      let code = wanted.first { !taken.contains($0) } ?? name
      taken.insert(code)
      codes[name] = code
    }
    return codes
  }
}
