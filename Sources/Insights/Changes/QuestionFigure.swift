import EcosystemModel

/// One figure of an answer, with what it is made of.
struct QuestionFigure {
  /// The command that tells more.
  let question: String
  /// What is counted, with its unit.
  let name: String
  /// The value.
  let value: Double
  /// Whether it is a whole number of things.
  let isCount: Bool
  /// What it is made of: so much of each.
  let parts: [String: Double]

  /// A number of things, each of which has a name.
  static func count(_ question: String, _ name: String, of things: [String]) -> Self {
    let parts = Dictionary(things.map { ($0, 1.0) }, uniquingKeysWith: +)
    return Self(
      question: question, name: name, value: Double(things.count), isCount: true, parts: parts)
  }

  /// A sum over things, each of which has a name.
  static func sum(_ question: String, _ name: String, of parts: [(String, Double)]) -> Self {
    Self(
      question: question, name: name, value: parts.reduce(0) { $0 + $1.1 }, isCount: false,
      parts: Dictionary(parts, uniquingKeysWith: +))
  }
}

extension Snapshot {
  /// The figures of all questions that the data of the day answers, but for those that need two days.
  ///
  /// - Complexity: That of the questions.
  func questionFigures() -> [QuestionFigure] {
    counts + overlapFigures() + loadFigures() + handoffFigures() + firewallFigures()
      + peerFigures()
  }

  private func names<E: TableEntity>(_ rows: Roster<E>) -> [String] {
    rows.filter { !bystanders.contains($0.reference) }.map(\.name)
  }

  private var counts: [QuestionFigure] {
    let present = ecosystem
    let names = PartyNames(present)
    let entities = [
      ("companies", self.names(present.companies)), ("people", self.names(present.people)),
      ("alliances", self.names(present.alliances)), ("programs", self.names(present.programs)),
      ("committees", self.names(present.committees)),
    ]
    let seats = present.memberships.map {
      "\(names[.person($0.person)]) on \(names[.committee($0.committee)])"
    }
    let links = present.relationships.map { "\(names[$0.from]) – \(names[$0.to])" }
    return (entities + [("seats", seats), ("relationships", links)])
      .map { .count("counts", $0.0, of: $0.1) }
  }

  private func overlapFigures() -> [QuestionFigure] {
    guard !ecosystem.memberships.isEmpty else { return [] }
    let names = PartyNames(ecosystem)
    var shared: Set<[Committee.ID]> = []
    var bridges: [String] = []
    for person in ecosystem.people {
      let bodies = Set(seats(of: person.id).map(\.committee)).sorted()
      guard bodies.count > 1 else { continue }
      bridges.append(person.name)
      for (place, first) in bodies.enumerated() {
        for second in bodies[(place + 1)...] { shared.insert([first, second]) }
      }
    }
    let pairs = shared.sorted { $0.lexicographicallyPrecedes($1) }.map { pair in
      pair.map { names[.committee($0)] }.joined(separator: " and ")
    }
    return [
      .count("overlap", "people on two or more committees", of: bridges),
      .count("overlap", "pairs of committees that share somebody", of: pairs),
    ]
  }

  private func loadFigures() -> [QuestionFigure] {
    guard let load = try? allLoads() else { return [] }
    let unit = load.unit == .hours ? "hours a month of all duties" : "seats of all people"
    var figures: [QuestionFigure] = [
      .sum("load", unit, of: load.people.map { ($0.name, $0.amount(in: load.unit)) })
    ]
    if load.capacityCount > 0 {
      figures.append(
        .count(
          "load", "people who carry too much", of: load.people.filter(\.isOverloaded).map(\.name)))
    }
    return figures
  }

  private func handoffFigures() -> [QuestionFigure] {
    guard let review = try? answer(HandoffReviewQuestion()) else { return [] }
    func text(_ remark: HandoffRemark) -> String {
      "\(remark.from) → \(remark.to)" + (remark.what.map { ": \($0)" } ?? "")
    }
    let links = review.links.map { "\($0.fromName) → \($0.toName)" }
    let loops = review.loops.map { loop in
      Phrase.list(loop.members.map { review.names[$0.description] ?? $0.rawID }.sorted())
    }
    return [
      .count("handoffs", "links by which work passes", of: links),
      .count("handoffs", "handoffs that nobody owns", of: review.ownerless.map(text)),
      .count("handoffs", "handoffs whose owner has left", of: review.deserted.map(text)),
      .count(
        "handoffs", "pairs between which work goes to and fro",
        of: review.pingPongs.map { [$0.a, $0.b].sorted().joined(separator: " and ") }),
      .count("handoffs", "groups in which work can go round", of: loops),
    ]
  }

  private func firewallFigures() -> [QuestionFigure] {
    guard let walls = try? answer(FirewallQuestion()) else { return [] }
    return [
      .count(
        "firewall", "firewalls that somebody is on both sides of",
        of: walls.pairs.filter { !$0.breaches.isEmpty }.map { "\($0.aName) ‖ \($0.bName)" }),
      .count(
        "firewall", "people on both sides of a firewall",
        of: Set(walls.pairs.flatMap { $0.breaches.map(\.name) }).sorted()),
    ]
  }

  /// Peers of more alliances than this are not compared.
  private static let mostAlliances = 40

  private func peerFigures() -> [QuestionFigure] {
    // Each alliance is an answer of its own, from the whole dataset.
    guard ecosystem.alliances.count <= Self.mostAlliances else { return [] }
    var gaps: [String] = []
    var isAnswered = false
    for alliance in ecosystem.alliances where !bystanders.contains(.alliance(alliance.id)) {
      guard let matrix = try? answer(PeerQuestion(of: alliance.id)) else { continue }
      isAnswered = true
      gaps += matrix.gaps.map { gap in
        "\(gap.function.name) at \(ecosystem.name(of: .company(gap.missingAt)))"
      }
    }
    return isAnswered ? [.count("peers", "functions that face nobody at a partner", of: gaps)] : []
  }
}
