import EcosystemModel

extension Vocabulary {
  static let programs = [
    Entry(
      .programs, Program.nameColumn,
      [
        "program", "programme", "project", "product", "study", "asset", "compound", "projekt",
        "produkt", "studie", "projet",
        "produit", "étude", "proyecto", "producto", "estudio", "molecule",
      ], plain: ["name", "nom", "nombre"]),
    Entry(.programs, Program.idColumn, ["program id", "project id"], plain: keys),
    Entry(.programs, Program.column(\.alliance), alliancesWords),
    Entry(
      .programs, Program.column(\.stage), ["stage", "phase", "étape", "etapa", "fase"],
      plain: ["status"]),
    Entry(
      .programs, Program.column(\.lead),
      [
        "program lead", "project lead", "projektleiter", "projektleitung", "chef de projet",
        "líder de proyecto",
        "jefe de proyecto",
      ],
      plain: ["lead", "owner", "leiter", "responsable"]),
    Entry(.programs, Program.column(\.validity.since), [], plain: starts),
    Entry(.programs, Program.column(\.validity.until), [], plain: ends),
  ]

  static let alliancesWords = [
    "alliance", "deal", "partnership", "collaboration", "allianz", "kooperation", "alianza",
    "accord", "acuerdo",
    "agreement", "alliance name", "deal name", "partnerschaft", "joint venture",
    "collaboration name", "allianzname",
    "nom de l'alliance", "vertrag",
  ]

  static let alliances = [
    Entry(
      .alliances, Alliance.nameColumn, alliancesWords,
      plain: ["name", "nom", "nombre", "title", "project", "opportunity"]),
    Entry(.alliances, Alliance.idColumn, ["alliance id", "deal id"], plain: keys),
    Entry(
      .alliances, Alliance.column(\.companies),
      [
        "partners", "partner companies", "parties", "companies", "partnerunternehmen",
        "partenaires", "socios", "counterparty",
        "firmen", "beteiligte", "beteiligte firmen", "sociétés", "empresas", "collaborator",
        "partner firms",
      ], plain: firms + ["with", "mit", "avec", "con"]),
    Entry(
      .alliances, Parts.otherCompany,
      [
        "our company", "own company", "our entity", "lead company", "company a", "partner a",
        "partner 1", "party a",
      ]),
    Entry(
      .alliances, Alliance.column(\.kind),
      [
        "deal type", "alliance type", "type of deal", "collaboration type", "agreement type",
        "vertragsart", "kooperationsart",
        "type d'accord", "tipo de acuerdo", "tipo de alianza", "allianztyp", "type d'alliance",
        "deal structure",
      ], plain: sorts),
    Entry(
      .alliances, Alliance.column(\.stage),
      ["lifecycle stage", "deal stage", "lifecycle", "entwicklungsphase", "alliance stage"],
      plain: ["stage", "phase", "étape", "etapa", "fase", "status", "statut", "estado", "stand"]),
    Entry(
      .alliances, Alliance.column(\.area),
      [
        "ta", "therapeutic area", "therapy area", "indication", "therapiegebiet", "indikation",
        "aire thérapeutique", "domaine thérapeutique", "therapeutisches gebiet",
        "área terapéutica", "disease area", "franchise",
      ], plain: ["area", "field", "gebiet", "domaine", "ámbito"]),
    Entry(
      .alliances, Alliance.column(\.validity.since),
      ["effective date", "laufzeitbeginn", "alliance start"], plain: starts),
    Entry(
      .alliances, Alliance.column(\.validity.until), ["laufzeitende", "alliance end"], plain: ends),
    Entry(
      .alliances, Alliance.column(\.signed),
      [
        "signed", "signing date", "date signed", "signature date", "signature", "unterzeichnet",
        "unterschrieben", "vertragsdatum",
        "signé", "signé le", "date de signature", "firmado", "fecha de firma", "execution date",
        "unterzeichnet am", "unterschrieben am", "signature le", "firmado el", "unterzeichnung",
        "signed on", "deal date",
        "contract date",
      ], plain: ["close date", "closing date", "closed"]),
    Entry(
      .alliances, Alliance.column(\.expires),
      [
        "expires", "expiry", "expiration", "expiry date", "renewal date", "läuft aus", "ablauf",
        "échéance", "vencimiento", "renewal",
      ]),
    Entry(
      .alliances, Alliance.column(\.manager),
      [
        "alliance lead", "alliance manager", "alliance owner", "alliance director",
        "allianzmanager", "alliance mgr",
        "responsable alliance", "responsable de la alianza", "relationship manager",
        "responsable de l'alliance", "gestor de la alianza", "gestionnaire de l'alliance",
        "allianzverantwortlicher", "director de la alianza",
        "partner manager", "am", "deal lead",
      ],
      plain: [
        "lead", "owner", "manager", "verantwortlich", "verantwortlicher", "responsable", "leiter",
        "leitung", "contact", "contact id", "owner id", "contact name",
      ]),
    Entry(
      .alliances, Alliance.column(\.sponsor),
      [
        "exec sponsor", "executive sponsor", "sponsor", "patrocinador", "governance sponsor",
        "sponsor exécutif",
      ]),
    Entry(
      .alliances, Alliance.column(\.northStar),
      [
        "north star", "objective", "goal", "ziel", "zweck", "objectif", "objetivo",
        "strategic intent",
      ], plain: ["purpose", "scope"]),
    Entry(
      .alliances, Alliance.column(\.valueInUSDollars),
      [
        "deal value", "total value", "deal size", "contract value", "biobucks", "vertragswert",
        "valeur", "montant", "valor",
        "importe", "volumen", "total deal value", "upfront", "upfront payment", "montant initial",
        "vorauszahlung", "pago inicial",
      ], plain: ["value", "wert", "amount", "betrag"]),
    Entry(
      .alliances, Alliance.column(\.negotiated),
      ["negotiation start", "negotiated", "verhandlungsbeginn"]),
    Entry(
      .alliances, Alliance.column(\.launched),
      ["launched", "launch date", "markteinführung", "lancement"]),
    Entry(.alliances, Alliance.column(\.filed), ["filed", "filing date", "eingereicht"]),
    Entry(.alliances, Alliance.column(\.approved), ["approved", "approval date", "zugelassen"]),
  ]
}
