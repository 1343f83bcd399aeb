import EcosystemModel

extension MapContent {
  /// The functions, companies or regions that people sit for, and the committees they sit on; seats are counted.
  ///
  /// People without one keep a box of their own.
  static func seats(of snapshot: Snapshot, view: MapView) -> MapContent {
    let ecosystem = snapshot.ecosystem
    let level = view.rollUp ?? .companies
    var content = MapContent(
      of: snapshot, view: view, Heading(subject: "\(level.title) and the committees they sit on"))
    content.links = .seat
    let regions = RegionLeaders(of: ecosystem)
    content.nodes = committeeNodes(of: snapshot)
    var positions: [EntityReference: Int] = [:]
    var placed: Set<Person.ID> = []
    for seat in ecosystem.memberships {
      let owner = owner(of: seat, at: level, regions: regions, in: ecosystem)
      if positions[owner] == nil {
        positions[owner] = content.nodes.count
        content.nodes.append(
          Node(reference: owner, name: regions.name(of: owner, at: level, in: ecosystem)))
      }
      var tie = Tie(
        from: .committee(seat.committee), to: owner, kind: "seat", isDirected: false)
      tie.details = [detail(of: seat, in: ecosystem)]
      content.ties.append(tie)
      guard let position = positions[owner] else { continue }
      content.nodes[position].tieCount += 1
      guard owner.kind != .person, placed.insert(seat.person).inserted else { continue }
      let name = ecosystem.people[seat.person]?.name ?? seat.person.rawValue
      content.nodes[position].folded.append(Member(reference: .person(seat.person), name: name))
    }
    for position in content.nodes.indices where !content.nodes[position].folded.isEmpty {
      let people = content.nodes[position].folded
      content.nodes[position].lines = [EntityReference.Kind.person.counted(people.count)]
      content.nodes[position].details += people.map(\.name)
    }
    content.availableNodes = content.shownEntities
    content.availableTies = ecosystem.memberships.count
    let contacts = contacts(of: snapshot).count
    if contacts > 0 {
      content.omissions.append(
        Omission(
          contacts, .link, "between people or committees, not shown at this level", ties: contacts))
      content.availableTies += contacts
    }
    return content
  }

  private static func owner(
    of seat: Membership, at level: RollUp, regions: RegionLeaders, in ecosystem: Ecosystem
  ) -> EntityReference {
    if level == .functions, let function = ecosystem.people[seat.person]?.function {
      return .function(function)
    }
    guard let company = ecosystem.company(of: seat) else { return .person(seat.person) }
    return level == .regions ? regions.leader(of: company) : .company(company)
  }
}

extension RollUp {
  /// The plural, as it begins a title.
  var title: String {
    switch self {
    case .people: "People"
    case .functions: "Functions"
    case .companies: "Companies"
    case .regions: "Regions"
    case .committees: "Committees"
    case .communities: "Communities"
    }
  }
}

/// Regions have no rows of their own: the first company of each stands for it.
struct RegionLeaders {
  private var leaders: [Company.ID: Company.ID] = [:]
  private var regions: [Company.ID: String] = [:]
  /// The companies of each region, by the one that stands for it.
  private(set) var companies: [Company.ID: [Company]] = [:]

  /// No regions: every company stands for itself.
  init() {}

  init(of ecosystem: Ecosystem) {
    var first: [String: Company.ID] = [:]
    for company in ecosystem.companies {
      guard let region = company.region, !region.trimmed.isEmpty else { continue }
      let leader = first[region, default: company.id]
      first[region] = leader
      leaders[company.id] = leader
      regions[leader] = region
      companies[leader, default: []].append(company)
    }
  }

  /// Who stands for the region of a company; itself where it has none.
  func leader(of company: Company.ID) -> EntityReference { .company(leaders[company] ?? company) }

  /// The region's name for who stands for one, else the entity's own.
  func name(of reference: EntityReference, at level: RollUp, in ecosystem: Ecosystem) -> String {
    guard level == .regions, case .company(let id) = reference, let region = regions[id] else {
      return ecosystem.name(of: reference)
    }
    return region
  }
}
