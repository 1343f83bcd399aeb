import EcosystemModel
import Testing

@testable import Interchange

/// Lists of seats and of alliances with words, dates and ids that mean something else than they seem to.
struct SeatListTests {
  /// Who sits until March sits to the end of March; the first day without the seat is written.
  @Test func periodsEndWithTheirLastDay() {
    let book = InlineBook([
      (
        "Members",
        [
          ["Committee", "Member", "Role", "Joined", "Term end"],
          ["JSC", "Ann Moss", "Chair", "2023-01-09", "2025-03-31"],
          ["JSC", "Lou Dent", "Member", "Jan 2023", "Mar 2025"],
          ["JSC", "Kim Ash", "Member", "2023-01-09", "Q1 2025"],
          ["JSC", "Joe Finn", "Member", "2023", "2025"],
          ["JSC", "Ida Holm", "Member", "2023", "H2 2025"],
        ]
      )
    ])
    #expect(
      book.ecosystem.memberships.map { $0.validity.until?.description } == [
        "2025-03-31", "2025-04-01", "2025-04-01", "2026-01-01", "2026-01-01",
      ])
    #expect(book.ecosystem.memberships[1].validity.since?.description == "2023-01-01")
  }

  /// A day that a cell shows only the month of is that day.
  @Test(arguments: [
    (44935.0, MomentForm.month, "2023-01-09"), (45658, .month, "2025-01"), (45658, .year, "2025"),
    (45747, .month, "2025-03-31"), (45747, .year, "2025-03-31"), (45717, .year, "2025-03-01"),
  ])
  func daysBehindMonths(serial: Double, form: MomentForm, text: String) {
    #expect(SerialDate.text(of: serial, form, is1904: false) == text)
  }

  /// One question for all dates that could be two where a column holds both orders.
  @Test(arguments: [
    (["01/15/2025", "02/03/2025", "13/02/2025", "01/16/2025"], "month/day", "2025-02-03"),
    (["15/01/2025", "02/03/2025", "02/13/2025", "16/01/2025"], "day/month", "2025-03-02"),
  ])
  func aColumnThatContradictsItself(dates: [String], assumed: String, meaning: String) {
    let names = ["Ann Lee", "Bob Fox", "Carla Diaz", "Daniel Ray"]
    let book = InlineBook([
      (
        "Committee members",
        [["Committee", "Member", "Role", "Start Date"]]
          + zip(names, dates).map { ["JSC", $0, "Member", $1] }
      )
    ])
    #expect(book.mapping.dateOrder == nil)
    #expect(book.mapped.questions.count == 1)
    #expect(book.mapped.questions.first?.text.contains("\(assumed) is assumed") ?? false)
    #expect(book.mapped.questions.first?.cells.count == 4)
    #expect(book.ecosystem.memberships[1].validity.since?.description == meaning)
    #expect(book.isAccountedFor)
  }

  /// A row that counts what stands above it is none of the rows, whatever it is counted in.
  @Test(arguments: [
    (["Summe", "10 Sitze"], true), (["Total", "", "12 members"], true), (["Total", "5"], true),
    (["Gesamt", "3 von 4"], false), (["Total", "Paris"], false),
    (["Total", "12 rue Bac, Paris"], false),
    (["Ann Lee", "10 Sitze"], false),
  ])
  func totals(row: [String], isTotal: Bool) {
    #expect(WordReading.isTotal(row: row.filter { !$0.isEmpty }) == isTotal)
  }

  @Test(arguments: [
    ("stv. Vorsitz", MembershipRole.member), ("stellv. Vorsitzende", .member),
    ("Vice-Chair", .member),
    ("Vizepräsidentin", .member), ("Deputy Chairwoman", .member), ("Président adjoint", .member),
    ("Vorsitz", .chair), ("Co-Vorsitz", .coChair), ("Deputy", .alternate), ("stv", .alternate),
    ("JSC Chair", .chair), ("Deputy member", .alternate),
  ])
  func deputiesOfChairsAreMembers(title: String, role: MembershipRole) {
    #expect(RoleReading.role(of: title) == role)
  }

  @Test(arguments: ["(X)", "[C]", "(A)"])
  func marksInParenthesesAreOthers(mark: String) {
    #expect(RoleReading.role(of: mark) == nil)
  }

  /// Open seats are no error and no person.
  @Test func vacantSeats() {
    let book = InlineBook([
      (
        "Members 2026",
        [
          ["Committee", "Role", "Name", "Company", "Comments"],
          ["JSC", "Chair", "Ann Moss", "Zephyr Pharma", ""],
          ["JMC", "Chair", "Lou Dent", "Quill Bio", ""],
          ["JMC", "Member", "vacant", "Quill Bio", "since May"],
          ["JMC", "Member", "to be named", "Quill Bio", ""],
          ["JMC", "Deputy", "Kim Ash", "Zephyr Pharma", ""],
        ]
      )
    ])
    #expect(book.people == ["Ann Moss", "Kim Ash", "Lou Dent"])
    #expect(book.seats.count == 3)
    #expect(!book.dataset.hasErrors)
    #expect(book.dataset.lines.count { $0.contains("2 seats of \"JMC\" are vacant") } == 1)
    #expect(book.isAccountedFor)
  }

  /// A column of another list's ids refers to that list.
  @Test func idsOfContactsAreNoIdsOfAlliances() {
    let book = InlineBook([
      (
        "Contact Export",
        [
          ["Contact ID", "First Name", "Last Name", "Account"],
          ["00101", "Dana", "Ruiz", "Acme Bio"], ["00102", "Kenji", "Mori", "Acme Bio"],
          ["00103", "Lise", "Tremblay", "Boreal CRO"],
          ["00104", "Owen", "Blake", "Cygnus Digital"],
        ]
      ),
      (
        "Opportunity Export",
        [
          ["Opportunity Name", "Account", "Contact ID", "Stage"],
          ["Oncology data co-development", "Cygnus Digital", "00104", "Negotiation"],
          ["CRO master agreement", "Boreal CRO", "00103", "Closed Won"],
        ]
      ),
    ])
    #expect(
      book.ecosystem.alliances.map { alliance in
        "\(alliance.name): \(alliance.manager.flatMap { book.ecosystem.people[$0]?.name } ?? "")"
      } == ["Oncology data co-development: Owen Blake", "CRO master agreement: Lise Tremblay"])
  }

  /// What follows a known company is its function, though companies are known without such words, too.
  @Test func functionsOfCompaniesThatEndLikeThem() {
    let book = InlineBook([
      ("Companies", [["Company", "Country"], ["Tern Pharma", "US"], ["Wren AI", "UK"]]),
      (
        "Handovers",
        [
          ["From team", "To team", "What is handed over", "Turnaround"],
          ["Tern Pharma – Clinical Ops", "Wren AI – Data Science", "Raw trial data", "48h"],
          ["Wren AI – Data Science", "Tern Pharma – Biostatistics", "Cleaned data set", "24h"],
        ]
      ),
    ])
    #expect(
      book.ecosystem.handoffs.map {
        "\(book.ecosystem.name(of: $0.from)) → \(book.ecosystem.name(of: $0.to))"
      } == ["Clinical Ops → Data Science", "Data Science → Biostatistics"])
    #expect(book.ecosystem.companies.map(\.name) == ["Tern Pharma", "Wren AI"])
  }
}
