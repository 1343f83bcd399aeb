import EcosystemModel

/// Headers of columns that hold the people of a committee in one cell, as wide lists have them.
enum SeatWords {
  /// What such a header says.
  struct Meaning: Equatable {
    let role: MembershipRole
    /// Words before it that name the committee, such as `JSC` of `JSC members`.
    let committee: String?
  }

  /// Reads a header such as `Chair`, `JSC co-chairs`, `Members (JDC)`; `nil` if it names no role.
  static func meaning(of header: String) -> Meaning? {
    let words = Slug.text(of: header).split(separator: "-").map(String.init)
    // One of several columns, such as `Member 1`, holds one of the members.
    let isNumbered = words.contains { $0.allSatisfy(\.isNumber) }
    func named(_ word: String) -> MembershipRole? {
      roles[word] ?? (isNumbered && numbered.contains(word) ? .member : nil)
    }
    guard let place = words.indices.first(where: { named(words[$0]) != nil }),
      var role = named(words[place])
    else { return nil }
    let isShared = place > 0 && ["co", "joint"].contains(words[place - 1])
    if isShared, role == .chair { role = .coChair }
    if role == .chair, place > 0, RoleReading.deputies.contains(words[place - 1]) { role = .member }
    let original = header.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    let kinds = original.filter {
      NameLexicon.isCommitteeWord(String($0)) && roles[Slug.text(of: String($0))] == nil
    }
    return Meaning(role: role, committee: kinds.first.map(String.init))
  }

  private static let numbered: Set<String> = [
    "member", "mitglied", "membre", "miembro", "participant", "participante", "attendee",
    "delegate", "representative", "teilnehmer", "vertreter", "seat", "sitz",
  ]
  private static let roles: [String: MembershipRole] = [
    "chair": .chair, "chairs": .chair, "chairman": .chair, "chairperson": .chair, "vorsitz": .chair,
    "vorsitzende": .chair, "vorsitzender": .chair, "president": .chair, "presidente": .chair,
    "presidence": .chair, "presidencia": .chair, "leitung": .chair, "cochair": .coChair,
    "cochairs": .coChair, "members": .member, "mitglieder": .member, "membres": .member,
    "miembros": .member, "secretary": .member, "secretaire": .member, "secretario": .member,
    "attendees": .member, "participants": .member, "representatives": .member,
    "teilnehmer": .member,
    "delegates": .member, "vocales": .member, "vocal": .member, "alternate": .alternate,
    "alternates": .alternate, "deputy": .alternate,
    "deputies": .alternate, "stellvertreter": .alternate, "suppleants": .alternate,
    "suplentes": .alternate,
    "observer": .observer, "observers": .observer, "guests": .observer, "gaste": .observer,
    "beobachter": .observer, "observateurs": .observer, "invites": .observer,
    "observadores": .observer,
    "invitados": .observer,
  ]
}
