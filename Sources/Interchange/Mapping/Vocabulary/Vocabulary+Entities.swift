import EcosystemModel

extension Vocabulary {
  /// Words for sorts of things.
  static let sorts = [
    "type", "kind", "category", "class", "typ", "art", "kategorie", "tipo", "categoría",
    "catégorie", "clase",
  ]
  static let keys = [
    "id", "key", "code", "kürzel", "identifier", "número", "nummer", "guid",
    "uuid", "record id", "object id",
  ]
  static let places = [
    "region", "country", "land", "pays", "país", "región", "geography", "location", "standort",
    "territory",
  ]
  static let starts = [
    "start", "start date", "since", "begin", "beginn", "seit", "début", "date de début", "depuis",
    "inicio",
    "fecha de inicio", "desde", "effective date", "effective", "valid from", "gültig ab",
    "from date",
  ]
  static let ends = [
    "end", "end date", "until", "ende", "bis", "fin", "date de fin", "jusqu'au", "hasta",
    "fecha de fin",
    "termination", "terminated", "valid to", "gültig bis",
  ]
  static let firms = [
    "company", "partner", "organisation", "organization", "firm", "firma", "unternehmen", "société",
    "entreprise", "co",
    "empresa", "account", "account name", "company name", "partner name", "partenaire", "socio",
    "entity", "org",
    "organisation name", "partnerunternehmen", "partner company", "institution", "firmenname",
    "organisme", "gesellschaft", "compañía", "compte", "nom du compte", "cuenta",
    "nombre de la cuenta", "accountname", "entité", "entidad", "compagnie", "raison sociale",
    "razón social", "organización", "kundenname",
  ]
  static let zones = [
    "time zone", "timezone", "tz", "zeitzone", "fuseau horaire", "zona horaria",
  ]
  static let departments = [
    "department", "dept", "function", "business unit", "team", "unit", "abteilung", "funktion",
    "bereich",
    "funktionsbereich", "département", "service", "fonction", "departamento", "área", "función",
    "division",
    "functional area", "organisationseinheit", "direction", "group function", "fachbereich",
    "ressort", "équipe", "pôle", "company dept", "company department", "company function",
    "firma abteilung", "société service", "empresa departamento", "organisation unit",
  ]

  static let companies = [
    Entry(
      .companies, Company.nameColumn,
      firms + [
        "customer", "vendor", "supplier", "kunde", "lieferant", "legal entity", "fournisseur",
        "proveedor", "entité juridique", "entidad legal",
        "nombre de la empresa", "nom de la société",
      ],
      plain: ["name", "nom", "nombre", "bezeichnung"]),
    Entry(
      .companies, Company.idColumn,
      [
        "company id", "partner id", "account id", "vendor number", "crm id", "partner no",
        "partnernummer", "firmennummer", "id du compte", "id de cuenta", "kontonummer",
        "kundennummer",
      ],
      plain: keys),
    Entry(
      .companies, Company.column(\.kind),
      [
        "partner type", "company type", "organisation type", "type of company", "industry",
        "branche", "sector", "secteur",
        "account type", "partnertyp", "tipo de empresa", "type de partenaire", "tipo de socio",
        "segment", "firmentyp",
        "unternehmenstyp", "art des unternehmens", "type de société", "type d'entreprise",
        "secteur d'activité", "rubro", "industria", "art der firma", "partnerart",
      ], plain: sorts),
    Entry(
      .companies, Company.column(\.region),
      [
        "hq region", "headquarters", "hq", "hq country", "billing country", "home region",
        "company region", "company country",
        "account country", "sitz", "hauptsitz", "firmensitz", "siège", "sede", "billing region",
        "rechnungsland", "pays de facturation", "país de facturación", "sitzland",
      ], plain: places),
    Entry(.companies, Company.column(\.timeZone), [], plain: zones),
    Entry(
      .companies, Company.column(\.parent),
      [
        "parent company", "parent account", "mutter", "muttergesellschaft", "konzern",
        "société mère", "maison mère", "matriz",
        "owned by", "ultimate parent", "holding", "konzernmutter",
      ], plain: ["parent"]),
    Entry(
      .companies, Company.column(\.url),
      [
        "website", "web site", "web", "url", "homepage", "site web", "sitio web", "webseite",
        "company website",
      ]),
    Entry(
      .companies, Company.column(\.offers),
      [
        "offers", "capabilities", "competencies", "offering", "kompetenzen", "compétences",
        "capacidades", "bietet",
      ]),
  ]

  static let people = [
    Entry(
      .people, Person.nameColumn,
      [
        "full name", "contact name", "person name", "employee name", "employee", "contact",
        "contact person", "person",
        "ansprechpartner", "ansprechpartnerin", "kontakt", "kontaktperson", "mitarbeiter",
        "mitarbeiterin", "nom complet",
        "nom et prénom", "personne", "persona", "nombre completo", "nombre y apellidos", "contacto",
        "display name",
        "name vorname", "empleado", "apellidos nombre", "apellidos y nombre", "nom prénom",
        "prénom et nom", "employé", "salarié", "collaborateur", "vollständiger name",
      ], plain: ["name", "nom", "nombre", "who"]),
    Entry(
      .people, Parts.firstName,
      ["first name", "given name", "forename", "vorname", "prénom", "nombre de pila", "firstname"],
      plain: ["nombre"]),
    Entry(
      .people, Parts.lastName,
      [
        "last name", "surname", "family name", "nachname", "familienname", "nom de famille",
        "apellidos", "apellido", "zuname", "lastname",
      ], plain: ["nom", "name"]),
    Entry(
      .people, Person.idColumn,
      [
        "employee id", "contact id", "person id", "staff id", "personalnummer", "matricule",
        "emp id", "user id", "badge",
        "employee number", "mitarbeiternummer", "staff no", "employee no", "emp no", "personal nr",
        "mitarbeiter id",
        "person no", "id de empleado", "número de empleado", "id du contact", "id de contacto",
        "kontakt id", "id employé", "numéro de matricule",
      ], plain: keys),
    Entry(
      .people, Person.column(\.company),
      ["employer", "arbeitgeber", "employeur", "affiliation", "empleador"] + firms),
    Entry(.people, Person.column(\.function), departments),
    Entry(
      .people, Person.column(\.title),
      [
        "job title", "position", "job", "role title", "designation", "stelle", "titel",
        "berufsbezeichnung", "poste", "intitulé",
        "cargo", "puesto", "titre", "stellenbezeichnung", "job role", "contact title",
      ], plain: ["title", "role", "rolle", "rôle", "rol"]),
    Entry(
      .people, Person.column(\.seniority),
      [
        "seniority", "level", "grade", "rank", "job level", "ebene", "stufe", "hierarchieebene",
        "niveau", "nivel", "career level",
      ]),
    Entry(
      .people, Person.column(\.manager),
      [
        "line manager", "manager id", "manager name", "supervisor", "boss", "vorgesetzter",
        "vorgesetzte", "führungskraft",
        "supérieur", "supérieur hiérarchique", "responsable hiérarchique", "jefe", "superior",
        "reports to id", "supervisor id",
        "vorgesetzten id", "n+1", "chef", "superior directo", "superior inmediato", "jefe directo",
        "id del superior", "id del responsable", "id del jefe", "matricule du responsable",
        "id du responsable", "matricule du supérieur", "direkter vorgesetzter", "führungskraft id",
        "supérieur direct", "manager direct", "vorgesetzter id",
      ],
      plain: [
        "manager", "reports to", "reporting to", "berichtet an", "rattaché à", "reporta a",
        "leiter", "parent",
      ]),
    Entry(.people, Person.column(\.timeZone), [], plain: zones),
    Entry(
      .people, Person.column(\.capacityHours),
      ["capacity", "capacity hours", "hours per month", "kapazität", "capacité", "capacidad"]),
  ]

  static let functions = [
    Entry(.functions, Function.nameColumn, departments, plain: ["name", "nom", "nombre"]),
    Entry(.functions, Function.idColumn, ["function id", "department id"], plain: keys),
    Entry(.functions, Function.column(\.company), firms),
    Entry(
      .functions, Function.column(\.parent),
      ["parent function", "parent department", "übergeordnete abteilung"],
      plain: ["parent", "reports to", "berichtet an"]),
    Entry(.functions, Function.column(\.region), [], plain: places),
    Entry(.functions, Function.column(\.timeZone), [], plain: zones),
    Entry(
      .functions, Function.column(\.workHours),
      [
        "work hours", "office hours", "working hours", "arbeitszeit", "bürozeiten", "horaires",
        "horario",
      ]),
    Entry(
      .functions, Function.column(\.wants),
      ["wants", "looking for", "needs from partners", "sucht"]),
  ]
}
