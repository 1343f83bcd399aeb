import EcosystemModel

extension MapContent {
  /// Companies and their functions, the alliances between them, and every other tie, rolled up to the level shown.
  static func ecosystem(of snapshot: Snapshot, view: MapView) -> MapContent {
    let ecosystem = snapshot.ecosystem
    let companies = ecosystem.companies.count { !snapshot.bystanders.contains(.company($0.id)) }
    let alliances = ecosystem.alliances.count
    var content = MapContent(
      of: snapshot, view: view,
      title: "Partner ecosystem: \(companies) companies"
        + (alliances == 0 ? "" : ", " + Phrase.count(alliances, "alliance")))
    let asked = view.rollUp.flatMap { RollUp.levels(of: .ecosystem).contains($0) ? $0 : nil }
    // Communities are those of what would be drawn without them.
    let rollUp = asked.flatMap { $0 == .communities ? nil : $0 } ?? suitableRollUp(for: ecosystem)
    var builder = EcosystemContentBuilder(
      snapshot, rollUp: rollUp,
      joinsPartners: rollUp == .regions || view.reduction.backbone != nil
        || view.reduction.joinsPartners)
    builder.addTies()
    builder.addNodes()
    content.nodes = builder.nodes
    content.ties = builder.ties
    builder.addSharedAlliances(to: &content, isTested: view.reduction.backbone != nil)
    if builder.internalTies > 0 {
      content.omissions.append(
        Omission(reason: "ties inside one company, rolled up into it", count: builder.internalTies))
    }
    if builder.restatements > 0 {
      content.omissions.append(
        Omission(
          reason: "that state an alliance of the same two once more", count: builder.restatements,
          ties: builder.restatements))
    }
    if builder.bodyTies > 0 {
      content.omissions.append(
        Omission(
          reason: "ties to alliances, programs and committees, not shown between companies",
          count: builder.bodyTies, ties: builder.bodyTies))
    }
    content.availableNodes = content.shownEntities
    content.availableTies =
      content.shownTies + builder.internalTies + builder.bodyTies + builder.restatements
    return content
  }

  /// Single functions where they fit on a slide and say more than the companies do.
  private static func suitableRollUp(for ecosystem: Ecosystem) -> RollUp {
    let functions = ecosystem.functions.count
    return functions > ecosystem.companies.count && functions <= 40 ? .functions : .companies
  }
}

/// Collects the ties of an ecosystem at one level of detail, then the nodes they need.
private struct EcosystemContentBuilder {
  let ecosystem: Ecosystem
  let bystanders: Set<EntityReference>
  let rollUp: RollUp
  /// Whether alliances of several companies are ties between these rather than boxes.
  let joinsPartners: Bool
  let regions: RegionLeaders
  let ownership: Ownership
  /// The pairs of companies that have an alliance of their own.
  let allies: Set<Set<Company.ID>>
  var nodes: [MapContent.Node] = []
  var ties: [MapContent.Tie] = []
  /// Ties whose two ends belong to one company at this level.
  var internalTies = 0
  /// Relationships that say no more than that two companies are in the alliance they are in.
  var restatements = 0
  /// Ties to joint bodies, which have no place on a map of companies.
  var bodyTies = 0

  init(_ snapshot: Snapshot, rollUp: RollUp, joinsPartners: Bool) {
    ecosystem = snapshot.ecosystem
    bystanders = snapshot.bystanders
    ownership = Ownership(of: snapshot.whole)
    allies = Set(
      ecosystem.alliances.filter { $0.companies.count == 2 }.map { Set($0.companies) })
    self.rollUp = rollUp
    self.joinsPartners = joinsPartners
    regions = rollUp == .regions ? RegionLeaders(of: ecosystem) : RegionLeaders()
  }

  /// The entity that stands for another one at this level.
  private func shown(_ reference: EntityReference) -> EntityReference {
    switch (rollUp, reference) {
    case (.functions, .person(let id)):
      if let function = ecosystem.people[id]?.function { return .function(function) }
    case (.functions, _): return reference
    default: break
    }
    guard let company = ecosystem.company(of: reference) else { return reference }
    return rollUp == .regions ? regions.leader(of: company) : .company(company)
  }

  mutating func addTies() {
    if !joinsPartners { for alliance in ecosystem.alliances { add(alliance) } }
    for relationship in ecosystem.relationships {
      guard !restatesAlliance(relationship) else {
        restatements += 1
        continue
      }
      let kind = relationship.kind ?? RelationshipKind.unnamed
      add(
        from: relationship.from, to: relationship.to, kind: kind,
        isDirected: relationship.isDirected, label: relationship.label ?? kind,
        isOwned: ownership.isOwned(relationship, in: ecosystem), weight: relationship.weight,
        figures: MapContent.figures(of: relationship))
    }
    for handoff in ecosystem.handoffs {
      add(
        from: handoff.from, to: handoff.to, kind: "handoff", isDirected: true,
        label: rollUp != .functions ? "handoff" : handoff.what ?? "handoff",
        isOwned: ownership.isOwned(handoff, in: ecosystem), figures: MapContent.figures(of: handoff)
      )
    }
    if rollUp != .functions { joinOppositeTies() }
  }

  /// Two companies share one line on a map of companies, whatever joins them and whichever way.
  private mutating func joinOppositeTies() {
    var directions: [Set<EntityReference>: Set<EntityReference>] = [:]
    for tie in ties where !tie.isRivalry {
      let heads: [EntityReference] = tie.isDirected ? [tie.to] : [tie.from, tie.to]
      directions[[tie.from, tie.to], default: []].formUnion(heads)
    }
    for position in ties.indices {
      let ends: Set = [ties[position].from, ties[position].to]
      if directions[ends]?.count == 2 { ties[position].isDirected = false }
    }
  }

  /// Whether a row says of two companies what the table of alliances says of them: one fact counts once.
  private func restatesAlliance(_ row: Relationship) -> Bool {
    guard case .company(let from) = row.from, case .company(let to) = row.to,
      !row.isDirected, RelationshipKind.isPartnership(row.kind)
    else { return false }
    return allies.contains([from, to])
  }

  private mutating func add(_ alliance: Alliance) {
    let label = [alliance.name, alliance.kind].compactMap { $0 }.joined(separator: ", ")
    if alliance.companies.count == 2 {
      var tie = MapContent.Tie(
        from: .company(alliance.companies[0]), to: .company(alliance.companies[1]),
        kind: "alliance", isDirected: false)
      tie.label = alliance.name
      tie.details = ["Alliance: \(label)"]
      ties.append(tie)
    } else {
      for company in alliance.companies {
        var tie = MapContent.Tie(
          from: .alliance(alliance.id), to: .company(company), kind: "alliance", isDirected: false)
        tie.details = ["\(ecosystem.name(of: .company(company))) is a partner in \(label)"]
        ties.append(tie)
      }
    }
  }

  private mutating func add(
    from: EntityReference, to: EntityReference, kind: String, isDirected: Bool, label: String,
    isOwned: Bool?, weight: Double? = nil, figures: [String: Double] = [:]
  ) {
    let ends = (shown(from), shown(to))
    guard ends.0 != ends.1 else {
      internalTies += 1
      return
    }
    guard rollUp == .functions || (ends.0.kind == .company && ends.1.kind == .company) else {
      bodyTies += 1
      return
    }
    var tie = MapContent.Tie(from: ends.0, to: ends.1, kind: kind, isDirected: isDirected)
    tie.label = label
    tie.isOwned = isOwned
    tie.weight = MapContent.strength(weight)
    tie.figures = figures
    let arrow = isDirected ? "→" : "–"
    tie.details = [
      "\(ecosystem.name(of: from)) \(arrow) \(ecosystem.name(of: to)): \(label)"
        + (isOwned == false ? " (no owner)" : "")
    ]
    ties.append(tie)
  }

  /// Whether an entity is there for more than the name of an employer.
  private func isShown(_ reference: EntityReference, _ degree: [EntityReference: Int]) -> Bool {
    !bystanders.contains(reference) || degree[reference] != nil
  }

  mutating func addNodes() {
    var degree: [EntityReference: Int] = [:]
    for tie in ties {
      // A rival is there, but nobody's partner.
      for end in [tie.from, tie.to] { degree[end, default: 0] += tie.isRivalry ? 0 : 1 }
    }
    if joinsPartners {
      for company in ecosystem.alliances.flatMap(\.companies) {
        degree[shown(.company(company)), default: 0] += 1
      }
    }
    let functions = Dictionary(grouping: ecosystem.functions, by: \.company)
    let alliances = Dictionary(
      grouping: ecosystem.alliances.flatMap { alliance in
        alliance.companies.map { (company: $0, name: alliance.name) }
      }, by: \.company)
    guard rollUp != .regions else { return addRegions(degree) }
    for company in ecosystem.companies where isShown(.company(company.id), degree) {
      let own = functions[company.id] ?? []
      let reference = EntityReference.company(company.id)
      if rollUp == .companies || own.isEmpty || degree[reference] != nil {
        var node = MapContent.Node(reference: reference, name: company.name)
        if rollUp == .companies, !own.isEmpty {
          node.optionalLines = Self.list(
            own.map(\.name), atMost: ecosystem.companies.count <= 12 ? 8 : 3)
        }
        node.group = rollUp == .functions && !own.isEmpty ? company.name : nil
        node.details =
          [company.kind, company.region].compactMap { $0 }
          + own.map { "Function: \($0.name)" }
          + (alliances[company.id] ?? []).map { "Alliance: \($0.name)" }
        node.url = company.url
        append(node, degree)
      }
      guard rollUp == .functions else { continue }
      for function in own {
        var node = MapContent.Node(reference: .function(function.id), name: function.name)
        node.group = company.name
        node.details = ["Function of \(company.name)", function.region].compactMap { $0 }
        append(node, degree)
      }
    }
    let further = Set(degree.keys).filter { $0.kind != .company && $0.kind != .function }
    for reference in further.sorted() {
      var node = MapContent.Node(reference: reference, name: ecosystem.name(of: reference))
      node.details = [reference.kind.rawValue]
      append(node, degree)
    }
  }

  /// One box for each region, and one for each company without a region.
  private mutating func addRegions(_ degree: [EntityReference: Int]) {
    for company in ecosystem.companies {
      let leader = regions.leader(of: company.id)
      guard leader == .company(company.id) else { continue }
      var node = MapContent.Node(
        reference: leader, name: regions.name(of: leader, at: .regions, in: ecosystem))
      let companies = regions.companies[company.id] ?? []
      if !companies.isEmpty {
        node.members = companies.map { .init(reference: .company($0.id), name: $0.name) }
        node.lines = [EntityReference.Kind.company.counted(companies.count)]
        node.details = companies.map(\.name)
      }
      append(node, degree)
    }
  }

  /// Alliances as ties between their companies, one tie for each pair, which counts the alliances of both.
  func addSharedAlliances(to content: inout MapContent, isTested: Bool) {
    guard joinsPartners else { return }
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element.reference, $0.offset) }, uniquingKeysWith: { a, _ in a })
    var alliances: [MapContent.Pair: [String]] = [:]
    var seats: [(body: Int, member: Int)] = []
    for (member, alliance) in ecosystem.alliances.enumerated() {
      let ends = Set(alliance.companies.compactMap { positions[shown(.company($0))] }).sorted()
      seats += ends.map { ($0, member) }
      for (rank, first) in ends.enumerated() {
        for second in ends[(rank + 1)...] {
          alliances[.init(first: first, second: second), default: []].append(alliance.name)
        }
      }
    }
    // With other ties on the map the filter weighs all of them alike.
    let isAlone = ties.isEmpty
    content.addTies(
      alliances, between: nodes.map(\.reference), kind: "alliance",
      chances: isTested && isAlone
        ? MapContent.chances(
          seats, bodies: nodes.count, members: ecosystem.alliances.count)
        : [:])
    if isAlone { content.tieTest = "SDSM" }
  }

  private mutating func append(_ node: MapContent.Node, _ degree: [EntityReference: Int]) {
    var node = node
    node.tieCount = degree[node.reference] ?? 0
    nodes.append(node)
  }

  /// The first names of a list, and how many more there are.
  private static func list(_ names: [String], atMost limit: Int) -> [String] {
    names.count <= limit
      ? names : Array(names.prefix(limit - 1)) + ["+ \(names.count - limit + 1) more"]
  }
}
