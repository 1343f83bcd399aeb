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
    func add(_ person: Person.ID?, _ alliance: Alliance.ID, _ role: String) {
      guard let person else { return }
      let place = Place(person: person, alliance: alliance)
      if !(roles[place] ?? []).contains(role) { roles[place, default: []].append(role) }
    }
    for tie in ecosystem.allianceTies {
      if let kind = tie.kind { add(tie.person, tie.alliance, Self.noun(of: kind)) }
    }
    for program in ecosystem.programs { add(program.lead, program.alliance, "project manager") }
    for alliance in ecosystem.alliances {
      add(alliance.manager, alliance.id, "alliance manager")
      add(alliance.sponsor, alliance.id, "sponsor")
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

  /// What somebody is who has such a relationship with an alliance: `investigator` for `investigates`.
  private static func noun(of kind: String) -> String {
    ColumnName.normalized(kind) == "investigates" ? "investigator" : kind
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
