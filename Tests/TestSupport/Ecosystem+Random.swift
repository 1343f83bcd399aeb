internal import GraphCore
package import EcosystemModel

extension Ecosystem {
  /// An ecosystem that depends on nothing but its seed, for laws that must hold for all.
  ///
  /// Every table has rows, every optional column is filled in some rows and empty in others, names hold what breaks careless
  /// writers (quotes, commas, `<&>`, accents, other scripts). References are whole; ids
  /// and names are unique within their table; chains of parents have no loops; values keep to the contract.
  ///
  /// - Parameters:
  ///   - seed: The same seed makes the same ecosystem.
  ///   - scale: The number of people; the other tables follow from it. At least 2.
  /// - Returns: The ecosystem.
  package static func random(seed: UInt64, scale: Int = 24) -> Ecosystem {
    precondition(scale >= 2, "A random ecosystem has two people or more.")
    let maker = EcosystemMaker(seed: seed, scale: scale)
    return maker.make()
  }
}

/// Draws the rows of a random ecosystem table by table; a class, so that draws may stand inside draws.
private final class EcosystemMaker {
  var random: SplitMix64
  let scale: Int
  var made = Ecosystem()

  init(seed: UInt64, scale: Int) {
    random = SplitMix64(state: seed)
    self.scale = scale
  }

  func make() -> Ecosystem {
    makeCompanies()
    makePeople()
    makeAlliances()
    makeCommittees()
    makeTies()
    return made
  }

  func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  func sometimes<Value>(_ value: @autoclosure () -> Value) -> Value? {
    number(0...2) == 0 ? nil : value()
  }

  func pick<Element>(_ elements: some RandomAccessCollection<Element>) -> Element {
    elements[elements.index(elements.startIndex, offsetBy: number(0...elements.count - 1))]
  }

  func name(_ noun: String, _ number: Int) -> String {
    let spice = [
      "", " & Söhne", " \"Nord\"", ", Inc.", " <Labs>", " 東京", " O’Neil", " a;b", " 100%", " é/ø",
    ]
    return "\(noun) \(number)\(pick(spice))"
  }

  func validity() -> Validity {
    let start = 2010 + number(0...8)
    let since = CalendarDate(year: start, month: number(1...12), day: number(1...28))
    let until = CalendarDate(year: start + number(1...6), month: number(1...12))
    return Validity(since: sometimes(since).flatMap { $0 }, until: number(0...2) == 0 ? until : nil)
  }

  func tags() -> [String] {
    let words = ["illustrative", "key", "watch list", "größte"]
    return words.filter { _ in number(0...3) == 0 }
  }

  func attributes() -> Attributes {
    var attributes = Attributes()
    if number(0...2) == 0 { attributes["Tier"] = "\(number(1...3))" }
    if number(0...3) == 0 { attributes["Contract owner"] = name("Owner", number(1...9)) }
    return attributes
  }

  func makeCompanies() {
    let zones = ["Asia/Tokyo", "Europe/Zurich", "America/New_York", "UTC"]
    for position in 0..<max(2, scale / 4) {
      var company = Company(id: .init("c\(position)"), name: name("Company", position))
      company.kind = sometimes(pick(["biopharma", "digital", "CRO"]))
      company.region = sometimes(pick(["Japan", "Europe", "United States"]))
      company.timeZone = sometimes(pick(zones))
      company.parent = position > 0 && number(0...4) == 0 ? pick(made.companies).id : nil
      company.url = sometimes("https://example.org/\(position)?a=1&b=2")
      company.tags = tags()
      company.attributes = attributes()
      made.companies.append(company)
    }
    for position in 0..<max(2, scale / 3) {
      let company = pick(made.companies).id
      var function = Function(
        id: .init("f\(position)"), name: name("Function", position), company: company)
      let above = made.functions.filter { $0.company == company }
      function.parent = above.isEmpty ? nil : sometimes(pick(above).id)
      function.region = sometimes("Europe")
      function.timeZone = sometimes(pick(zones))
      function.workHours = sometimes(WorkHours("0\(number(6...9)):30-18:00")).flatMap { $0 }
      function.tags = tags()
      function.attributes = attributes()
      made.functions.append(function)
    }
  }

  func makePeople() {
    for position in 0..<scale {
      var person = Person(id: .init("p\(position)"), name: name("Person", position))
      person.kind = number(0...4) == 0 ? .seat : .person
      person.company = sometimes(pick(made.companies).id)
      let functions = made.functions.filter { $0.company == person.company }
      person.function = functions.isEmpty ? nil : sometimes(pick(functions).id)
      person.title = sometimes("Lead, \(position)")
      person.seniority = sometimes(number(1...5))
      person.manager = position > 0 ? sometimes(pick(made.people).id) : nil
      person.timeZone = sometimes("Asia/Tokyo")
      person.capacityHours = sometimes(Double(number(1...160)) / 2)
      person.tags = tags()
      person.attributes = attributes()
      made.people.append(person)
    }
    for _ in 0..<max(1, scale / 6) {
      var affiliation = Affiliation(person: pick(made.people).id, company: pick(made.companies).id)
      affiliation.share = sometimes(Double(number(0...4)) / 4)
      affiliation.validity = validity()
      affiliation.tags = tags()
      affiliation.attributes = attributes()
      made.affiliations.append(affiliation)
    }
  }

  func makeAlliances() {
    for position in 0..<max(2, scale / 6) {
      var alliance = Alliance(id: .init("a\(position)"), name: name("Alliance", position))
      alliance.companies = Array(
        made.companies.map(\.id).shuffled(using: &random).prefix(number(2...3)))
      alliance.kind = sometimes("co-development")
      alliance.stage = sometimes(pick(["contracting", "development", "launch"]))
      alliance.area = sometimes("oncology")
      alliance.validity = validity()
      alliance.manager = sometimes(pick(made.people).id)
      alliance.northStar = sometimes("First, patients.")
      alliance.valueInUSDollars = sometimes(Double(number(1...900)) * 1e6)
      alliance.tags = tags()
      alliance.attributes = attributes()
      made.alliances.append(alliance)
      var program = Program(
        id: .init("r\(position)"), name: name("Program", position), alliance: alliance.id)
      program.stage = sometimes("development")
      program.lead = sometimes(pick(made.people).id)
      program.validity = validity()
      program.tags = tags()
      program.attributes = attributes()
      made.programs.append(program)
    }
  }

  func makeCommittees() {
    for position in 0..<max(2, scale / 3) {
      var committee = Committee(id: .init("k\(position)"), name: name("Committee", position))
      committee.kind = sometimes(pick(["JSC", "JDC", "JLT"]))
      committee.alliance = sometimes(pick(made.alliances).id)
      let above = made.committees.filter { $0.alliance == committee.alliance }
      committee.parent = above.isEmpty ? nil : sometimes(pick(above).id)
      committee.region = sometimes("Europe")
      committee.cadence = sometimes(Cadence(pick(["weekly", "monthly", "10/year"]))).flatMap { $0 }
      committee.hours = sometimes(Double(number(1...8)) / 2)
      committee.preparationHours = sometimes(Double(number(0...8)) / 4)
      committee.quorum = sometimes(number(1...4))
      committee.decides = sometimes("budget, \"plan\"")
      committee.approvalRate = sometimes(Double(number(0...8)) / 8)
      committee.maxDays = sometimes(Double(number(1...60)))
      committee.validity = Validity(since: validity().since)
      committee.tags = tags()
      committee.attributes = attributes()
      made.committees.append(committee)
    }
    for _ in 0..<scale * 2 {
      var seat = Membership(person: pick(made.people).id, committee: pick(made.committees).id)
      seat.role = pick(MembershipRole.allCases)
      seat.company = number(0...3) == 0 ? pick(made.companies).id : nil
      seat.validity = validity()
      seat.tags = tags()
      seat.attributes = attributes()
      made.memberships.append(seat)
    }
  }

  func anything() -> EntityReference {
    switch number(0...5) {
    case 0: .company(pick(made.companies).id)
    case 1: .function(pick(made.functions).id)
    case 2: .committee(pick(made.committees).id)
    case 3: .alliance(pick(made.alliances).id)
    case 4: .program(pick(made.programs).id)
    default: .person(pick(made.people).id)
    }
  }

  func makeTies() {
    for position in 0..<scale {
      var tie = Relationship(from: anything(), to: anything())
      tie.kind = sometimes(pick(["partners with", "supplies", "reports to"]))
      tie.directed = [true, false, nil][number(0...2)]
      tie.weight = sometimes(Double(number(1...40)) / 8)
      tie.owner = sometimes(pick(made.people).id)
      tie.label = sometimes("tie \(position)")
      tie.validity = validity()
      tie.tags = tags()
      tie.attributes = attributes()
      made.relationships.append(tie)
      var handoff = Handoff(from: anything(), to: anything())
      handoff.what = sometimes(name("Item", position))
      handoff.stage = sometimes("launch")
      handoff.hours = sometimes(Double(number(1...400)) / 4)
      handoff.owner = sometimes(pick(made.people).id)
      handoff.alliance = sometimes(pick(made.alliances).id)
      handoff.perYear = sometimes(Double(number(1...52)))
      handoff.channel = sometimes("e-mail")
      handoff.tags = tags()
      handoff.attributes = attributes()
      made.handoffs.append(handoff)
    }
    // Without a draw, so that seeds make what they made before.
    for position in 0..<max(2, scale / 3) where !made.committees.isEmpty {
      let owner = position % 4 == 1 ? made.people[position % made.people.count].id : nil
      let body = made.committees[position * 7 % made.committees.count]
      made.decide(
        "Matter \(position % max(2, scale / 9))", body.id, DecisionRight.allCases[position % 4]
      ) {
        $0.step = position % 3 == 0 ? nil : position % 3
        $0.days = position % 2 == 0 ? Double(position % 11) : nil
        $0.stage = position % 5 == 0 ? "launch" : nil
        $0.owner = owner
      }
    }
    for position in 0..<max(1, scale / 8) {
      var conflict = Conflict(
        a: .alliance(pick(made.alliances).id), b: .company(pick(made.companies).id))
      conflict.reason = sometimes("competing product")
      conflict.coolingOffDays = sometimes(number(0...365))
      conflict.tags = tags()
      conflict.attributes = attributes()
      made.conflicts.append(conflict)
      var score = Score(
        subject: anything(), measure: "health", value: Double(number(4...20)) / 4)
      score.date = validity().since
      score.scale = sometimes("1-5")
      score.tags = tags()
      score.attributes = attributes()
      made.scores.append(score)
      var view = SavedView(name: "View \(position)")
      view.kind = sometimes("people")
      view.filter = sometimes("region=Japan")
      view.steps = sometimes(number(1...3))
      view.title = sometimes(name("Map", position))
      view.tags = tags()
      view.attributes = attributes()
      made.views.append(view)
      // Without a draw, so that seeds make what they made before.
      var place = Place(
        view: view.name, key: "committee-\(position)", x: Double(position) * 7.25, y: -0.5)
      place.links = ["company-\(position)", "a|b"]
      place.width = position.isMultiple(of: 2) ? 90.02 : nil
      made.places.append(place)
    }
  }
}
