import EcosystemModel

/// Which role on a committee a title means.
enum RoleReading {
  /// The role that a word or title means, such as `chair` for `Chairman` and `Vorsitzende`; `nil` if the title is not known.
  static func role(of title: String) -> MembershipRole? {
    let key = key(title)
    // A mark in parentheses means something else than the mark.
    guard !key.isEmpty, key.count > 2 || !title.contains(where: { "([".contains($0) }) else {
      return nil
    }
    if let known = roles[key] { return known }
    let words = key.split(separator: " ").map(String.init)
    // `JSC Co-Chair`, `Member (voting)`, `Vorsitzende des Beirats`.
    let role = telling.first { words.contains($0.0) }?.1
    let isDeputy = words.contains { word in
      deputies.contains(word) || word.hasPrefix("vize") || word.hasPrefix("vice")
    }
    return isDeputy && (role == nil || role == .chair || words.contains(where: isChair))
      ? .member : role
  }

  private static func isChair(_ word: String) -> Bool {
    telling.contains { $0 == (word, .chair) }
  }

  /// Words beside a chair that make a deputy of it, who is a member.
  static let deputies: Set<String> = [
    "vice", "deputy", "vize", "stv", "stellv", "stellvertretende", "stellvertretender", "vicechair",
    "adjoint", "adjointe", "suplente",
  ]

  /// Whether a title says no more than the role it means.
  static func isPlain(_ title: String, of role: MembershipRole) -> Bool {
    let plain = ColumnName.normalized(title)
    return plain == ColumnName.normalized(role.rawValue)
      || plain == ColumnName.normalized("\(role.rawValue)s")
  }

  /// The titles that are known for a role, for guides.
  static func titles(of role: MembershipRole) -> [String] {
    vocabulary.first { $0.role == role }?.titles ?? []
  }

  private static func key(_ title: String) -> String {
    let words = Slug.text(of: title).split(separator: "-").joined(separator: " ")
    return words.replacing(" in ", with: "in ")
  }

  /// Words that decide a longer title, the strongest first.
  private static let telling: [(String, MembershipRole)] = [
    ("observer", .observer), ("guest", .observer), ("deputy", .alternate),
    ("alternate", .alternate), ("substitute", .alternate), ("stellvertreter", .alternate),
    ("stellvertreterin", .alternate), ("suppleant", .alternate), ("suplente", .alternate),
    ("stellv", .member), ("stellvertretende", .member), ("stellvertretender", .member),
    ("cochair", .coChair), ("co", .coChair), ("vice", .member), ("chair", .chair),
    ("chairman", .chair), ("chairwoman", .chair), ("chairperson", .chair), ("vorsitz", .chair),
    ("vorsitzende", .chair), ("vorsitzender", .chair), ("president", .chair),
    ("presidente", .chair), ("presidenta", .chair), ("gast", .observer), ("member", .member),
    ("mitglied", .member), ("membre", .member), ("miembro", .member),
  ]

  private static let roles: [String: MembershipRole] = Dictionary(
    vocabulary.flatMap { entry in entry.titles.map { (key($0), entry.role) } },
    uniquingKeysWith: { first, _ in first })

  private static let vocabulary: [(role: MembershipRole, titles: [String])] = [
    (
      .chair,
      [
        "chair", "chairman", "chairwoman", "chairperson", "chair person", "chairing", "convener",
        "convenor", "head", "lead", "leader", "president", "vorsitz", "vorsitzende",
        "vorsitzender", "leitung", "leiter", "leiterin", "sprecher", "sprecherin", "speaker",
        "présidente", "président", "presidente", "presidenta", "presidencia", "présidence", "ch",
        "c",
      ]
    ),
    (
      .coChair,
      [
        "co-chair", "cochair", "co-chairman", "co-chairwoman", "co-chairperson", "joint chair",
        "co-lead", "co-leader", "co-vorsitz", "co-vorsitzende", "co-vorsitzender", "coprésident",
        "coprésidente", "copresidente", "copresidenta", "cc",
      ]
    ),
    (
      .member,
      [
        "member", "members", "full member", "core member", "voting member", "member voting",
        "ordinary member", "regular member", "mbr", "representative", "rep", "delegate",
        "mitglied", "ordentliches mitglied", "stimmberechtigt", "vertreter", "vertreterin",
        "membre", "titulaire", "miembro", "vocal", "titular", "secretary", "secretariat",
        "sekretär", "sekretärin", "schriftführer", "schriftführerin", "secrétaire", "secretario",
        "secretaria", "treasurer", "ranking member", "team member", "vice chair", "vice chairman",
        "vice president", "deputy chair", "deputy chairman", "stellvertretender vorsitzender",
        "stellvertretende vorsitzende", "vice-président", "vicepresidente", "vicepresidenta", "m",
        "x",
      ]
    ),
    (
      .alternate,
      [
        "alternate", "alternate member", "alternative", "alt", "deputy", "deputy member",
        "substitute", "backup", "back-up", "proxy", "stand-in", "stellvertretung", "stellvertreter",
        "stellvertreterin", "stv", "ersatzmitglied", "suppléant", "suppléante", "remplaçant",
        "suplente", "a", "d",
      ]
    ),
    (
      .observer,
      [
        "observer", "guest", "permanent guest", "standing guest", "invitee", "by invitation",
        "attendee", "non-voting", "non-voting member", "ad hoc", "advisor", "adviser", "expert",
        "beobachter", "beobachterin", "gast", "ständiger gast", "beratend", "observateur",
        "observatrice", "invité", "invitée", "observador", "observadora", "invitado", "invitada",
        "obs", "o", "g",
      ]
    ),
  ]
}
