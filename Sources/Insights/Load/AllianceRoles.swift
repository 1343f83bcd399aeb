internal import EcosystemModel

/// A relationship of a person with an alliance, or with one of its programs.
struct AllianceTie {
  var person: Person.ID
  var alliance: Alliance.ID
  var kind: String?
}

extension Ecosystem {
  /// The relationships of people with alliances and programs, whichever way they are written.
  var allianceTies: [AllianceTie] {
    relationships.flatMap { tie in
      [(tie.from, tie.to), (tie.to, tie.from)].compactMap { person, other -> AllianceTie? in
        guard case .person(let person) = person else { return nil }
        switch other {
        case .alliance(let id): return AllianceTie(person: person, alliance: id, kind: tie.kind)
        case .program(let id):
          return programs[id].map {
            AllianceTie(person: person, alliance: $0.alliance, kind: tie.kind)
          }
        default: return nil
        }
      }
    }
  }
}

/// What somebody is to an alliance beside their seats.
struct AllianceRole {
  /// What makes them so.
  enum Ground {
    /// A relationship of a kind.
    case tie(String)
    /// They lead one of its programs.
    case program
    /// They manage it.
    case management
    /// They stand behind it.
    case sponsorship
  }

  var person: Person.ID
  var alliance: Alliance.ID
  var ground: Ground

  /// The role: `investigator` for `investigates`, another kind of relationship as it is.
  var name: String {
    switch ground {
    case .tie(let kind): ColumnName.normalized(kind) == "investigates" ? "investigator" : kind
    case .program: "project manager"
    case .management: "alliance manager"
    case .sponsorship: "sponsor"
    }
  }

  /// The hours a month that it takes; `nil` if the rules know none.
  func hours(by rules: LoadQuestion.Rules) -> Double? {
    switch ground {
    case .tie(let kind): rules.hours(perTieOf: kind)
    case .program: rules.hoursPerProgram
    case .management: rules.hoursPerAlliance
    case .sponsorship: rules.hoursPerSponsorship
    }
  }
}

extension Ecosystem {
  /// The roles of people in alliances: of relationships, of programs, then alliance by alliance.
  var allianceRoles: [AllianceRole] {
    var found = allianceTies.compactMap { tie in
      tie.kind.map { AllianceRole(person: tie.person, alliance: tie.alliance, ground: .tie($0)) }
    }
    for program in programs {
      guard let lead = program.lead else { continue }
      found.append(AllianceRole(person: lead, alliance: program.alliance, ground: .program))
    }
    for alliance in alliances {
      for (person, ground) in [
        (alliance.manager, AllianceRole.Ground.management), (alliance.sponsor, .sponsorship),
      ] {
        guard let person else { continue }
        found.append(AllianceRole(person: person, alliance: alliance.id, ground: ground))
      }
    }
    return found
  }
}

/// What people are to alliances beside their seats: investigator, project manager, alliance manager, sponsor.
struct AllianceRoles {
  /// Several roles that one person has at once in an alliance.
  struct Hats {
    var roles: [String]
    var alliances: [String]
  }

  private let hats: [Person.ID: [Hats]]

  init(_ snapshot: Snapshot) {
    let ecosystem = snapshot.ecosystem
    struct Place: Hashable {
      var person: Person.ID
      var alliance: Alliance.ID
    }
    var roles: [Place: [String]] = [:]
    for role in ecosystem.allianceRoles {
      let place = Place(person: role.person, alliance: role.alliance)
      if !(roles[place] ?? []).contains(role.name) { roles[place, default: []].append(role.name) }
    }
    var hats: [Person.ID: [Hats]] = [:]
    let several = Dictionary(
      grouping: roles.filter { $0.value.count > 1 }, by: \.key.alliance)
    for alliance in ecosystem.alliances {
      for (place, roles) in several[alliance.id] ?? [] {
        let known = hats[place.person]?.firstIndex { Set($0.roles) == Set(roles) }
        if let known {
          hats[place.person]?[known].alliances.append(alliance.name)
        } else {
          hats[place.person, default: []].append(Hats(roles: roles, alliances: [alliance.name]))
        }
      }
    }
    self.hats = hats
  }

  /// Whether somebody has several roles at once.
  func has(_ person: Person.ID) -> Bool { !hats.isEmpty && hats[person] != nil }

  /// The roles that somebody has at once, the most first, in words.
  func words(for person: Person.ID) -> String? {
    let own = (hats[person] ?? []).sorted {
      ($1.roles.count, $1.alliances.count) < ($0.roles.count, $0.alliances.count)
    }
    guard !own.isEmpty else { return nil }
    return own.map { hat in
      let roles = hat.roles.dropLast().joined(separator: ", ") + " and " + (hat.roles.last ?? "")
      let place =
        hat.alliances.count == 1
        ? hat.alliances[0] : "\(hat.alliances.count) alliances, \(hat.alliances[0]) among them"
      return "\(roles) at once in \(place)"
    }.joined(separator: "; ")
  }
}
