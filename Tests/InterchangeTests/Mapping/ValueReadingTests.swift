import EcosystemModel
import Testing

@testable import Interchange

struct ValueReadingTests {
  @Test(arguments: [
    ("2019-03-29", "2019-03-29"), ("31.03.2019", "2019-03-31"), ("31/03/2019", "2019-03-31"),
    ("3/31/2019", "2019-03-31"), ("04.03.2020", "2020-03-04"), ("31-Mar-2019", "2019-03-31"),
    ("Mar-19", "2019-03"), ("Jul-23", "2023-07"), ("March 2019", "2019-03"), ("Q2 2018", "2018-04"),
    ("2018-Q4", "2018-10"), ("4Q18", "2018-10"), ("H2 2020", "2020-07"),
    ("29 March 2019", "2019-03-29"),
    ("March 29, 2019", "2019-03-29"), ("Fri 29 Mar 2019", "2019-03-29"),
    ("1er mars 2021", "2021-03-01"),
    ("3. März 2021", "2021-03-03"), ("31 de marzo de 2019", "2019-03-31"),
    ("janv. 2020", "2020-01"),
    ("Dez. 2020", "2020-12"), ("2019/3/9", "2019-03-09"), ("03/2019", "2019-03"),
    ("43553", "2019-03-29"),
    ("2010-12-30T11:02:00", "2010-12-30"), ("15.06.22", "2022-06-15"), ("5/5/2020", "2020-05-05"),
  ])
  func datesAsPeopleWriteThem(text: String, meaning: String) {
    #expect(DateReading.iso(text) == meaning)
  }

  @Test(arguments: [
    "03/04/2020", "2019-02-30", "Phase 2", "tomorrow", "12", "", "1.250,50", "V2 2019",
    "31/31/2019",
    "2019-13", "room 4 2019",
  ])
  func whatIsNoDateIsNone(text: String) {
    #expect(DateReading.iso(text) == nil)
  }

  @Test(arguments: [
    ("14-tägig", 26), ("alle 14 Tage", 26), ("4-wöchentlich", 13), ("2-monatlich", 6),
    ("1x jährlich", 1), ("2x monatlich", 24), ("tous les 15 jours", 26), ("every 2 weeks", 26),
    ("cada 15 días", 26),
  ])
  func spacesBetweenMeetings(text: String, timesPerYear: Double) {
    #expect(CadenceReading.timesPerYear(text) == timesPerYear)
  }

  /// Signs of currencies are words of their own, and what a cell says of thousands and millions counts more than the header.
  @Test(arguments: [
    ("12,5", "M€", nil), ("3", "US$ m", "3000000"), ("$12.5m", "US$ m", "12500000"),
    ("250k", "USD m", "250000"), ("7", "USD", "7"), ("€3m", "US$ m", nil),
  ])
  func headersTellUnits(text: String, unit: String, meaning: String?) {
    #expect(
      ValueText.number(text, unit: "US dollars", headerUnit: unit, hasDecimalComma: text == "12,5")
        == meaning)
  }

  @Test(arguments: [
    ("Deal value EUR m", "EUR m"), ("Dauer h", nil), ("Lead time days", "days"),
    ("Meetings per year", nil), ("Hours/month", nil), ("Country", nil), ("Wert Mio €", "Mio €"),
    ("Wer nimmt an?", nil),
  ])
  func unitsMayStandWithoutParentheses(header: String, unit: String?) {
    #expect(QuantityUnit.unit(after: header) == unit)
  }

  @Test(arguments: [
    ("* without pilots", true), ("¹ incl. terminated deals", true), ("2) estimated", true),
    ("Source: SAP", true), ("Quelle: SAP", true), ("Stand 31.10.2026", true), ("Note", false),
    ("3M", false), ("20 Questions Ltd", false), ("Standard Bio", false), ("Source", false),
  ])
  func notesAreNoRows(text: String, isNote: Bool) { #expect(NoteText.isNote(text) == isNote) }

  /// A first letter is enough where one person fits it.
  @Test func peopleAreKnownByInitials() {
    var book = NameBook(of: .person)
    for name in ["Lars Holm", "Anna Berg", "Anton Berg"] { book.add(name) }
    #expect(book.name(of: "L. Holm") == "Lars Holm")
    #expect(book.name(of: "Holm, L.") == "Lars Holm")
    #expect(book.name(of: "A. Berg") == nil)
    #expect(book.name(of: "X. Holm") == nil)
  }

  @Test func orderIsToldByTheOthers() {
    #expect(DateReading.order(of: ["03/04/2020", "13/04/2020"]) == .dayMonth)
    #expect(DateReading.order(of: ["03/04/2020", "04/13/2020"]) == .monthDay)
    #expect(DateReading.order(of: ["03/04/2020", "13.04.2020"]) == nil)
    #expect(DateReading.iso("03/04/2020", order: .monthDay) == "2020-03-04")
  }

  @Test(
    arguments: [
      ("72 h", "hours", "72"), ("3 d", "hours", "72"), ("45 min", "hours", "0.75"),
      ("2 weeks", "days", "14"),
      ("1.250,50", nil, "1250.5"), ("1,250.50", nil, "1250.5"), ("1.2m", "US dollars", "1200000"),
      ("USD 3 bn", "US dollars", "3000000000"), ("$1,200", "US dollars", "1200"),
      ("850k", "US dollars", "850000"),
      ("monthly", "times", "12"), ("ca. 5 Tage", "days", "5"), ("1 250", nil, "1250"),
      ("1'250", nil, "1250"),
      ("-5", nil, "-5"),
    ] as [(String, String?, String)])
  func numbersAsPeopleWriteThem(text: String, unit: String?, meaning: String) {
    #expect(ValueText.number(text, unit: unit) == meaning)
  }

  @Test(
    arguments: [
      ("€ 5m", "US dollars"), ("2-3 h", "hours"), ("Strong", nil), ("12/7", nil), ("n/a", "hours"),
      ("", nil),
    ] as [(String, String?)])
  func whatIsNoNumberIsNone(text: String, unit: String?) {
    #expect(ValueText.number(text, unit: unit) == nil)
  }

  @Test func shares() {
    #expect(ValueText.share("12 %") == "0.12")
    #expect(ValueText.share("85") == "0.85")
    #expect(ValueText.share("0,5", hasDecimalComma: true) == "0.5")
  }

  @Test(
    arguments: [
      ("Chairman", .chair), ("Vorsitzende", .chair), ("Présidente", .chair), ("Sprecherin", .chair),
      ("Co-Chair", .coChair), ("JSC Co-Chair", .coChair), ("Vice Chair", .member),
      ("Secretary", .member),
      ("stellv. Vorsitzender", .member), ("Deputy", .alternate), ("Stellvertreter", .alternate),
      ("Suppléante", .alternate), ("Guest", .observer), ("Gast", .observer),
      ("Member (voting)", .member),
      ("C", .chair), ("X", .member), ("o", .observer),
    ] as [(String, MembershipRole)])
  func titlesAsPeopleGiveThem(title: String, role: MembershipRole) {
    #expect(RoleReading.role(of: title) == role)
  }

  @Test(arguments: ["Treasury lead of Japan", "boss", "", "–"])
  func titlesThatNobodyKnows(title: String) {
    #expect(RoleReading.role(of: title) == nil)
  }

  @Test(arguments: [
    ("every two weeks", 26), ("2x per month", 24), ("vierteljährlich", 4), ("alle 2 Wochen", 26),
    ("trimestriel", 4), ("twice a year", 2), ("10/year", 10), ("every 6 weeks", 52.0 / 6),
    ("monthly", 12),
    ("fortnightly", 26), ("every 2 months", 6),
  ])
  func rhythms(text: String, times: Double) {
    #expect(CadenceReading.timesPerYear(text) == times)
  }

  @Test(arguments: ["ad hoc", "as needed", "", "every", "x per month"])
  func noRhythms(text: String) {
    #expect(CadenceReading.timesPerYear(text) == nil)
  }

  @Test func listsSplitAtWhatStandsInNoName() {
    let known: Set<String> = ["Aurora", "Borealis", "Vantage Fill & Finish", "Smith, Kline"]
    func parts(_ text: String) -> [String] { ListSplitting.elements(text, isKnown: known.contains) }
    #expect(parts("Aurora / Borealis") == ["Aurora", "Borealis"])
    #expect(parts("Aurora; Cirrus") == ["Aurora", "Cirrus"])
    #expect(parts("Aurora & Borealis") == ["Aurora", "Borealis"])
    #expect(
      parts("Aurora, Borealis and Vantage Fill & Finish") == [
        "Aurora", "Borealis", "Vantage Fill & Finish",
      ])
    #expect(parts("Vantage Fill & Finish") == ["Vantage Fill & Finish"])
    #expect(parts("Smith, Kline") == ["Smith, Kline"])
    #expect(parts("Cirrus & Dune") == ["Cirrus & Dune"])
    #expect(parts("Aurora\nBorealis") == ["Aurora", "Borealis"])
  }

  @Test func patternsOfNames() {
    #expect(NamePattern("roster*.xlsx").matches("Roster-2026-11.xlsx"))
    #expect(!NamePattern("roster*.xlsx").matches("my-roster.xlsx"))
    #expect(NamePattern("*").matches(""))
    #expect(NamePattern("a?c").matches("abc"))
    #expect(BookRecognition.pattern(for: "x/roster-2026-11.xlsx") == "roster*.xlsx")
    #expect(BookRecognition.pattern(for: "2026.csv") == "2026*.csv")
  }

  @Test func sourcesAreReadAsTheyAreWritten() {
    for text in [
      "Name", "=chair", "(sheet name)", "(title above)", "{First} {Last}", "{Alliance} JSC",
      "{(column)}-x",
    ] {
      #expect(CellSource(text).description == text)
    }
    #expect(CellSource("{First} {Last}").headers == ["First", "Last"])
  }
}
