import EcosystemModel

extension PortfolioFindings {
  /// What was asked.
  package var title: String {
    let axes = [x, y].compactMap { $0 }.map(\.phrase)
    return axes.isEmpty ? "The portfolio" : "The portfolio by \(axes.spokenList(last: "and"))"
  }

  /// How many there are, where most stand, what they are worth, and which do worst.
  package var summary: [String] {
    [counts, worth, lowest].compactMap { $0 } + missing
  }

  private var counts: String {
    let all = Phrase.count(allianceCount, "alliance")
    for (field, value) in [(x, \Entry.x), (y, \Entry.y)] {
      guard let field, !field.isNumeric else { continue }
      let parts = field.words.map { word in
        (word, count: alliances.count { $0[keyPath: value]?.text == word })
      }
      return "\(all): "
        + Phrase.list(parts.map { "\($0.count) “\($0.0)”" }, limit: 8) + "."
    }
    return "\(all)."
  }

  private var worth: String? {
    guard let size else { return nil }
    let known = alliances.filter { $0.size != nil }
    guard let first = known.first, let most = first.size else { return nil }
    let largest = "the largest is \(first.name) with \(NumberText.amount(most))"
    guard let total = total(of: known), known.count > 1 else {
      return "\(size.title): \(largest)."
    }
    return
      "\(size.title): \(NumberText.amount(total)) in all for \(known.count) of them; \(largest)."
  }

  /// The alliances with the lowest values of a measure that colours them.
  private var lowest: String? {
    guard let colour, colour.isNumeric, colour.range != nil else { return nil }
    let ranked = alliances.compactMap { entry in
      entry.colour?.number.map { (entry.name, value: $0) }
    }.sorted { ($0.value, $0.0) < ($1.value, $1.0) }
    guard ranked.count > 1 else { return nil }
    let names = ranked.prefix(3).map { "\($0.0) (\(NumberText.short($0.value)))" }
    let below = colour.target.map { target in
      let count = ranked.count { $0.value < target }
      return "; \(count) of \(ranked.count) below the target of \(NumberText.short(target))"
    }
    return "\(colour.label) is lowest for \(names.spokenList(last: "and"))\(below ?? "")."
  }

  private var missing: [String] {
    var seen: Set<String> = []
    let parts = [x, y, size, colour].compactMap { $0 }.filter { field in
      field.missingCount > 0 && seen.insert(field.column).inserted
    }.map { "\($0.phrase) of \($0.missingCount)" }
    return parts.isEmpty ? [] : ["Not given: \(parts.joined(separator: ", "))."]
  }

  /// How many alliances stand where, and each of them.
  package var tables: [FindingsTable] {
    (grid.map { [$0] } ?? []) + [list]
  }

  /// The word for a missing value.
  package static let notGiven = "Not given"

  /// The words of an axis, with that for missing values at the end where some are.
  package func words(of field: PortfolioField?, _ value: (Entry) -> PortfolioValue?) -> [String?] {
    (field?.words ?? []).map(Optional.some)
      + (field == nil || alliances.contains { value($0) == nil } ? [nil] : [])
  }

  private var grid: FindingsTable? {
    guard x?.isNumeric != true, y?.isNumeric != true, x != nil else { return nil }
    let across = words(of: x) { $0.x }
    var table = FindingsTable(
      id: "grid", title: title,
      method:
        "Alliances counted by \([x, y].compactMap { $0?.column }.joined(separator: " and ")); \(dateText).",
      columns: [.init(y?.label ?? "")]
        + across.map { .init($0 ?? Self.notGiven, .integer) } + [.init("all", .integer)]
        + (size?.addsUp == true ? [.init(size?.title ?? "", .number, decimals: 0)] : []))
    for row in words(of: y, { $0.y }) {
      let mine = alliances.filter { $0.y?.text == row }
      table.append(
        [.text(y == nil ? "all" : row ?? Self.notGiven)]
          + across.map { column in
            let count = mine.count { $0.x?.text == column }
            return count > 0 ? .integer(count) : .missing
          } + [.integer(mine.count)]
          + (size?.addsUp == true ? [.number(total(of: mine))] : []))
    }
    return table
  }

  private var list: FindingsTable {
    var seen: Set<String> = []
    let fields: [(PortfolioField, (Entry) -> PortfolioValue?)] = [
      (x, { $0.x }), (y, { $0.y }),
      (size, { $0.size.map { PortfolioValue(text: NumberText.text(of: $0), number: $0) } }),
      (colour, { $0.colour }),
    ].compactMap { field, read in field.map { ($0, read) } }
      .filter { seen.insert($0.0.column).inserted }
    var table = FindingsTable(
      id: "alliances", title: "The alliances",
      method: "Columns and latest measures of the alliances, the largest first; \(dateText).",
      columns: [.init("alliance"), .init("companies")]
        + fields.map { field, _ in
          .init(
            field.title, field.isNumeric ? .number : .text, decimals: field.addsUp ? 0 : 2)
        })
    for entry in alliances {
      table.append(
        [.text(entry.name), .list(entry.companies)]
          + fields.map { field, read in
            field.isNumeric ? .number(read(entry)?.number) : .text(read(entry)?.text)
          })
    }
    return table
  }
}
