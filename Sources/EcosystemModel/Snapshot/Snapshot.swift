/// An ecosystem as it stood on one day, or on all days, with the whole ecosystem beside it.
///
/// Made once, by whoever is asked, and handed to everything that answers or draws, so that no two stages look into
/// different days. ``ecosystem`` is what is true on the day; ``whole`` is for what must not change from day to day, such as the
/// colour of a company.
///
/// Two snapshots are equal if they show the same day, part and filter of equal ecosystems; the rest follows from these.
public struct Snapshot: Sendable {
  /// Everything the dataset says, of all days and both sides of every firewall.
  ///
  /// Colours and sums come from it, so that they are the same in every picture and for everybody; names never do.
  package let origin: Ecosystem
  /// Everything that may be told, of all days: where it is about single alliances, nothing from the other sides of their firewalls.
  package let whole: Ecosystem
  /// The day, or `nil` for all days.
  public let date: CalendarDate?
  /// The only alliance that is looked at, or `nil` for all.
  package let alliance: Alliance.ID?
  /// What the dataset says of the day.
  package let ecosystem: Ecosystem
  /// What is inherited in ``ecosystem``, and who sits where, by the positions of the rows.
  package let hierarchy: Hierarchy
  /// The conditions that everything in ``ecosystem`` meets; empty where nothing was filtered.
  package let filter: Filter
  /// What the dataset says of the day and the alliance, whether it meets the filter or not.
  package let unfiltered: Ecosystem
  /// Who is in ``ecosystem`` without meeting the filter: people for what they own, manage or lead, companies and functions as
  /// employers of people.
  package let bystanders: Set<EntityReference>

  /// How many firewalls concern the alliances that it is about; 0 if it is about all.
  package let firewallCount: Int
  /// The alliances whose pages it makes, from the widest circle to the narrowest; empty if it is for the house itself.
  let circles: [Set<Alliance.ID>]

  init(
    of origin: Ecosystem, on date: CalendarDate?, within alliance: Alliance.ID? = nil,
    meeting filter: Filter = Filter(), for circles: [Set<Alliance.ID>]? = nil
  ) {
    let circles =
      circles ?? [filter.alliances(in: origin), alliance.map { [$0] } ?? []].filter { !$0.isEmpty }
    let sides = circles.map { OtherSides(of: $0, in: origin) }
    let whole = origin.withholding(Set(sides.flatMap(\.entities)))
    self.origin = origin
    self.whole = whole
    firewallCount = Set(sides.flatMap(\.firewalls)).count
    self.circles = circles
    self.date = date
    self.alliance = alliance
    self.filter = filter
    let day = whole.asOf(date)
    let ofDay = Hierarchy(of: day)
    unfiltered = alliance.map { day.part(of: $0, ofDay) } ?? day
    let hierarchy = alliance == nil ? ofDay : Hierarchy(of: unfiltered)
    guard !filter.isEmpty else {
      ecosystem = unfiltered
      self.hierarchy = hierarchy
      bystanders = []
      return
    }
    (ecosystem, bystanders) = filter.remainder(of: unfiltered, hierarchy)
    self.hierarchy = Hierarchy(of: ecosystem)
  }

  /// The same day and alliance before anything was filtered.
  package var beforeFilter: Snapshot {
    filter.isEmpty ? self : Snapshot(of: origin, on: date, within: alliance, for: circles)
  }

  /// Whether it is about single alliances, whose partners may read what is made of it.
  package var isForPartners: Bool { !circles.isEmpty }

  /// What is not told, since it lies on the other sides of firewalls: for looking whether something names it, never for naming it.
  package var hidden: Set<EntityReference> {
    isForPartners ? Set(origin.references).subtracting(whole.references) : []
  }

  /// How much is not told, since it lies on the other sides of firewalls; `nil` if everything is.
  package var withheld: Withheld? {
    isForPartners ? Withheld(of: origin, leaving: whole) : nil
  }

  /// The same day of one alliance: its committees, their seats, and its handoffs, programs and scores.
  ///
  /// Companies, functions and people stay, so that names can be told, but for those on the other sides of the alliance's firewalls:
  /// these are neither here nor in ``whole``, and ``withheld`` counts them.
  ///
  /// - Complexity: O(number of rows).
  package func within(_ alliance: Alliance.ID) -> Snapshot {
    Snapshot(of: origin, on: date, within: alliance, meeting: filter)
  }

  /// All that the partners of an alliance may be told: nothing from the other sides of its firewalls, and everything else.
  ///
  /// - Complexity: O(number of rows).
  package func told(to alliance: Alliance.ID) -> Snapshot {
    Snapshot(
      of: origin, on: date, within: self.alliance, meeting: filter, for: circles + [[alliance]])
  }

  /// The same part of the ecosystem on another day.
  ///
  /// - Complexity: O(number of rows).
  package func on(_ date: CalendarDate?) -> Snapshot {
    Snapshot(of: origin, on: date, within: alliance, meeting: filter, for: circles)
  }
}

extension Ecosystem {
  /// The ecosystem as it stood on a day.
  ///
  /// Rows whose validity does not contain the day are left out, and with them the rows that hang on them: the committees and
  /// programs of an alliance that was not yet or no longer there, the seats of such a committee, the ties to any of
  /// these. Committees get the figures they had. Companies, functions and people carry no dates and stay.
  ///
  /// - Parameter date: The day, or `nil` for no day in particular: everything.
  /// - Returns: The snapshot of that day.
  /// - Complexity: O(number of rows).
  package func on(_ date: CalendarDate?) -> Snapshot { Snapshot(of: self, on: date) }
}

extension Snapshot: Hashable {
  /// Whether both show the same day and part of equal ecosystems.
  public static func == (left: Snapshot, right: Snapshot) -> Bool {
    left.date == right.date && left.alliance == right.alliance && left.filter == right.filter
      && left.circles == right.circles && left.origin == right.origin
  }

  /// Feeds the day, the part and the whole ecosystem to the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(date)
    hasher.combine(alliance)
    hasher.combine(filter)
    hasher.combine(origin)
  }
}

extension Snapshot: Codable {
  private enum CodingKeys: CodingKey { case origin, date, alliance, filter, circles }

  /// Reads the whole ecosystem, the day and the part, and makes the rest of them.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      of: try container.decode(Ecosystem.self, forKey: .origin),
      on: try container.decodeIfPresent(CalendarDate.self, forKey: .date),
      within: try container.decodeIfPresent(Alliance.ID.self, forKey: .alliance),
      meeting: try container.decodeIfPresent(Filter.self, forKey: .filter) ?? Filter(),
      for: try container.decode([Set<Alliance.ID>].self, forKey: .circles))
  }

  /// Writes the whole ecosystem, the day and the part.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(origin, forKey: .origin)
    try container.encodeIfPresent(date, forKey: .date)
    try container.encodeIfPresent(alliance, forKey: .alliance)
    if !filter.isEmpty { try container.encode(filter, forKey: .filter) }
    try container.encode(circles, forKey: .circles)
  }
}

extension Snapshot {
  /// The alliance of a committee: its own, or else that of the nearest committee above it that has one.
  package func alliance(of committee: Committee.ID) -> Alliance.ID? {
    ecosystem.committees.position(of: committee).flatMap { hierarchy.alliance(ofCommittee: $0) }
      .map { ecosystem.alliances[$0].id }
  }

  /// The committees of an alliance, inherited ones included, in the order of their rows.
  package func committees(of alliance: Alliance.ID) -> [Committee] {
    guard let position = ecosystem.alliances.position(of: alliance) else { return [] }
    return hierarchy.committees(ofAlliance: position).map { ecosystem.committees[$0] }
  }

  /// The seats of a committee, in the order of their rows.
  package func seats(of committee: Committee.ID) -> [Membership] {
    guard let position = ecosystem.committees.position(of: committee) else { return [] }
    return hierarchy.seats(ofCommittee: position).map { ecosystem.memberships[$0] }
  }

  /// The seats of a person, in the order of their rows.
  package func seats(of person: Person.ID) -> [Membership] {
    guard let position = ecosystem.people.position(of: person) else { return [] }
    return hierarchy.seats(ofPerson: position).map { ecosystem.memberships[$0] }
  }

  /// The nearest of the partners that is the company, or owns it at any remove.
  package func partner(owning company: Company.ID, among partners: [Company.ID]) -> Company.ID? {
    let companies = ecosystem.companies
    guard let position = companies.position(of: company) else { return nil }
    return hierarchy.owners(ofCompany: position).lazy.map { companies[$0].id }
      .first(where: partners.contains)
  }
}
