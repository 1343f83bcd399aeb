import EcosystemModel

extension MapContent {
  /// Companies and their functions, the alliances between them, and every other tie, rolled up to the level shown.
  static func ecosystem(of snapshot: Snapshot, view: MapView) -> MapContent {
    var content = MapContent(
      of: snapshot, view: view,
      Heading(subject: "Partner ecosystem", counts: [.company, .alliance]))
    let asked = view.rollUp.flatMap { RollUp.levels(of: .ecosystem).contains($0) ? $0 : nil }
    // Communities are those of what would be drawn without them.
    // The level is that of everything, so that what a filter takes away is counted at the same one.
    let rollUp =
      asked.flatMap { $0 == .communities ? nil : $0 }
      ?? suitableRollUp(for: snapshot.unfiltered)
    if rollUp == .functions { content.heading.counts += [.person, .committee] }
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
        Omission(builder.internalTies, .link, "inside one company, rolled up into it"))
    }
    if builder.restatements > 0 {
      var restated = Omission(
        builder.restatements, Noun(one: "relationship", many: "relationships"),
        "of two in an alliance, counted with it", ties: builder.restatements)
      restated.isStatedElsewhere = true
      content.omissions.append(restated)
    }
    let foreign = builder.foreign
    if foreign.count > 0 {
      content.omissions.append(
        Omission(
          foreign.count, .link, "\(foreign.words), not shown on a map of companies",
          ties: foreign.count))
    }
    content.availableNodes = content.shownEntities
    content.availableTies =
      content.shownTies + builder.internalTies + foreign.count + builder.restatements
    return content
  }

  /// Single functions where they fit on a slide and say more than the companies do, and where most of what is linked belongs
  /// to no company, so that it needs a place of its own.
  static func suitableRollUp(for ecosystem: Ecosystem) -> RollUp {
    let functions = ecosystem.functions.count
    func isStrange(_ from: EntityReference, _ to: EntityReference) -> Bool {
      ecosystem.company(of: from) == nil || ecosystem.company(of: to) == nil
    }
    let handoffs = ecosystem.handoffs.columns
    let strangers =
      ecosystem.relationships.count { isStrange($0.from, $0.to) }
      + (0..<handoffs.count).count { isStrange(handoffs.from[$0], handoffs.to[$0]) }
    let links = ecosystem.relationships.count + handoffs.count
    if strangers * 2 > links + ecosystem.alliances.count { return .functions }
    return functions > ecosystem.companies.count && functions <= 40 ? .functions : .companies
  }
}

/// Links with an end that a map of companies does not show.
struct ForeignLinks {
  var count = 0
  /// The kinds of those ends.
  private var kinds: Set<EntityReference.Kind> = []
  /// Whether both ends of all of them are such.
  private var isBetween = true

  mutating func add(_ ends: (EntityReference, EntityReference)) {
    count += 1
    for end in [ends.0.kind, ends.1.kind] {
      if end == .company { isBetween = false } else { kinds.insert(end) }
    }
  }

  /// `between people`, `with alliances or committees at an end`.
  var words: String {
    let plurals = EntityReference.Kind.allCases.filter(kinds.contains).map(\.plural)
    return isBetween && plurals.count == 1
      ? "between \(plurals[0])" : "to \(plurals.spokenList(last: "and"))"
  }
}

/// Collects the ties of an ecosystem at one level of detail, then the nodes they need.
struct EcosystemContentBuilder {
  let ecosystem: Ecosystem
  private let unfiltered: Ecosystem
  let bystanders: Set<EntityReference>
  let rollUp: RollUp
  /// Whether alliances of several companies are ties between these rather than boxes.
  let joinsPartners: Bool
  let regions: RegionLeaders
  let ownership: Ownership
  var nodes: [MapContent.Node] = []
  var ties: [MapContent.Tie] = []
  /// Ties whose two ends belong to one company at this level.
  var internalTies = 0
  /// Relationships that say no more than that two companies are in the alliance they are in.
  var restatements = 0
  /// Ties with an end that has no place on a map of companies.
  var foreign = ForeignLinks()
  /// Alliances of two, by their partners.
  private let pairs: [Set<Company.ID>: Alliance.ID]
  /// The position of the tie of each of them.
  private var allianceTies: [Alliance.ID: Int] = [:]

  init(_ snapshot: Snapshot, rollUp: RollUp, joinsPartners: Bool) {
    ecosystem = snapshot.ecosystem
    unfiltered = snapshot.unfiltered
    bystanders = snapshot.bystanders
    ownership = Ownership(of: snapshot.whole)
    self.rollUp = rollUp
    self.joinsPartners = joinsPartners
    pairs = Dictionary(
      snapshot.ecosystem.alliances.filter { $0.companies.count == 2 }
        .map { (Set($0.companies), $0.id) }, uniquingKeysWith: { first, _ in first })
    regions = rollUp == .regions ? RegionLeaders(of: ecosystem) : RegionLeaders()
  }

  /// The entity that stands for another one at this level.
  func shown(_ reference: EntityReference) -> EntityReference {
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
    for relationship in ecosystem.relationships where !restate(relationship) {
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

  /// Takes a relationship that says of two companies what an alliance of these two says already into its tie: one fact that
  /// stands in two tables counts once.
  private mutating func restate(_ relationship: Relationship) -> Bool {
    guard RelationshipKind.isPartnership(relationship.kind), !relationship.isDirected,
      case .company(let from) = relationship.from, case .company(let to) = relationship.to,
      let alliance = pairs[[from, to]]
    else { return false }
    restatements += 1
    // Where alliances are drawn as what companies share, there is no tie of this one alone.
    guard let position = allianceTies[alliance] else { return true }
    ties[position].weight = MapContent.strength(relationship.weight)
    ties[position].figures = MapContent.figures(of: relationship)
    if let label = relationship.label { ties[position].details.append(label) }
    return true
  }

  /// Two companies share one line on a map of companies where one of their links leads both ways; arrows of opposite directions
  /// are two lines.
  private mutating func joinOppositeTies() {
    struct Ends: Hashable {
      var from: EntityReference
      var to: EntityReference
    }
    guard ties.contains(where: \.isDirected) else { return }
    var plain: Set<Ends> = []
    for tie in ties where !tie.isRivalry && !tie.isDirected {
      plain.insert(Ends(from: tie.from, to: tie.to))
      plain.insert(Ends(from: tie.to, to: tie.from))
    }
    for position in ties.indices where ties[position].isDirected {
      if plain.contains(Ends(from: ties[position].from, to: ties[position].to)) {
        ties[position].isDirected = false
      }
    }
  }

  /// Whether something has a place on a map of companies: companies, and the alliances that are more than a line.
  private func isDrawn(_ reference: EntityReference) -> Bool {
    switch reference {
    case .company: true
    case .alliance(let id): !joinsPartners && ecosystem.alliances[id].map(hasBox) ?? false
    default: false
    }
  }

  /// Whether an alliance has a box of its own: one of two is the line between them, and one of two of which a filter leaves one
  /// joins nobody.
  private func hasBox(_ alliance: Alliance) -> Bool {
    switch alliance.companies.count {
    case 0, 2: false
    case 1: unfiltered.alliances[alliance.id]?.companies.count != 2
    default: true
    }
  }

  private mutating func add(_ alliance: Alliance) {
    let label = [alliance.name, alliance.kind].compactMap { $0 }.joined(separator: ", ")
    if alliance.companies.count == 2 {
      var tie = MapContent.Tie(
        from: .company(alliance.companies[0]), to: .company(alliance.companies[1]),
        kind: "alliance", isDirected: false)
      allianceTies[alliance.id] = ties.count
      tie.label = alliance.name
      tie.details = ["Alliance: \(label)"]
      ties.append(tie)
    } else if hasBox(alliance) {
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
    guard rollUp == .functions || (isDrawn(ends.0) && isDrawn(ends.1)) else {
      foreign.add(ends)
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
}
