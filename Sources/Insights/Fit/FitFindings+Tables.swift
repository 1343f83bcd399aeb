import EcosystemModel

extension FitFindings {
  /// What was asked, as a title.
  package var title: String { "What is wanted, and what is offered" }

  /// Needs without a partner, and partners without a need.
  package var summary: [String] {
    let open = needs.filter { $0.partners.isEmpty }
    var sentences = [
      open.isEmpty
        ? "A partner offers everything that is wanted (\(Phrase.count(needs.count, "need")))."
        : "\(open.count) of \(Phrase.count(needs.count, "need")) \(open.count == 1 ? "has" : "have") no partner: \(Phrase.list(open.map { "\($0.want) for \($0.function) of \($0.company)" }))."
    ]
    if let near = open.first(where: { !$0.others.isEmpty }), let other = near.others.first {
      let steps = other.steps.map { ", \($0) steps away" } ?? ", whom no partnership leads to"
      sentences.append("\(other.company) offers \(near.want)\(steps).")
    }
    if !idle.isEmpty {
      sentences.append(
        "\(Phrase.count(idle.count, "partner serves", "partners serve")) no need that is stated: \(Phrase.list(idle.map { "\($0.company) for \($0.partner)" }))."
      )
    }
    return sentences
  }

  /// The needs, the offers, and partners that serve no need.
  package var tables: [FindingsTable] { [needsTable, offersTable, idleTable] }

  private static let partners =
    "partners: in an alliance together, or linked by a relationship (rivalries aside) or a handoff"

  private var needsTable: FindingsTable {
    var table = FindingsTable(
      id: "needs", title: "Which need has no partner",
      method:
        "\(dateText); wants of functions against offers of other companies, without regard to case, spaces, _ and -; \(Self.partners)",
      columns: [
        .init("wanted"), .init("by"), .init("company"), .init("state"), .init("partners"),
        .init("others"), .init("steps", .integer),
      ])
    table.append(firstOf: needs, limit: limit) { need in
      [
        .text(need.want), .text(need.function), .text(need.company), .text(need.state),
        .list(need.partners), .list(need.others.map(\.company)),
        .integer(need.others.first?.steps),
      ]
    }
    table.notes.append("steps: partnerships to the nearest of the others; – where none lead there")
    return table
  }

  private var offersTable: FindingsTable {
    var table = FindingsTable(
      id: "offers", title: "Which offer serves a need", method: "\(dateText); \(Self.partners)",
      columns: [
        .init("offered"), .init("company"), .init("wanted by partners"), .init("wanted elsewhere"),
      ])
    table.append(firstOf: offers, limit: limit) { offer in
      [
        .text(offer.offer), .text(offer.company), .list(offer.wantedBy),
        .text(offer.isWantedElsewhere ? "yes" : "no"),
      ]
    }
    return table
  }

  private var idleTable: FindingsTable {
    var table = FindingsTable(
      id: "idle", title: "Which partner serves no need",
      method:
        "\(dateText); partners of companies whose functions say what they want; \(Self.partners)",
      columns: [.init("partner"), .init("of"), .init("offers")])
    table.append(firstOf: idle, limit: limit) { one in
      [.text(one.company), .text(one.partner), .list(one.offers)]
    }
    return table
  }
}
