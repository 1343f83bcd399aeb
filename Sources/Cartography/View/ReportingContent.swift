import EcosystemModel

extension MapContent {
  /// People with those who report to them below: title and function of each, and how many report to a manager.
  ///
  /// Around a person: the chain of those above, and everybody below within the view's steps.
  static func reporting(of snapshot: Snapshot, view: MapView) -> MapContent {
    let lines = ReportingLines(of: snapshot)
    var content = MapContent(
      of: snapshot, view: view, Heading(subject: "Org chart", counts: [.person]))
    content.links = Noun(one: "reporting line", many: "reporting lines")
    let parts = lines.people.indices.filter(lines.isPart)
    var shown = Set(parts)
    let alone = lines.people.indices.filter { !shown.contains($0) }
    if case .person(let focus) = view.focus,
      let centre = lines.people.firstIndex(where: { $0.id == focus })
    {
      shown = Set(lines.above(centre) + lines.below(centre, within: view.steps))
      content.heading.subject = "Org chart around \(lines.people[centre].name)"
    } else if let company = Self.onlyCompany(of: parts.map { lines.people[$0] }, in: snapshot) {
      content.heading.subject = "Org chart of \(company)"
    }
    func member(_ position: Int) -> Member {
      Member(reference: lines.people[position].reference, name: lines.people[position].name)
    }
    content.nodes = lines.people.indices.filter(shown.contains).map { node($0, lines, snapshot) }
    let ties = ties(along: lines, in: snapshot.ecosystem)
    let ends = Set(content.nodes.map(\.reference))
    content.ties = ties.filter { ends.contains($0.from) && ends.contains($0.to) }
    let others = parts.filter { !shown.contains($0) }
    if !others.isEmpty {
      content.omissions.append(
        Omission(
          others.map(member), "neither above nor below, or farther away",
          ties: ties.count - content.ties.count))
    }
    let unplaced = alone.filter { !shown.contains($0) }
    if !unplaced.isEmpty {
      content.omissions.append(
        Omission(unplaced.map(member), "without a manager and without reports", ties: 0))
    }
    content.availableNodes = lines.people.count
    content.availableTies = ties.count
    return content
  }

  /// The company that all of some people work for.
  private static func onlyCompany(of people: [Person], in snapshot: Snapshot) -> String? {
    let companies = Set(people.map { snapshot.ecosystem.company(of: $0.reference) })
    guard companies.count == 1 else { return nil }
    return companies.first?.flatMap { snapshot.ecosystem.companies[$0]?.name }
  }

  private static func node(
    _ position: Int, _ lines: ReportingLines, _ snapshot: Snapshot
  ) -> Node {
    let person = lines.people[position]
    let ecosystem = snapshot.ecosystem
    var node = Node(reference: person.reference, name: person.name)
    let function = person.function.flatMap { ecosystem.functions[$0]?.name }
    // What the name says already, as that of a seat may, is not said again.
    let name = person.name.lowercased()
    let title = person.title.flatMap { name.contains($0.lowercased()) ? nil : $0 }
    let said = name + " " + (title ?? "").lowercased()
    node.optionalLines = [title, function.flatMap { said.contains($0.lowercased()) ? nil : $0 }]
      .compactMap(\.self)
    let direct = lines.reports[position].count
    if direct > 0 {
      let all = lines.below(position, within: .max).count - 1
      node.lines = [
        "\(Phrase.count(direct, "report"))" + (all > direct ? ", \(all) in all" : "")
      ]
    }
    let company = ecosystem.company(of: person.reference).flatMap { ecosystem.companies[$0]?.name }
    node.details = [person.title, function, company].compactMap(\.self)
    if let manager = lines.managers[position] {
      node.details.append("Reports to \(lines.people[manager].name)")
    }
    node.details += lines.seconds.filter { $0.from == position }.map {
      "Second line to \(lines.people[$0.to].name)"
    }
    node.details += lines.reports[position].map { "Report: \(lines.people[$0].name)" }
    node.tieCount = direct + (lines.managers[position] == nil ? 0 : 1)
    return node
  }

  /// The lines up, and those besides.
  private static func ties(along lines: ReportingLines, in ecosystem: Ecosystem) -> [Tie] {
    func tie(_ from: Int, _ to: Int, _ kind: String, _ words: String) -> Tie {
      var tie = Tie(
        from: lines.people[from].reference, to: lines.people[to].reference, kind: kind,
        isDirected: false)
      tie.details = ["\(lines.people[from].name) reports to \(lines.people[to].name)\(words)"]
      return tie
    }
    let up = lines.managers.enumerated().compactMap { position, manager -> Tie? in
      guard let manager else { return nil }
      var line = tie(position, manager, "reports to", "")
      line.pointsUp = true
      return line
    }
    return up + lines.seconds.map { tie($0.from, $0.to, ReportingLines.second, " as well") }
      + lines.circles.map {
        var line = tie($0.from, $0.to, ReportingLines.circle, ", in a circle")
        line.isDirected = true
        return line
      }
  }
}
