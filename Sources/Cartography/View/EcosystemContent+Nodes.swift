import EcosystemModel

extension EcosystemContentBuilder {
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
