import EcosystemModel

extension Vocabulary {
  /// Parts of columns, which together with others make one.
  enum Parts {
    static let firstName = "(first name)"
    static let lastName = "(last name)"
    static let otherCompany = "(other company)"
    static let fromCompany = "(from company)"
    static let fromFunction = "(from function)"
    static let toCompany = "(to company)"
    static let toFunction = "(to function)"
    static let matter = "(case)"
    static let activity = "(activity)"
    static let resource = "(resource)"
    static let time = "(time)"
    static let approvers = "(approvers)"
    static let consulted = "(consulted)"
    static let informed = "(informed)"
  }

  static let owners = [
    "verantwortlich", "verantwortlicher", "verantw", "resp", "responsable", "propriétaire",
    "propietario",
    "responsible",
  ]

  static let memberships = [
    Entry(
      .memberships, Membership.column(\.person),
      [
        "member", "committee member", "member name", "attendee", "participant", "representative",
        "delegate", "mitglied",
        "membre", "miembro", "teilnehmer", "participante", "nominee", "appointee", "seat holder",
        "vertreter",
      ],
      plain: [
        "name", "nom", "nombre", "person", "full name", "who", "contact", "contact name", "persona",
        "personne",
        "employee", "mitarbeiter", "ansprechpartner",
      ]),
    Entry(
      .memberships, Membership.column(\.committee), committeeWords + ["sits on", "member of"],
      plain: ["team", "meeting", "group"]),
    Entry(
      .memberships, Membership.column(\.role),
      [
        "role in committee", "committee role", "rolle im gremium", "role on committee",
        "membership type", "seat type",
        "rôle dans le comité", "rol en el comité", "function on committee", "committee position",
        "jsc role",
      ],
      plain: [
        "role", "rolle", "rôle", "rol", "position", "funktion", "cargo", "capacity", "seat",
        "status", "qualité", "fonction", "función",
      ]),
    Entry(
      .memberships, Membership.column(\.company),
      ["represents", "on behalf of", "entsendet von", "delegated by", "seat for"],
      plain: firms + ["party", "side", "affiliation", "employer"]),
    Entry(
      .memberships, Membership.column(\.validity.since),
      [
        "joined", "member since", "appointed", "appt date", "appointment date", "mitglied seit",
        "membre depuis", "fecha de alta",
        "eintritt", "nommé", "nommé le",
        "date of appointment", "nombrado", "date de nomination", "nomination",
        "début de mandat", "début du mandat", "bestellt am", "berufen am", "mitglied ab",
        "fecha de nombramiento", "nombramiento", "inicio de mandato",
      ], plain: starts + ["from", "von", "entry", "de"]),
    Entry(
      .memberships, Membership.column(\.validity.until),
      [
        "left", "austritt", "stepped down", "term end", "baja", "fecha de baja", "ausgeschieden",
        "sorti", "fin de mandat", "fin du mandat", "fin de mandato", "mandat jusqu'au",
        "bestellt bis", "mitglied bis", "amtszeit bis",
      ],
      plain: ends + ["to", "expires"]),
  ]

  static let relationships = [
    Entry(
      .relationships, Relationship.column(\.from),
      [
        "company a", "party a", "partner a", "organisation a", "organization a", "entity a",
        "org a", "firma a", "société a",
        "empresa a", "unternehmen a", "source company", "from company", "partner 1", "company 1",
        "entity 1", "actor a", "person a", "organisation 1", "organization 1", "org 1", "firma 1",
        "unternehmen 1",
        "société 1", "empresa 1", "party 1", "party one", "first company",
      ] + firms.map { "from \($0)" },
      plain: [
        "from", "source", "von", "quelle", "origen", "supplier", "lieferant", "de", "fournisseur",
        "proveedor", "vendor", "prestataire",
      ]),
    Entry(
      .relationships, Relationship.column(\.to),
      firms.map { "to \($0)" } + [
        "company b", "party b", "partner b", "organisation b", "organization b", "entity b",
        "org b", "firma b", "société b",
        "empresa b", "unternehmen b", "target company", "to company", "partner 2", "company 2",
        "entity 2", "actor b", "person b", "organisation 2", "organization 2", "org 2", "firma 2",
        "unternehmen 2",
        "société 2", "empresa 2", "party 2", "party two", "second company",
      ],
      plain: [
        "to", "target", "an", "nach", "destination", "destino", "customer", "client", "kunde", "à",
        "vers", "with", "mit", "cliente", "buyer", "abnehmer", "acheteur", "comprador",
        "destinataire",
      ]),
    Entry(
      .relationships, Relationship.column(\.kind),
      [
        "relationship type", "nature", "type of relationship", "link type", "art der beziehung",
        "beziehungsart",
        "nature de la relation", "type de relation", "tipo de relación", "relationship",
        "beziehung", "relation", "relación",
        "connection", "nature of relationship", "type of collaboration", "collaboration type",
        "type of link", "nature du lien", "type de lien", "tipo de vínculo", "art der verbindung",
      ], plain: ["type", "kind", "typ", "art", "tipo", "category"]),
    Entry(.relationships, Relationship.column(\.directed), ["directed", "gerichtet", "direction"]),
    Entry(
      .relationships, Relationship.column(\.weight),
      [
        "strength", "weight", "intensity", "stärke", "gewicht", "intensität", "force", "poids",
        "intensité", "fuerza", "peso", "intensidad",
      ],
      plain: ["score", "value", "rating", "importance"]),
    Entry(
      .relationships, Relationship.column(\.owner),
      ["relationship owner", "link owner", "account manager", "beziehungsverantwortlicher"],
      plain: ["owner", "contact", "lead", "manager"] + owners),
    Entry(.relationships, Relationship.column(\.label), [], plain: ["label", "beschriftung"]),
    Entry(.relationships, Relationship.column(\.validity.since), [], plain: starts),
    Entry(.relationships, Relationship.column(\.validity.until), [], plain: ends),
  ]

  static let conflicts = [
    Entry(
      .conflicts, Conflict.column(\.a), ["alliance a", "alliance 1", "first alliance"],
      plain: ["a", "company a", "party a", "side a"]),
    Entry(
      .conflicts, Conflict.column(\.b), ["alliance b", "alliance 2", "second alliance"],
      plain: ["b", "company b", "party b", "side b"]),
    Entry(
      .conflicts, Conflict.column(\.reason),
      ["reason", "conflict reason", "grund", "raison", "motivo", "conflict"]),
    Entry(
      .conflicts, Conflict.column(\.coolingOffDays),
      ["cooling off", "cooling off period", "cool down", "sperrfrist"]),
    Entry(.conflicts, Conflict.column(\.reviewed), ["last review", "reviewed on"]),
  ]

  static let scores = [
    Entry(
      .scores, Score.column(\.subject), ["subject"],
      plain: alliancesWords + firms + ["entity", "who"]),
    Entry(
      .scores, Score.column(\.measure),
      [
        "measure", "metric", "kpi", "indicator", "kennzahl", "indicateur", "indicador", "dimension",
      ], plain: ["question"]),
    Entry(
      .scores, Score.column(\.value), [],
      plain: ["score", "value", "result", "rating", "wert", "valeur", "valor", "note", "punkte"]),
    Entry(
      .scores, Score.column(\.date), [],
      plain: ["date", "datum", "fecha", "period", "month", "as of", "measured on", "stichtag"]),
    Entry(
      .scores, Score.column(\.scale), [],
      plain: ["scale", "skala", "échelle", "escala", "unit", "einheit"]),
    Entry(
      .scores, Score.column(\.target), [],
      plain: ["target", "goal", "zielwert", "cible", "objetivo"]),
    Entry(.scores, Score.column(\.group), [], plain: ["group", "respondents", "gruppe"]),
    Entry(
      .scores, Score.column(\.count), ["respondents count", "n answered"], plain: ["n", "answers"]),
  ]

  static let affiliations = [
    Entry(
      .affiliations, Affiliation.column(\.person), [],
      plain: ["person", "name", "employee", "full name"]),
    Entry(
      .affiliations, Affiliation.column(\.company), ["former employer", "employer"], plain: firms),
    Entry(.affiliations, Affiliation.column(\.function), [], plain: departments),
    Entry(
      .affiliations, Affiliation.column(\.share), ["fte", "share of time", "anteil"],
      plain: ["share"]),
    Entry(.affiliations, Affiliation.column(\.validity.since), [], plain: starts),
    Entry(.affiliations, Affiliation.column(\.validity.until), [], plain: ends),
  ]
}
