import EcosystemModel

/// Which columns of a sheet are which of one table, and how sure that is.
struct TableGuess {
  struct Column {
    let index: Int
    let header: String
    let phrase: HeaderPhrase
    let profile: ColumnProfile
    /// What the header may mean.
    let fits: [Vocabulary.Fit]

    init(index: Int, header: String, phrase: HeaderPhrase, profile: ColumnProfile) {
      self.index = index
      self.header = header
      self.phrase = phrase
      self.profile = profile
      fits = Vocabulary.fits(phrase)
    }
  }

  struct Assignment {
    let column: Int
    let meaning: Vocabulary.Meaning
    /// 0 to 1.
    let confidence: Double
    let isTelling: Bool
  }

  let table: TableName
  private(set) var assignments: [Assignment] = []
  /// How much speaks for the table.
  private(set) var weight = 0.0
  /// Whether the columns are there without which rows are none.
  private(set) var isComplete = false

  /// Finds the best columns for a table.
  init(_ table: TableName, among columns: [Column], fit: ValueFit) {
    self.table = table
    var options: [Assignment] = []
    for column in columns where !column.profile.isEmpty || column.phrase.words.count > 0 {
      for found in column.fits where found.meaning.table == table && found.value >= 0.45 {
        let isKey = Self.isKey(column, found.meaning, among: columns)
        let value = isKey ? 1 : fit.value(column.profile, found.meaning)
        // Half a header is enough over names or ids that another list has.
        guard value > -0.6, found.value >= 0.55 || value >= 1 else { continue }
        options.append(
          Assignment(
            column: column.index, meaning: found.meaning,
            confidence: min(1, found.value * 0.8 + value * 0.2), isTelling: found.isTelling))
      }
      options += Self.byValues(table, column, fit)
    }
    options.sort {
      ($1.confidence, $0.column, $0.meaning.column) < ($0.confidence, $1.column, $1.meaning.column)
    }
    var taken: Set<Int> = []
    var met: Set<String> = []
    for option in options where option.confidence >= 0.4 {
      guard !taken.contains(option.column), met.insert(option.meaning.column).inserted else {
        continue
      }
      taken.insert(option.column)
      assignments.append(option)
      weight += option.confidence * (option.isTelling ? 1.2 : 0.8)
    }
    if table == .people { completeName(columns) }
    isComplete = hasRequired
  }

  /// Whether a column names rows of the same list by their numbers, as the number of a manager does.
  private static func isKey(
    _ column: Column, _ meaning: Vocabulary.Meaning, among columns: [Column]
  ) -> Bool {
    guard case .reference(let kinds, isList: false)? = CellSort.of(meaning.table, meaning.column),
      let kind = meaning.table.kind, kinds.contains(kind), column.profile.texts.count > 0
    else { return false }
    return columns.contains { key in
      key.index != column.index && key.profile.texts.count > 2
        && key.profile.distinct == key.profile.texts.count
        && key.profile.texts.count > column.profile.distinct
        && key.profile.numbers + (1 - key.profile.people) > 0.9
        && Set(column.profile.texts).isSubset(of: key.profile.texts)
    }
  }

  /// A first or a last name without the other is the whole name, as far as the list has it.
  private mutating func completeName(_ columns: [Column]) {
    let parts = [Vocabulary.Parts.firstName, Vocabulary.Parts.lastName].filter { self[$0] != nil }
    guard parts.count == 1, self[Person.nameColumn] == nil,
      let place = assignments.firstIndex(where: { $0.meaning.column == parts[0] })
    else { return }
    let part = assignments[place]
    assignments[place] = Assignment(
      column: part.column, meaning: .init(table: table, column: Person.nameColumn),
      confidence: part.confidence, isTelling: part.isTelling)
  }

  subscript(_ column: String) -> Int? {
    assignments.first { $0.meaning.column == column }?.column
  }

  /// Whether the header of a column means it in any sheet.
  func isTelling(_ column: String) -> Bool {
    assignments.contains { $0.meaning.column == column && $0.isTelling }
  }

  /// What a column is by its cells alone, whatever its header says.
  private static func byValues(
    _ table: TableName, _ column: Column, _ fit: ValueFit
  ) -> [Assignment] {
    let required = table.columns.filter(\.isRequired).map(\.name)
    let wanted = required + (table == .memberships ? [Membership.column(\.role)] : [])
    // Who sits on a committee is no row of a list of people.
    guard table != .people || SeatWords.meaning(of: column.header) == nil else { return [] }
    return wanted.compactMap { name in
      let meaning = Vocabulary.Meaning(table: table, column: name)
      let value = fit.value(column.profile, meaning)
      guard value >= 0.85, column.profile.texts.count >= 2 || column.profile.count <= 2,
        // A mark alone is no role.
        CellSort.of(table, name) != .role || column.profile.length >= 2
      else { return nil }
      return Assignment(
        column: column.index, meaning: meaning, confidence: 0.45 * value, isTelling: false)
    }
  }

  private var hasRequired: Bool {
    typealias Parts = Vocabulary.Parts
    switch table {
    case .people:
      return self[Person.nameColumn] != nil
        || (self[Parts.firstName] != nil && (self[Parts.lastName] != nil))
    case .handoffs:
      if isEventLog { return true }
      return (self[Handoff.column(\.from)] != nil || self[Parts.fromFunction] != nil)
        && (self[Handoff.column(\.to)] != nil || self[Parts.toFunction] != nil)
    default:
      return table.columns.filter(\.isRequired).allSatisfy { self[$0.name] != nil }
    }
  }

  /// Whether headers say which columns a row needs, and not their cells alone.
  var isByHeaders: Bool {
    let required = Set(table.columns.filter(\.isRequired).map(\.name))
    return assignments.contains { required.contains($0.meaning.column) && $0.confidence > 0.46 }
      || assignments.contains { $0.meaning.column.hasPrefix("(") }
  }

  /// Whether the sheet is a log of what was done in cases, by whom and when.
  var isEventLog: Bool {
    typealias Parts = Vocabulary.Parts
    return table == .handoffs && self[Parts.matter] != nil && self[Parts.resource] != nil
      && self[Parts.time] != nil && self[Handoff.column(\.from)] == nil
  }

  /// Whether all required columns but one are there, which stands above or in the sheet's name.
  func lacksOnly(_ column: String) -> Bool {
    self[column] == nil
      && table.columns.filter { $0.isRequired && $0.name != column }.allSatisfy {
        self[$0.name] != nil
      }
  }
}
