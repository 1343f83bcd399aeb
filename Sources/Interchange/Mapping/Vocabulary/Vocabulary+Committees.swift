import EcosystemModel

extension Vocabulary {
  static let committeeWords = [
    "committee", "governance body", "body", "board", "forum", "council", "gremium", "ausschuss",
    "komitee", "comité",
    "comisión", "committee name", "governance forum", "instance", "lenkungsausschuss", "gremien",
    "steering committee",
    "governance committee", "órgano", "comité nom",
  ]

  static let committees = [
    Entry(
      .committees, Committee.nameColumn, committeeWords,
      plain: ["name", "nom", "nombre", "team", "meeting", "group"]),
    Entry(.committees, Committee.idColumn, ["committee id", "body id"], plain: keys),
    Entry(
      .committees, Committee.column(\.kind),
      [
        "committee type", "type of committee", "body type", "gremientyp", "type de comité",
        "tipo de comité", "committee level", "art des gremiums", "gremienart", "clase de comité",
        "type d'instance",
      ],
      plain: sorts + ["level"]),
    Entry(
      .committees, Committee.column(\.alliance), alliancesWords, plain: ["governs", "project"]),
    Entry(
      .committees, Committee.column(\.parent),
      [
        "parent committee", "parent body", "escalates to", "übergeordnet", "übergeordnetes gremium",
        "escalation to",
        "eskaliert an", "escalation path", "reports to committee",
      ],
      plain: [
        "parent", "reports to", "reporting to", "berichtet an", "rattaché à", "reporta a",
        "superior", "escalation", "depende de", "informa a", "untersteht", "relève de",
        "rend compte à", "rattachement", "rapporte à",
      ]),
    Entry(.committees, Committee.column(\.region), [], plain: places),
    Entry(
      .committees, Committee.column(\.cadence),
      [
        "meets", "meeting frequency", "cadence", "meeting cadence", "turnus", "sitzungsrhythmus",
        "periodicidad", "periodicity",
        "tagt", "rhythm", "sitzungsturnus", "réunion", "fréquence des réunions",
        "frecuencia de reuniones", "fréquence de réunion", "sitzungshäufigkeit", "meeting rhythm",
        "periodicidad de reuniones",
      ],
      plain: [
        "frequency", "rhythmus", "häufigkeit", "fréquence", "frecuencia", "how often", "interval",
      ]),
    Entry(
      .committees, Committee.column(\.hours),
      ["meeting length", "length of meeting", "sitzungsdauer", "meeting duration"],
      plain: ["length", "duration", "hours", "dauer", "durée", "duración"]),
    Entry(
      .committees, Committee.column(\.preparationHours),
      ["prep", "preparation", "prep time", "vorbereitung", "préparation", "preparación"]),
    Entry(
      .committees, Committee.column(\.leadDays),
      ["papers due", "pre-read", "pre read deadline", "unterlagen bis"]),
    Entry(.committees, Committee.column(\.quorum), ["quorum", "beschlussfähigkeit", "quórum"]),
    Entry(
      .committees, Committee.column(\.decides),
      [
        "mandate", "remit", "decision rights", "aufgabe", "aufgaben", "mandat", "zuständigkeit",
        "entscheidet", "décide",
        "mandato", "decide", "entscheidet über", "beschließt", "beschließt über", "décide de",
        "decide sobre", "terms of reference", "decides on", "responsibilities",
      ], plain: ["scope", "responsibility", "purpose", "mission", "charter"]),
    Entry(
      .committees, Committee.column(\.maxDays), ["max days", "decision within", "decision time"]),
    Entry(
      .committees, Committee.column(\.validity.since),
      ["established", "founded", "formed", "gegründet", "eingesetzt", "créé", "constituido"],
      plain: starts),
    Entry(
      .committees, Committee.column(\.validity.until), ["dissolved", "aufgelöst"], plain: ends),
    Entry(.committees, Committee.column(\.reviewed), ["last review", "charter reviewed"]),
  ]
}
