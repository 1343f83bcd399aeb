import EcosystemModel

/// What people call the columns of the tables, in English, German, French and Spanish.
struct Vocabulary {
  /// What a header may mean.
  struct Meaning: Hashable {
    let table: TableName
    /// The contract's column, or words in parentheses for a part of one.
    let column: String
  }

  struct Entry {
    let meaning: Meaning
    /// Headers that mean it in any sheet.
    let telling: [HeaderPhrase]
    /// Headers that mean it only in a sheet about its table.
    let plain: [HeaderPhrase]

    init(_ table: TableName, _ column: String, _ telling: [String], plain: [String] = []) {
      meaning = Meaning(table: table, column: column)
      self.telling = telling.map(HeaderPhrase.init)
      self.plain = ([column] + plain).map(HeaderPhrase.init)
    }
  }

  /// How well a header fits a column.
  struct Fit {
    let meaning: Meaning
    let value: Double
    /// Whether it means the column in any sheet.
    let isTelling: Bool
  }

  private static let entries =
    companies + people + functions + alliances + programs + committees + memberships
    + relationships + handoffs + conflicts + scores + affiliations + decisions

  /// A phrase of an entry.
  private struct Sense {
    let entry: Int
    let phrase: HeaderPhrase
    let isTelling: Bool
  }

  /// All phrases by their first words: a header that fits one has it too.
  private static let senses: [String: [Sense]] = {
    var senses: [String: [Sense]] = [:]
    for (index, entry) in entries.enumerated() {
      for (phrases, isTelling) in [(entry.telling, true), (entry.plain, false)] {
        for phrase in phrases {
          guard let word = phrase.words.first else { continue }
          senses[word, default: []].append(
            Sense(entry: index, phrase: phrase, isTelling: isTelling))
        }
      }
    }
    return senses
  }()

  /// What a header may mean, in the order of the tables.
  static func fits(_ header: HeaderPhrase) -> [Fit] {
    var found: [Int: (telling: Double, plain: Double)] = [:]
    for word in Set(header.words) {
      for sense in senses[word] ?? [] {
        let value = header.fit(sense.phrase)
        guard value > 0 else { continue }
        var known = found[sense.entry] ?? (0, 0)
        if sense.isTelling {
          known.telling = max(known.telling, value)
        } else {
          known.plain = max(known.plain, value)
        }
        found[sense.entry] = known
      }
    }
    return found.sorted { $0.key < $1.key }.map { index, value in
      Fit(
        meaning: entries[index].meaning, value: max(value.telling, value.plain),
        isTelling: value.telling >= value.plain - 0.05 && value.telling > 0)
    }
  }

  /// What a header may mean in a table.
  static func fits(_ header: HeaderPhrase, table: TableName) -> [Fit] {
    fits(header).filter { $0.meaning.table == table }
  }

  /// Whether a header is one of the trade as it stands.
  static func isKnown(_ header: HeaderPhrase) -> Bool { whole.contains(header) }

  private static let whole = Set(entries.flatMap { $0.telling + $0.plain })

  /// What sheets of a table are called, in their names or in a title above them.
  static func names(of table: TableName) -> [HeaderPhrase] { sheetNames[table] ?? [] }

  private static let sheetNames: [TableName: [HeaderPhrase]] = [
    .companies: [
      "partners", "companies", "accounts", "organisations", "organizations", "partner list",
      "firmen",
      "unternehmen", "partnerliste", "sociétés", "entreprises", "empresas", "vendors", "suppliers",
      "partenaires", "socios",
    ],
    .people: [
      "people", "contacts", "persons", "who is who", "staff", "employees", "kontakte", "personen",
      "mitarbeiter", "personnes", "personas", "contactos", "org chart", "organigramm",
      "organigramme",
      "ansprechpartner", "team list",
    ],
    .functions: ["functions", "departments", "abteilungen", "départements", "departamentos"],
    .alliances: [
      "alliances", "deals", "portfolio", "collaborations", "partnerships", "allianzen",
      "kooperationen", "alianzas", "accords", "alliance portfolio",
    ],
    .programs: [
      "programs", "programmes", "projects", "products", "pipeline", "projekte", "produkte",
    ],
    .committees: [
      "committees", "governance", "bodies", "boards", "governance bodies", "gremien", "ausschüsse",
      "comités", "comisiones", "instances",
    ],
    .memberships: [
      "members", "membership", "seats", "committee members", "mitglieder", "membres", "miembros",
      "committee membership", "besetzung", "composition",
    ],
    .relationships: [
      "relationships", "links", "network", "edges", "connections", "beziehungen", "relations",
      "relaciones", "who works with whom", "interactions",
    ],
    .handoffs: [
      "handoffs", "hand-offs", "handovers", "process", "interfaces", "übergaben", "schnittstellen",
      "transferts", "traspasos", "process handoffs",
    ],
    .conflicts: ["conflicts", "firewall", "interessenkonflikte", "conflits", "conflictos"],
    .decisions: [
      "decisions", "decision rights", "decision matrix", "decision points",
      "delegation of authority", "entscheidungen", "entscheidungsmatrix", "entscheidungsrechte",
      "décisions", "matrice de décision", "droits de décision", "decisiones",
      "matriz de decisiones", "derechos de decisión",
    ],
    .scores: ["scores", "health", "health check", "scorecard", "kpis", "survey", "kennzahlen"],
  ].mapValues { $0.map(HeaderPhrase.init) }
}
