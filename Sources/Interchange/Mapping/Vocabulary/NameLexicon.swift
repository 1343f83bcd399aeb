import EcosystemModel

/// What the words of a name say of what bears it: a person, a company or a committee.
enum NameLexicon {
  /// Whether a text reads like the name of a person.
  static func isPersonLike(_ text: String) -> Bool {
    let spoken = text.split(separator: ",", omittingEmptySubsequences: false)
    guard spoken.count <= 2, text.utf8.count <= 60, !text.contains(where: \.isNumber) else {
      return false
    }
    let words = text.split(whereSeparator: { " ,.".contains($0) }).map(String.init)
    guard (2...5).contains(words.count) else { return false }
    return words.allSatisfy { word in
      (word.first?.isUppercase ?? false) || particles.contains(word.lowercased())
    } && !words.contains { isCompanyWord($0) || isCommitteeWord($0) || isDepartmentWord($0) }
  }

  /// Whether a text is surely the name of a person: it has a first name that many people have.
  static func isSurelyPerson(_ text: String) -> Bool {
    guard isPersonLike(text) else { return false }
    return text.split(whereSeparator: { " ,.-".contains($0) }).contains {
      firstNames.contains(Slug.text(of: String($0)))
    }
  }

  /// Whether a text reads like one name with the last name first, as in `Smith, Ann`.
  static func isWrittenLastFirst(_ text: String) -> Bool {
    let halves = halves(of: text).names
    guard halves.count == 2, isPersonLike(halves.joined(separator: ", ")) else { return false }
    return isTurned(last: halves[0], first: halves[1])
      || (!halves[0].contains(" ") && halves[1].split(separator: " ").count <= 2)
  }

  /// The parts of a name at its commas, and what follows it wherever it stands, such as `Jr.` and `PhD`.
  static func halves(of name: String) -> (names: [String], suffixes: [String]) {
    let parts = name.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    let isSuffix = { (part: String) in suffixes.contains(Slug.text(of: part)) }
    return (parts.filter { !isSuffix($0) }, parts.filter(isSuffix))
  }

  private static let suffixes: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "phd", "ph-d", "md", "m-d", "mba", "dr", "prof", "esq", "cpa",
    "pharmd", "pharm-d", "msc", "rn",
  ]

  /// Whether of two parts of a name the second is a first name and the first is none.
  static func isTurned(last: String, first: String) -> Bool {
    func isFirst(_ text: String) -> Bool {
      text.split(whereSeparator: { " -.".contains($0) }).first.map {
        firstNames.contains(Slug.text(of: String($0)))
      } ?? false
    }
    let words = (last.split(separator: " ").count, first.split(separator: " ").count)
    return (words.0 == 1 && words.1 <= 3 || words.0 == 2 && words.1 == 1)
      && isFirst(first) && !isFirst(last)
  }

  /// Whether a text reads like the name of a company.
  static func isCompanyLike(_ text: String) -> Bool {
    text.split(whereSeparator: { " ,()".contains($0) }).contains { isCompanyWord(String($0)) }
  }

  /// Whether a text reads like the name of a committee.
  static func isCommitteeLike(_ text: String) -> Bool {
    // `AG Klinik` is an Arbeitsgruppe, and `Klinik AG` a company.
    if text.hasPrefix("AG ") || text.hasPrefix("WG ") || text.hasPrefix("TF ") { return true }
    guard text.utf8.count <= 80 else { return false }
    let words = text.split(whereSeparator: { " ,()-/–:".contains($0) }).map(String.init)
    return words.contains(where: isCommitteeWord)
      || zip(words, words.dropFirst()).contains { groups.contains(Slug.text(of: "\($0) \($1)")) }
  }

  /// Whether a text reads like the name of a department.
  static func isDepartmentLike(_ text: String) -> Bool {
    text.utf8.count <= 60
      && text.split(whereSeparator: { " ,()-/&".contains($0) }).contains {
        isDepartmentWord(String($0))
      }
  }

  static func isCommitteeWord(_ word: String) -> Bool {
    let plain = Slug.text(of: word)
    if committeeWords.contains(plain) || plain.hasSuffix("ausschuss") { return true }
    // Abbreviations as the trade has them: Joint, Global, Alliance … Committee, Team, Board.
    return (2...5).contains(word.count) && word.allSatisfy { $0.isUppercase && $0.isASCII }
      && abbreviations.contains(word)
  }

  private static func isCompanyWord(_ word: String) -> Bool {
    let plain = Slug.text(of: word)
    return companyWords.contains(plain)
      || companyEndings.contains { plain.count > $0.count + 1 && plain.hasSuffix($0) }
  }

  private static func isDepartmentWord(_ word: String) -> Bool {
    departmentWords.contains(Slug.text(of: word))
  }

  private static let particles: Set<String> = [
    "von", "van", "de", "der", "den", "di", "da", "del", "la", "le", "bin", "al", "el", "ter", "zu",
    "y", "dos", "e", "dr", "prof",
  ]

  private static let abbreviations: Set<String> = [
    "JSC", "JDC", "JCC", "JMC", "JEC", "JRC", "JPC", "JFC", "JIC", "JLT", "JPT", "JWG", "ALT",
    "ESC", "GSC", "IPC", "JPMC",
    "WG", "TWG", "JGC", "JOC", "JAC", "SC", "EC", "PMO", "SLT", "GLT", "JCT", "JDT", "JMT", "JSB",
    "LA", "COPIL",
    "CODIR", "COMEX",
  ]

  private static let groups: Set<String> = [
    "working-group", "working-party", "task-force", "steering-group", "project-board",
  ]

  private static let committeeWords: Set<String> = [
    "committee", "committees", "subcommittee", "board", "council", "steerco", "forum", "taskforce",
    "gremium", "beirat", "rat",
    "komitee", "lenkungsausschuss", "lenkungskreis", "kreis", "comite", "comision", "consejo",
    "conseil", "panel", "workgroup",
    "working-group", "subteam", "junta", "arbeitsgruppe", "steering", "vorstand", "aufsichtsrat",
  ]

  private static let companyWords: Set<String> = [
    "inc", "ltd", "llc", "llp", "plc", "gmbh", "ag", "sa", "sas", "sarl", "spa", "srl", "bv", "nv",
    "ab", "oy", "kg", "se", "kk",
    "corp", "corporation", "company", "co", "limited", "holding", "holdings", "group", "gruppe",
    "groupe", "grupo", "partners",
    "ventures", "capital", "bank", "pharma", "pharmaceuticals", "pharmaceutical", "bio", "biotech",
    "biologics", "biosciences",
    "therapeutics", "genomics", "oncology", "vaccines", "diagnostics", "medical", "labs",
    "laboratories", "systems", "systeme",
    "technologies", "technology", "tech", "software", "solutions", "services", "digital", "data",
    "analytics", "networks", "energy",
    "energie", "motors", "automotive", "logistics", "logistik", "industries", "institute",
    "institut", "instituto", "university",
    "universitat", "universite", "universidad", "hospital", "klinik", "klinikum", "foundation",
    "stiftung", "fondation", "fund",
    "clinical", "research", "consulting", "devices", "robotics", "materials", "chemicals", "chemie",
    "foods", "electronics",
    "semiconductor", "semiconductors", "media", "cloud", "network", "biopharma", "sciences",
    "healthcare", "health", "cro", "cdmo",
    "werke", "bau", "technik", "pharmazie", "medizintechnik", "distribution", "supply", "packaging",
    "aerospace",
  ]
  private static let companyEndings = [
    "pharma", "tech", "soft", "werke", "bank", "chem", "gen", "labs", "logix",
  ]

  private static let departmentWords: Set<String> = [
    "affairs", "development", "commercial", "regulatory", "finance", "legal", "cmc",
    "manufacturing", "marketing", "sales",
    "operations", "quality", "hr", "procurement", "management", "strategy", "safety",
    "pharmacovigilance", "compliance", "vertrieb",
    "einkauf", "finanzen", "recht", "personal", "entwicklung", "produktion", "forschung",
    "zulassung", "qualitat", "controlling",
    "rechtsabteilung", "geschaftsfuhrung", "juridique", "achats", "ventes", "finances", "qualite",
    "recherche", "compras", "ventas",
    "calidad", "finanzas", "engineering", "bd", "it", "medical", "unternehmensentwicklung",
  ]

  private static let firstNames: Set<String> = Set(
    """
    aaron abdul abigail ada adam adele adrian agnes ahmed aiko aisha akira alan albert alberto alejandra alejandro alex alexander \
    alexandra alexis alfred ali alice alicia alina alison amanda amara amelia amir amy ana andrea andreas andrei andrew andy angela \
    anita anja ann anna anne annika anthony anton antonio anya arjun arthur astrid aurelie ava axel barbara beatrice beatriz ben \
    benjamin bernard bernd bettina bianca birgit bjorn bob brian brigitte bruno camila camille carl carla carlos carmen carol \
    carolina caroline cedric celine charles charlotte chen chiara chloe chris christian christina christine christoph christopher \
    claire clara clara claudia claudio clemens cleo colin cristina cy dan dana daniel daniela david dev deborah denis diana diego dieter \
    dirk dmitri dominik dora dorothea ed eduardo edward elena elif elisa elisabeth elizabeth ella ellen emil emilia emily emma \
    enrique eric erik erika ernst esther eva evelyn fabian farah fatima felix fernando fiona florence florian francesca francesco \
    francis francois frank franz freya friedrich gabriel gabriela gareth georg george gerd gerhard giulia giuseppe grace greta guido \
    guillaume gustav hana hannah hans harald harry hassan heather heidi heike helen helena helga henri henrik henry hiro hiroko \
    hiroshi holger hugo ian ibrahim ida igor ilse ines ingrid irene iris isabel isabella isabelle ivan ivo jack jacob jacques jakob \
    james jan jana jane janet javier jean jeff jennifer jens jerome jessica jesus jim jin joachim joan joao jochen joe johan johann \
    johanna john jon jonas jonathan jorge jose josef joseph joshua juan judith julia julian julie julien jun jurgen jutta karen karin \
    karl karla karsten kate katharina katherine kathrin katja katrin kazuo keiko keith kenji kevin kim klaus kofi kristina kumar kurt \
    lara lars laura laurent lea lee lena leo leon leonie li liam lin linda lisa liu lorenzo louis louise luc luca lucas lucia lucie \
    luis luisa lukas lydia magdalena maja manfred manuel manuela marc marcel marco marcus margaret margot maria marie marina mario \
    marion mark markus marta martha martin martina mary mateo mathias mathilde matteo matthew matthias max maximilian maya megan \
    mei michael michel michelle miguel mikael mila mina miriam mohamed mohammed monica monika moritz nadia nadine nancy natalia \
    natalie nathalie nicholas nick nicola nicole nicolas niels nikolai nils nina noah nora norbert odile olaf ole oleg olga oliver \
    olivia olivier omar oscar otto pablo pamela paolo pascal patricia patrick paul paula pedro peter petra philip philipp philippe \
    pierre pilar pradeep priya quentin rachel rafael rainer raj ralf ravi raymond rebecca regina reinhard renate rene ricardo richard \
    rita robert roberto robin roger roland rolf roman rosa rosalind ruben rudolf ruth ryan sabine samir samuel sandra santiago sara \
    sarah satoshi sebastian sergei sergio shirin silke silvia simon simone sofia sonia sophia sophie stefan stefanie stella stephan \
    stephanie stephen steve steven susan susanne suzanne sven sylvie takashi tamara tanja tara tatiana ted teresa theo theresa thierry \
    thomas tim timo tina tobias tom tomas tomoko tony ulrich ulrike ursula ute uwe valentina valerie vanessa vera veronika victor \
    victoria viktor vincent virginia volker walter wei werner wilhelm william wolfgang xavier ximena yan yannick yasmin yoko yuki \
    yusuf yves yvonne zara zoe
    """.split(separator: " ").map(String.init))
}
