package import EcosystemModel

/// The colour and the short name of every company, the same in each picture of a dataset.
///
/// They follow from all rows of all days: maps, charts, decks and reports ask here rather than count what they show.
package struct CompanyLooks: Hashable, Sendable, Codable {
  /// The names, those with most people and functions first.
  let ranked: [String]
  /// Colours that the companies' own rows ask for, by name.
  let own: [String: Colour]
  private let shortNames: [String: String]

  /// Nobody's.
  package init() { (ranked, own, shortNames) = ([], [:], [:]) }

  /// Ranks the companies of a dataset, and shortens their names.
  ///
  /// - Parameter whole: Everything the dataset says, of all days.
  /// - Complexity: O(*n*·log *n*) for *n* companies, and O(number of people and functions).
  package init(of whole: Ecosystem) {
    var counts: [Company.ID: Int] = [:]
    for function in whole.functions { counts[function.company, default: 0] += 1 }
    for person in whole.people {
      if let company = whole.company(of: .person(person.id)) { counts[company, default: 0] += 1 }
    }
    var ranks: [String: Int] = [:]
    for company in whole.companies {
      ranks[company.name, default: 0] += 1 + (counts[company.id] ?? 0)
    }
    ranked = ranks.keys.sorted { (-(ranks[$0] ?? 0), $0) < (-(ranks[$1] ?? 0), $1) }
    own = Dictionary(
      whole.companies.compactMap { company in
        company.colour.flatMap { Colour($0.description) }.map { (company.name, $0) }
      }, uniquingKeysWith: { first, _ in first })
    shortNames = Self.shortNames(for: ranked)
  }

  /// A company's name for narrow places; no two companies have the same.
  func shortName(of name: String) -> String { shortNames[name] ?? name }

  /// The colours of companies in a theme: the largest have one each, the others share the grey of `other`.
  func colours(in theme: Theme) -> ColumnColours {
    ColumnColours(ranked: ranked, palette: theme.distinctCategories, fixed: own)
  }

  /// The colour of one company; `nil` if it is none of the largest.
  func colour(of name: String, in theme: Theme) -> Colour? { colours(in: theme).colour(of: name) }

  /// The longest name that needs no shortening.
  private static let longest = 12

  /// For each name the first of its forms that is no form of another: whole, its first word, two, its initials, itself.
  private static func shortNames(for names: [String]) -> [String: String] {
    let forms = names.map(forms(of:))
    let uses = Dictionary(forms.flatMap { Set($0) }.map { ($0, 1) }, uniquingKeysWith: +)
    return Dictionary(
      uniqueKeysWithValues: zip(names, forms).map { name, forms in
        (name, name.count <= longest ? name : forms.first { uses[$0] == 1 } ?? name)
      })
  }

  private static func forms(of name: String) -> [String] {
    guard name.count > longest else { return [name] }
    var words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count > 1, words[0].lowercased() == "the" { words.removeFirst() }
    let starts = [1, 2].map { words.prefix($0).joined(separator: " ") }
      .filter { (2...longest).contains($0.count) }
    let initials = String(words.compactMap(\.first)).uppercased()
    return starts + (initials.count > 1 ? [initials] : []) + [name]
  }
}
