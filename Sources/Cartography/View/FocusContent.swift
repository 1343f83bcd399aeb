import EcosystemModel

extension MapContent {
  /// Everything within some steps of one entity, whatever the tie: employment, seats, alliances, handoffs and so on.
  static func focus(of snapshot: Snapshot, view: MapView) -> MapContent {
    let ecosystem = snapshot.ecosystem
    guard let focus = view.focus, ecosystem.contains(focus) else {
      return MapContent(of: snapshot, view: view, Heading(subject: "Nothing to focus on"))
    }
    let name = ecosystem.name(of: focus)
    var content = MapContent(
      of: snapshot, view: view,
      Heading(subject: "\(name): within \(Phrase.count(view.steps, "step"))"))
    let ties = allTies(of: snapshot)
    var neighbours: [EntityReference: [EntityReference]] = [:]
    for tie in ties {
      neighbours[tie.from, default: []].append(tie.to)
      neighbours[tie.to, default: []].append(tie.from)
    }
    var distances = [focus: 0]
    var frontier = [focus]
    var order = [focus]
    for step in stride(from: 1, through: view.steps, by: 1) {
      var next: [EntityReference] = []
      for reference in frontier {
        for neighbour in neighbours[reference] ?? [] where distances[neighbour] == nil {
          distances[neighbour] = step
          next.append(neighbour)
        }
      }
      // An alliance without its other sides would say little.
      for case .alliance(let id) in next {
        for partner in (ecosystem.alliances[id]?.companies ?? []).map(EntityReference.company)
        where distances[partner] == nil {
          distances[partner] = step
          next.append(partner)
        }
      }
      order += next
      frontier = next
    }
    content.nodes = order.map { reference in
      var node = Node(reference: reference, name: ecosystem.name(of: reference))
      node.tieCount = (neighbours[reference] ?? []).count
      node.distance = distances[reference] ?? 0
      node.details = [
        reference.kind.rawValue,
        "\(Phrase.count(node.distance, "step")) from \(name)",
      ]
      if case .company(let id) = reference { node.url = ecosystem.companies[id]?.url }
      return node
    }
    content.ties = ties.filter { distances[$0.from] != nil && distances[$0.to] != nil }
    content.availableNodes = Set(neighbours.keys).union([focus]).count
    content.availableTies = ties.count
    let farther = neighbours.keys.filter { distances[$0] == nil }.sorted()
    if !farther.isEmpty {
      content.omissions.append(
        Omission(
          farther.map { Member(reference: $0, name: ecosystem.name(of: $0)) },
          "not within \(Phrase.count(view.steps, "step"))",
          ties: ties.count - content.ties.count))
    }
    return content
  }

  /// What the shapes at the ends of a line say already.
  private static let saidByEnds: Set = ["function", "partner", "program", "works here", "member"]

  /// Every tie of the ecosystem between any two entities, in the order of the tables.
  private static func allTies(of snapshot: Snapshot) -> [Tie] {
    let ecosystem = snapshot.ecosystem
    var ties: [Tie] = []
    func add(
      _ from: EntityReference, _ to: EntityReference?, _ kind: String, isDirected: Bool = false
    ) {
      guard let to, from != to else { return }
      var tie = Tie(from: from, to: to, kind: kind, isDirected: isDirected)
      tie.label = saidByEnds.contains(kind) ? nil : kind
      let arrow = isDirected ? "→" : "–"
      tie.details = ["\(ecosystem.name(of: from)) \(arrow) \(ecosystem.name(of: to)): \(kind)"]
      ties.append(tie)
    }
    for company in ecosystem.companies {
      add(.company(company.id), company.parent.map { .company($0) }, "owned by", isDirected: true)
    }
    for function in ecosystem.functions {
      if let parent = function.parent {
        add(.function(function.id), .function(parent), "reports to", isDirected: true)
      } else {
        add(.company(function.company), .function(function.id), "function")
      }
    }
    for person in ecosystem.people {
      for affiliation in ecosystem.affiliations(of: person.id) {
        add(
          affiliation.function.map { .function($0) } ?? .company(affiliation.company),
          .person(person.id), "works here")
      }
      add(.person(person.id), person.manager.map { .person($0) }, "reports to", isDirected: true)
    }
    for alliance in ecosystem.alliances {
      for company in alliance.companies {
        add(.alliance(alliance.id), .company(company), "partner")
      }
      add(.alliance(alliance.id), alliance.manager.map { .person($0) }, "managed by")
    }
    for program in ecosystem.programs {
      add(.alliance(program.alliance), .program(program.id), "program")
      add(.program(program.id), program.lead.map { .person($0) }, "led by")
    }
    for committee in ecosystem.committees {
      if let parent = committee.parent {
        add(.committee(committee.id), .committee(parent), "escalates to", isDirected: true)
      } else {
        add(.committee(committee.id), committee.alliance.map { .alliance($0) }, "governs")
      }
    }
    for seat in ecosystem.memberships {
      add(.committee(seat.committee), .person(seat.person), seat.role.rawValue)
    }
    return ties + statedTies(of: snapshot)
  }
}
