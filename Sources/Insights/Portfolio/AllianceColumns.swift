import EcosystemModel

/// The columns and measures of the alliances of a snapshot, each read once it is asked for.
struct AllianceColumns {
  let snapshot: Snapshot
  private let stages: [String]
  private let alliances: [Alliance]
  private let reader: ColumnReader

  init(in snapshot: Snapshot, stages: [String] = []) {
    self.snapshot = snapshot
    self.stages = stages
    alliances = Array(snapshot.ecosystem.alliances)
    reader = ColumnReader(snapshot)
  }

  /// A field with its values, one for each alliance in the order of the table.
  struct Reading {
    let field: PortfolioField
    let values: [PortfolioValue?]
  }

  /// A column or measure of numbers.
  ///
  /// - Throws: ``InsightError`` where it holds words, or no alliance has it.
  func numbers(_ name: String) throws(InsightError) -> Reading {
    let reading = try field(name)
    guard !reading.field.isNumeric else { return reading }
    throw InsightError(
      .badOption, "“\(name)” holds no numbers for alliances; there are \(names(ofNumbers: true)).")
  }

  /// A column or measure.
  ///
  /// - Throws: ``InsightError`` where no alliance has it.
  func field(_ name: String) throws(InsightError) -> Reading {
    let reading = reader.reading(of: name)
    let texts = texts(of: reading)
    guard texts.contains(where: { $0 != nil }) else {
      throw InsightError(
        .badOption,
        "Alliances have no column or measure “\(name)”; there are \(names(ofNumbers: false)).")
    }
    let isNumeric = isNumeric(reading, texts.compactMap { $0 })
    let isDated = !isNumeric && texts.allSatisfy { $0.map { CalendarDate($0) != nil } ?? true }
    let values =
      isNumeric
      ? texts.map { text in
        text.flatMap { text in
          NumberText.number(in: text).map { PortfolioValue(text: text, number: $0) }
        }
      } : merged(isDated ? texts.map { $0.map { String($0.prefix(4)) } } : texts)
    let known = isNumeric ? [] : inOrder(values.compactMap { $0?.text }, of: name)
    let measured = measurements(of: reading)
    let words = ColumnLabel.parts(of: reading.measure?.name ?? name)
    let field = PortfolioField(
      column: name, label: words.label, unit: words.unit, isNumeric: isNumeric,
      scale: measured.scale ?? reading.measure?.scale,
      target: measured.target ?? reading.measure?.target,
      addsUp: isNumeric && reading.measure == nil && reading.combination == .sum, words: known,
      ranked: isNumeric ? [] : ranked(name, known), missingCount: values.count { $0 == nil })
    return Reading(field: field, values: values)
  }

  /// The axes that were asked for, or else what sorts the alliances best: by stage and by area.
  func suitableAxes(x: String?, y: String?) -> (x: String?, y: String?) {
    let stage = Alliance.column(\.stage)
    let area = Alliance.column(\.area)
    let kind = Alliance.column(\.kind)
    func first(of names: [String], but other: String?) -> String? {
      let key = other.map { ColumnName.normalized($0) }
      let known = names.filter { ColumnName.normalized($0) != key && wordCount(of: $0) > 0 }
      // Rows that hold one alliance each sort nothing.
      return known.first { wordCount(of: $0) <= Self.mostRows } ?? known.first
    }
    let across = x ?? first(of: [stage, kind, area], but: y)
    return (across, y ?? first(of: [area, kind, stage], but: across))
  }

  /// The stated value of the deals, where one is known.
  func suitableSize(beside taken: [String]) -> String? {
    let value = Alliance.column(\.valueInUSDollars)
    guard !taken.contains(ColumnName.normalized(value)) else { return nil }
    return alliances.contains { $0.valueInUSDollars != nil } ? value : nil
  }

  /// The area where few words sort the alliances, or else the kind.
  var suitableGroup: String? {
    let columns = [Alliance.column(\.area), Alliance.column(\.kind)]
    return columns.first { (2...Self.mostRows).contains(wordCount(of: $0)) }
  }

  /// A column or measure of words.
  ///
  /// - Throws: ``InsightError`` where it holds numbers, or no alliance has it.
  func words(_ name: String) throws(InsightError) -> Reading {
    let reading = try field(name)
    guard reading.field.isNumeric else { return reading }
    throw InsightError(
      .badOption,
      "“\(name)” holds numbers, by which alliances do not stand together; write a column of words."
    )
  }

  /// A measure of health that a third of the alliances have, or else the area or the kind.
  func suitableColour(beside taken: [String]) -> String? {
    let measures = snapshot.ecosystem.measures.filter { measure in
      measure.range != nil && !taken.contains(ColumnName.normalized(measure.name))
    }.map { measure in
      let known = snapshot.ecosystem.measurements(of: measure.name)
      return (
        measure.name, isHealth: measure.name.lowercased().contains("health"),
        // Shares, such as a response rate, say how sure a figure is rather than how well an alliance does.
        isGrade: (measure.range?.upperBound ?? 0) > 1,
        count: alliances.count { known[.alliance($0.id)] != nil }
      )
    }.filter {
      ($0.isHealth || $0.isGrade) && $0.count > 0 && $0.count * 3 >= alliances.count
    }
    let most = measures.map(\.count).max() ?? 0
    if let best = measures.first(where: \.isHealth) ?? measures.first(where: { $0.count == most }) {
      return best.0
    }
    let columns = [Alliance.column(\.area), Alliance.column(\.kind)]
    return columns.first { (1...Self.mostColours).contains(wordCount(of: $0)) }
  }

  /// The columns and measures that alliances have, for who asked for another.
  func names(ofNumbers isNumeric: Bool) -> String {
    let plain =
      [
        Alliance.nameColumn, Alliance.idColumn, Alliance.column(\.companies),
        Alliance.kind.rawValue,
      ]
      + Alliance.contract.columns.filter { if case .derived = $0.form { true } else { false } }
      .map(\.name)
    let names = snapshot.ecosystem.columnNames.filter { name in
      guard !plain.contains(name) else { return false }
      let reading = reader.reading(of: name)
      let known = texts(of: reading).compactMap { $0 }
      return !known.isEmpty && (!isNumeric || self.isNumeric(reading, known))
    }
    return names.isEmpty ? "none" : names.joined(separator: ", ")
  }

  private static let mostRows = 12
  private static let mostColours = 8

  private func wordCount(of name: String) -> Int {
    let texts = texts(of: reader.reading(of: name)).compactMap { $0 }
    return Set(texts.map { ColumnName.normalized($0) }).count
  }

  /// What is said of each alliance; of several things those that differ, one after the other.
  private func texts(of reading: ColumnReading) -> [String?] {
    if reading.measure != nil {
      let known = snapshot.ecosystem.measurements(of: reading.column)
      return alliances.map { known[.alliance($0.id)].map { NumberText.text(of: $0.value) } }
    }
    if isOfPartners(reading) { return partners }
    return alliances.map { alliance in
      var seen: Set<String> = []
      let said = reading.statements(about: .alliance(alliance.id)).map(\.text)
        .filter { seen.insert($0).inserted }
      return said.isEmpty ? nil : said.joined(separator: ", ")
    }
  }

  private func isOfPartners(_ reading: ColumnReading) -> Bool {
    let names = [Alliance.column(\.companies), Company.kind.rawValue]
    return names.contains(ColumnName.normalized(reading.column))
  }

  /// The partners of each alliance, but for the one that is in more than half of all.
  private var partners: [String?] {
    let all = alliances.flatMap { Set($0.companies) }
    let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    return alliances.map { alliance in
      let others = alliance.companies.filter { (counts[$0] ?? 0) * 2 <= alliances.count }
      let shown = others.isEmpty ? alliance.companies : others
      return shown.isEmpty
        ? nil : shown.map { snapshot.ecosystem.name(of: .company($0)) }.joined(separator: ", ")
    }
  }

  /// Whether all is numbers, and the column holds them by the contract or has more than few.
  private func isNumeric(_ reading: ColumnReading, _ texts: [String]) -> Bool {
    let numbers = texts.compactMap { NumberText.number(in: $0) }
    guard numbers.count == texts.count else { return false }
    return reading.measure != nil || reading.holdsAmounts || numbers.contains { $0 != $0.rounded() }
      || Set(numbers).count > 5 || texts.count <= 5 && (numbers.max() ?? 0) > 20
  }

  /// The scale and the target that the latest values state, where they agree.
  private func measurements(of reading: ColumnReading) -> (scale: String?, target: Double?) {
    guard reading.measure != nil else { return (nil, nil) }
    let known = snapshot.ecosystem.measurements(of: reading.column)
    let mine = alliances.compactMap { known[.alliance($0.id)] }
    let scales = Set(mine.compactMap(\.scale))
    let targets = Set(mine.compactMap(\.target))
    return (
      scales.count == 1 ? scales.first : nil, targets.count == 1 ? targets.first : nil
    )
  }

  /// Words that differ in case, spaces, `_` and `-` only become one, in the spelling that comes first.
  private func merged(_ texts: [String?]) -> [PortfolioValue?] {
    var spellings: [String: String] = [:]
    return texts.map { text in
      text.map { text in
        let key = ColumnName.normalized(text)
        let spelling = spellings[key] ?? text
        spellings[key] = spelling
        return PortfolioValue(text: spelling, number: nil)
      }
    }
  }

  /// Stages as alliances pass through them, words with numbers by these, others by how often they are said.
  private func inOrder(_ words: [String], of name: String) -> [String] {
    let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    let distinct = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    if ColumnName.normalized(name) == Alliance.column(\.stage) {
      var seen: Set<String> = []
      return Lifecycle.ordered(words.filter { seen.insert($0).inserted }, stated: stages)
    }
    func number(_ word: String) -> Int? { Int(word.filter { $0.isASCII && $0.isNumber }) }
    let bare = Set(distinct.map { $0.filter { !$0.isNumber } })
    guard bare.count == 1, distinct.allSatisfy({ number($0) != nil }) else { return distinct }
    return distinct.sorted { (number($0) ?? 0, $0) < (number($1) ?? 0, $1) }
  }

  /// The words of all alliances of the dataset, the most frequent first; those of the day where they are years.
  private func ranked(_ name: String, _ words: [String]) -> [String] {
    let whole = snapshot.allDays
    let columns = whole.date == snapshot.date ? self : AllianceColumns(in: whole)
    let all = columns.texts(of: columns.reader.reading(of: name))
    let spellings = Dictionary(
      words.map { (ColumnName.normalized($0), $0) }, uniquingKeysWith: { first, _ in first })
    let said = all.compactMap { $0 }.map { spellings[ColumnName.normalized($0)] ?? $0 }
    let counts = Dictionary(said.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
  }
}
