import EcosystemModel
import Testing

@testable import Interchange

/// Boards, blocks and matrices of committees with what people write around the names.
struct CommitteeBoardTests {
  /// How often committees meet stands between their names and their people, and one column may be longer than the others.
  @Test func meetingsOnABoardAreNoPeople() {
    let book = InlineBook([
      (
        "Board view",
        [
          ["JSC", "JDC", "Patent Committee"],
          ["meets quarterly", "monthly", "twice a year"],
          ["Ada Lund (chair)", "Cleo Park (Chair)", "Hana Ito (chair)"],
          ["Cleo Park", "Finn Ode", ""], ["Dev Rao (alternate)", "", ""],
        ]
      ),
      (
        "People",
        [
          ["Name", "Org"], ["Ada Lund", "Arctic Bio"], ["Cleo Park", "Meridian"],
          ["Dev Rao", "Arctic Bio"], ["Finn Ode", "Arctic Bio"], ["Hana Ito", "Meridian"],
        ]
      ),
    ])
    #expect(book.people == ["Ada Lund", "Cleo Park", "Dev Rao", "Finn Ode", "Hana Ito"])
    #expect(
      book.seats == [
        "Ada Lund, JSC, chair", "Cleo Park, JDC, chair", "Cleo Park, JSC, member",
        "Dev Rao, JSC, alternate", "Finn Ode, JDC, member", "Hana Ito, Patent Committee, chair",
      ])
    #expect(
      book.ecosystem.committees.map { "\($0.name) \($0.cadence.map(\.description) ?? "")" }.sorted()
        == ["JDC monthly", "JSC quarterly", "Patent Committee semiannually"])
    #expect(book.isAccountedFor)
  }

  /// The same in German, with a seat that nobody has.
  @Test func aBoardInGermanWithAnOpenSeat() {
    let book = InlineBook([
      (
        "Gremien",
        [
          ["Lenkungsausschuss", "Beirat"], ["tagt monatlich", "alle 6 Wochen"],
          ["Anna Weber (Vorsitz)", "Jan Kurz (Vorsitz)"], ["Peter Lang (stv. Vorsitz)", "vakant"],
          ["Uwe Rot", ""],
        ]
      )
    ])
    #expect(
      book.seats == [
        "Anna Weber, Lenkungsausschuss, chair", "Jan Kurz, Beirat, chair",
        "Peter Lang, Lenkungsausschuss, member", "Uwe Rot, Lenkungsausschuss, member",
      ])
    #expect(book.dataset.lines.contains { $0.contains("1 seat of \"Beirat\" is vacant") })
    #expect(!book.dataset.hasErrors)
  }

  /// What stands below a committee's name says how often it meets and who leads it.
  @Test func linesBelowTheTitlesOfBlocks() {
    let book = InlineBook([
      (
        "Rosters",
        [
          ["JOINT STEERING COMMITTEE (JSC)", "", ""],
          ["Meets: quarterly | Chair: Nia Obi", "", ""],
          ["Member", "Company", "Capacity"], ["Nia Obi", "Tern Pharma", "Chair"],
          ["Sam Lee", "Wren AI", "Co-chair"], ["", "", ""],
          ["JOINT DATA COMMITTEE (JDaC)", "", ""], ["Meets: monthly | Chair: Sam Lee", "", ""],
          ["Member", "Company", "Capacity"], ["Sam Lee", "Wren AI", "Chair"],
          ["Kai Bo", "Tern Pharma", "Member"],
        ]
      )
    ])
    #expect(book.people == ["Kai Bo", "Nia Obi", "Sam Lee"])
    #expect(
      book.seats == [
        "Kai Bo, JOINT DATA COMMITTEE (JDaC), member",
        "Nia Obi, JOINT STEERING COMMITTEE (JSC), chair",
        "Sam Lee, JOINT DATA COMMITTEE (JDaC), chair",
        "Sam Lee, JOINT STEERING COMMITTEE (JSC), co-chair",
      ])
    #expect(
      book.ecosystem.committees.map { $0.cadence?.description } == ["quarterly", "monthly"])
    #expect(book.isAccountedFor)
  }

  @Test func linesOfOtherKindsBelowTheTitles() {
    let book = InlineBook([
      (
        "Members",
        [
          ["Steering Committee", ""], ["quarterly", ""], ["Name", "Role"],
          ["Ann Lee", "Chair"], ["Bob Fox", "Member"], ["", ""], ["Finance Committee", ""],
          ["Reports to: Steering Committee", ""], ["Name", "Role"], ["Carla Diaz", "Chair"],
          ["Bob Fox", "Member"],
        ]
      )
    ])
    #expect(book.seats.count == 4)
    #expect(
      book.ecosystem.committees.map { "\($0.name) \($0.parent == nil)" }
        == ["Steering Committee true", "Finance Committee false"])
    #expect(book.ecosystem.committees.first?.cadence?.description == "quarterly")
  }

  /// Committees that are responsible, accountable, consulted or informed take part in decisions; nobody sits on them for that.
  @Test func responsibilitiesOfCommittees() {
    let book = InlineBook([
      (
        "RACI",
        [
          ["RACI – decisions of the Helix alliance", "", "", "", "", ""], ["", "", "", "", "", ""],
          ["Decision", "JSC", "JDC", "Alliance Managers", "Finance WG", "Days"],
          ["Approve annual budget", "A", "C", "I", "R", "30"],
          ["Amend study protocol", "I", "A/R", "C", "", "14"],
          ["Change of key contact", "I", "", "A,R", "", "1 wk"],
          ["R = Responsible, A = Accountable, C = Consulted, I = Informed", "", "", "", "", ""],
        ]
      )
    ])
    let decisions = book.ecosystem.decisions.map {
      "\($0.matter): \(book.ecosystem.name(of: $0.body)) \($0.right.rawValue) \($0.days.map { "\($0)" } ?? "")"
        .trimmed
    }
    #expect(
      decisions == [
        "Approve annual budget: JSC decides 30.0", "Approve annual budget: JDC consulted",
        "Approve annual budget: Alliance Managers informed",
        "Approve annual budget: Finance WG consulted", "Amend study protocol: JSC informed",
        "Amend study protocol: JDC decides 14.0",
        "Amend study protocol: Alliance Managers consulted",
        "Change of key contact: JSC informed",
        "Change of key contact: Alliance Managers decides 7.0",
      ])
    #expect(book.people == [])
    #expect(book.seats == [])
    #expect(book.isAccountedFor)
  }

  @Test func whoIsResponsibleDecidesWhereNobodyIsAccountable() {
    let book = InlineBook([
      (
        "Zuständigkeiten",
        [
          ["Thema", "Lenkungsausschuss", "Beirat"], ["Budget", "R", "C"], ["Studien", "A", "R"],
          ["Patente", "I", "R"],
        ]
      )
    ])
    #expect(
      book.ecosystem.decisions.map {
        "\($0.matter) \(book.ecosystem.name(of: $0.body)) \($0.right.rawValue)"
      } == [
        "Budget Lenkungsausschuss decides", "Budget Beirat consulted",
        "Studien Lenkungsausschuss decides", "Studien Beirat consulted",
        "Patente Lenkungsausschuss informed", "Patente Beirat decides",
      ])
  }

  /// A matrix under alliances, with names that are turned as a whole, and a legend beside it.
  @Test func aMatrixUnderAlliancesWithALegend() {
    let book = InlineBook(
      [
        (
          "Who sits where",
          [
            ["", "Kestrel", "", "Osprey", "", "", ""],
            ["Person", "JSC", "JDC", "Osprey JSC", "Osprey CMC Subteam", "", ""],
            ["Okafor, Adaeze (Kestrel Bio)", "C", "X", "", "", "", "C = Chair"],
            ["Lindqvist, Per (Kestrel Bio)", "X", "", "X", "", "", "CC = Co-chair"],
            ["Reyes, Carla (Mizu Pharma)", "CC", "C", "", "", "", "X = Member"],
            ["van der Berg, Joost (Mizu Pharma)", "X", "", "", "", "", "(X) = Alternate"],
            ["Bianchi, Marco (Osprey Labs)", "", "", "C", "C", "", "o = Observer"],
            ["Smith, Jr., Robert (Kestrel Bio)", "(X)", "", "", "o", "", ""],
            ["Total", "5", "2", "2", "2", "", ""],
          ]
        )
      ], spans: [(0, 1...2), (0, 3...4)])
    #expect(
      book.people == [
        "Adaeze Okafor", "Carla Reyes", "Joost van der Berg", "Marco Bianchi", "Per Lindqvist",
        "Robert Smith Jr.",
      ])
    #expect(
      book.seats == [
        "Adaeze Okafor, JDC, member", "Adaeze Okafor, JSC, chair", "Carla Reyes, JDC, chair",
        "Carla Reyes, JSC, co-chair", "Joost van der Berg, JSC, member",
        "Marco Bianchi, Osprey CMC Subteam, chair", "Marco Bianchi, Osprey JSC, chair",
        "Per Lindqvist, JSC, member", "Per Lindqvist, Osprey JSC, member",
        "Robert Smith Jr., JSC, alternate", "Robert Smith Jr., Osprey CMC Subteam, observer",
      ])
    let committees = book.ecosystem.committees.map { committee in
      "\(committee.name) \(committee.alliance.flatMap { book.ecosystem.alliances[$0]?.name } ?? "")"
    }
    #expect(
      committees
        == ["JSC Kestrel", "JDC Kestrel", "Osprey JSC Osprey", "Osprey CMC Subteam Osprey"])
    #expect(book.mapping.roles == ["(X)": .alternate])
    #expect(book.isAccountedFor)
    #expect(book.mapped.ledger.counts.asked == 0)
  }

  /// Two alliances may each call a committee JSC.
  @Test func committeesOfOneNameUnderTwoAlliances() {
    let book = InlineBook(
      [
        (
          "Matrix",
          [
            ["", "Aster", "", "Birch", ""], ["Name", "JSC", "JDC", "JSC", "JDC"],
            ["Ann Lee", "X", "", "X", ""], ["Bob Fox", "", "X", "", ""],
            ["Carla Diaz", "", "", "X", "X"],
          ]
        )
      ], spans: [(0, 1...2), (0, 3...4)])
    #expect(
      book.seats == [
        "Ann Lee, Aster JSC, member", "Ann Lee, Birch JSC, member", "Bob Fox, Aster JDC, member",
        "Carla Diaz, Birch JDC, member", "Carla Diaz, Birch JSC, member",
      ])
    #expect(book.ecosystem.alliances.map(\.name) == ["Aster", "Birch"])
  }
}
