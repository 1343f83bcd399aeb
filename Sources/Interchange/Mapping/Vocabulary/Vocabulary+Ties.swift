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
  }

  private static let owners = [
    "verantwortlich", "verantwortlicher", "responsable", "propriétaire", "propietario",
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
        "joined", "member since", "appointed", "mitglied seit", "membre depuis", "fecha de alta",
        "eintritt", "nommé", "nommé le",
        "date of appointment", "nombrado",
      ], plain: starts + ["from", "von", "entry", "de"]),
    Entry(
      .memberships, Membership.column(\.validity.until),
      [
        "left", "austritt", "stepped down", "term end", "baja", "fecha de baja", "ausgeschieden",
        "sorti",
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
        "type of link",
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

  static let handoffs = [
    Entry(
      .handoffs, Handoff.column(\.from),
      [
        "giver", "sender", "handed over by", "sending function", "übergeber", "absender", "donneur",
        "emisor", "input from", "deliverer",
        "hands over",
      ], plain: ["from", "source", "provider", "supplier", "von", "lieferant", "de", "origen"]),
    Entry(
      .handoffs, Handoff.column(\.to),
      [
        "receiver", "recipient", "taken over by", "receiving function", "empfänger", "übernehmer",
        "destinataire", "receptor",
        "destinatario", "output to", "taker", "takes over",
      ], plain: ["to", "target", "an", "nach", "customer", "vers", "à", "destino"]),
    Entry(
      .handoffs, Parts.fromCompany,
      [
        "giver company", "from company", "sender company", "sending company", "von firma",
        "giving company", "absender firma", "from partner",
      ] + firms.map { "from \($0)" }),
    Entry(
      .handoffs, Parts.fromFunction,
      [
        "giver dept", "giver department", "giver function", "from dept", "from department",
        "from function", "sender function",
        "sender dept", "sender department", "von abteilung", "from team", "absender abteilung",
      ] + departments.map { "from \($0)" }),
    Entry(
      .handoffs, Parts.toCompany,
      [
        "receiver company", "to company", "recipient company", "receiving company", "an firma",
        "empfänger firma", "to partner",
      ] + firms.map { "to \($0)" }),
    Entry(
      .handoffs, Parts.toFunction,
      [
        "receiver dept", "receiver department", "receiver function", "to dept", "to department",
        "to function",
        "recipient function", "recipient dept", "recipient department", "an abteilung", "to team",
        "empfänger abteilung",
      ] + departments.map { "to \($0)" }),
    Entry(
      .handoffs, Handoff.column(\.what),
      [
        "deliverable", "handoff", "artefact", "artifact", "work product", "gegenstand",
        "liefergegenstand", "livrable", "entregable",
        "what is handed over", "handover item", "übergabegegenstand",
      ],
      plain: [
        "what", "item", "document", "output", "information", "was", "objet", "dokument", "package",
        "material", "ergebnis", "objeto", "documento", "résultat", "resultado", "lieferobjekt",
      ]),
    Entry(
      .handoffs, Handoff.column(\.stage), ["process step", "prozessschritt"],
      plain: ["stage", "phase", "step", "étape", "etapa", "fase", "milestone"]),
    Entry(
      .handoffs, Handoff.column(\.hours),
      [
        "lead time", "turnaround", "turnaround time", "cycle time", "elapsed", "elapsed time",
        "durchlaufzeit", "délai", "plazo", "tat", "transfer time",
      ],
      plain: ["duration", "hours", "dauer", "durée", "duración", "time taken"]),
    Entry(
      .handoffs, Handoff.column(\.limitHours),
      ["sla", "max time", "target time", "délai max", "target lead time", "agreed time", "frist"],
      plain: ["limit", "maximum", "límite"]),
    Entry(
      .handoffs, Handoff.column(\.needs),
      ["depends on", "prerequisites", "voraussetzung", "prérequis", "requisitos"],
      plain: ["needs", "inputs"]),
    Entry(
      .handoffs, Handoff.column(\.owner), ["accountable", "accountable person"],
      plain: ["owner"] + owners),
    Entry(.handoffs, Handoff.column(\.alliance), alliancesWords),
    Entry(
      .handoffs, Handoff.column(\.perYear),
      [
        "per year", "times per year", "pro jahr", "number per year", "annual volume",
        "runs per year",
      ],
      plain: [
        "frequency", "how often", "volume", "häufigkeit", "fréquence", "frecuencia", "cadence",
        "turnus",
      ]),
    Entry(
      .handoffs, Handoff.column(\.channel), ["channel", "medium", "kanal", "canal"],
      plain: ["via", "system", "tool", "how"]),
    Entry(
      .handoffs, Parts.matter,
      [
        "case", "case id", "case concept name", "case number", "vorgang", "fall", "ticket",
        "fallnummer", "dossier", "caso", "numéro de dossier", "n° de dossier", "id de caso",
        "vorgangsnummer", "expediente", "ticket id", "process instance",
      ]),
    Entry(
      .handoffs, Parts.activity,
      [
        "activity", "concept name", "task", "event", "aktivität", "aktion", "activité", "actividad",
        "schritt", "arbeitsschritt", "vorgangsschritt", "tarea", "tâche", "aufgabe",
      ], plain: ["step", "action", "status"]),
    Entry(
      .handoffs, Parts.resource,
      [
        "resource", "org resource", "user", "performer", "actor", "bearbeiter", "ressource",
        "ressource humaine", "recurso", "usuario", "performed by", "done by", "handled by",
        "executed by", "completed by", "assignee", "assigned to", "agent", "erledigt von",
        "durchgeführt von", "bearbeitet von", "traité par", "effectué par", "réalisé par",
        "realizado por", "ejecutado por", "responsable",
      ], plain: ["who", "person", "owner", "by", "employee"]),
    Entry(
      .handoffs, Parts.time,
      [
        "timestamp", "time timestamp", "complete timestamp", "zeitstempel", "horodatage",
        "date time", "zeitpunkt", "time", "marca de tiempo", "completed at", "completed on",
        "finished at", "end time", "start time", "started at", "abgeschlossen am", "erledigt am",
        "beendet am", "terminé le", "effectué le", "finalizado el", "completado el",
      ],
      plain: [
        "date", "when", "completed", "finished", "started", "start", "end", "datum", "fecha",
        "heure", "hora", "ende",
      ]),
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
