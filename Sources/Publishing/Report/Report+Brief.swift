import Cartography
import EcosystemModel
import Insights

extension Review {
  /// What to act on, in the sentences of a deck's summary, the map of everything, and what the data does not tell.
  var summary: Report.Part {
    var first = Review.Section(key: "act-on", title: "What to act on")
    first.sentences = headlines.map { "\($0.headline.sentence) \($0.headline.advice)" }
    if first.sentences.isEmpty { first.missing = "Nothing in the data calls for action." }
    let map = overview.figures.isEmpty ? [] : [overview]
    let changes =
      change.map { [$0.shortened] } ?? findings.filter { $0.mostRows != nil }.map(\.shortened)
    let missing = Self.untold(in: (map.isEmpty ? [overview] : []) + rosters + findings, "untold")
    return Report.Part(
      key: "summary", title: "Summary",
      sections: [first] + map + changes.filter { !$0.tables.isEmpty || $0.missing != nil }
        + [missing].compactMap(\.self))
  }

  /// What sections are missing for which reason, a line each; `nil` if all is there.
  fileprivate static func untold(in sections: [Section], _ key: String) -> Section? {
    var untold = Section(key: key, title: "What the data does not tell")
    untold.sentences = sections.compactMap { section in
      section.missing.map { "\(section.title): \($0)" }
    }
    return untold.sentences.isEmpty ? nil : untold
  }
}

extension Review.Chapter {
  /// The sentences that an answer gets in a short briefing.
  private static let mostSentences = 3

  /// The chapter on four pages at most: the facts, the map, who sits where, the first sentences of each answer, and what the data does
  /// not tell.
  var brief: [Review.Section] {
    let told = sections.filter { $0.missing == nil }.map { section in
      var brief = section
      let isOpening = section.key == sections.first?.key
      brief.sentences = Array(
        section.sentences.prefix(isOpening ? .max : Self.mostSentences))
      brief.tables = section.shortened.tables
      brief.figures = section.figures.filter { !$0.map.diagram.kind.isChart }
      return brief
    }
    let kept = told.filter { !$0.sentences.isEmpty || !$0.tables.isEmpty || !$0.figures.isEmpty }
    return kept + [Review.untold(in: sections, "\(key)--untold")].compactMap(\.self)
  }
}

extension Review.Section {
  /// The section with the first rows of its tables, as many as a short document shows.
  fileprivate var shortened: Self {
    var short = self
    short.tables = mostRows.map { most in tables.map { $0.shortened(to: most) } } ?? []
    return short
  }
}

extension FindingsTable {
  /// The first rows, and a word about the others.
  fileprivate func shortened(to most: Int) -> FindingsTable {
    guard rows.count > most else { return self }
    var short = FindingsTable(id: id, title: title, method: method, columns: columns)
    rows.prefix(most).forEach { short.append($0) }
    short.notes = ["\(most) of \(rows.count) rows; a full report shows all."] + notes
    return short
  }
}
