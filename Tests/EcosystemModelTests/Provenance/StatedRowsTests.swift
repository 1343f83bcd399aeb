import TestSupport
import Testing

@testable import EcosystemModel

/// Only what sources state, and how many rows something rests on.
@Suite("Stated rows")
struct StatedRowsTests {
  private static let sample: Ecosystem = {
    var made = Ecosystem()
    let one = made.addCompany("One")
    let ours = made.addCompany("Ours") { $0.tags = ["illustrative"] }
    let ada = made.addPerson("Ada", at: one) {
      $0.title = "Head"
      $0.assumed = ["title", "name"]
    }
    let ben = made.addPerson("Ben", at: ours)
    let pact = made.addAlliance("Pact", of: [one, ours]) {
      $0.manager = ben
      $0.validity = .from("2019-03-29")
      $0.assumed = ["day of since"]
    }
    let board = made.addCommittee("Board", of: pact) { $0.tags = ["Illustrative"] }
    let team = made.addCommittee("Team", under: board)
    made.seat(ada, on: team, as: .chair)
    made.memberships[0].assumed = ["role"]
    made.seat(ben, on: team)
    var score = Score(subject: .alliance(pact), measure: "health", value: 3)
    score.assumed = ["value"]
    made.scores.append(score)
    var view = SavedView(name: "all")
    view.tags = ["illustrative"]
    made.views.append(view)
    return made
  }()

  @Test("illustrative rows go with what needs them, assumed cells are empty")
  func leavesWhatIsStated() throws {
    let stated = StatedRows(of: Self.sample)
    let left = stated.ecosystem
    #expect(left.companies.map(\.name) == ["One"])
    let ada = try #require(left.people.first)
    #expect(ada.name == "Ada" && ada.title == nil)
    // Ben stays, without his company; the alliance keeps its month.
    #expect(left.people.count == 2 && left.people[1].company == nil)
    let pact = try #require(left.alliances.first)
    #expect(pact.validity.since == .on("2019-03") && pact.companies.count == 1)
    // The team loses the board and keeps its alliance.
    let team = try #require(left.committees.first)
    #expect(team.parent == nil && team.alliance == pact.id && left.committees.count == 1)
    #expect(left.memberships.map(\.role) == [.member, .member])
    #expect(left.scores.isEmpty && left.views.count == 1)
    #expect(left.unstated == Unstated(rows: 3, cells: 3))
    #expect(stated.positions[.committees] == [1] && stated.positions[.companies] == [0])
  }

  @Test("rows are counted by kind")
  func counts() {
    let snapshot = Self.sample.on(nil)
    let seats = Grounds(of: snapshot, in: [.committees, .memberships, .scores])
    #expect(seats.rows == 4 && seats.illustrative == 1 && seats.partlyAssumed == 1)
    #expect(seats.description == "rests on 1 illustrative row of 4, and 1 with assumed cells")
    let scores = Grounds(of: snapshot, in: [.alliances, .scores])
    #expect(scores.rows == 2 && scores.partlyAssumed == 2)
    #expect(scores.description == "rests on 2 rows, 2 of them with assumed cells")
    let stated = Grounds(of: StatedRows(of: Self.sample).ecosystem.on(nil), in: [.memberships])
    #expect(
      stated.description
        == "rests on 2 stated rows; 3 illustrative rows and 3 assumed cells left out")
    let drawn = Grounds(
      of: snapshot, drawing: [.company(.init("one")), .person(.init("ada"))])
    #expect(drawn.rows == 2 && drawn.illustrative == 0 && drawn.partlyAssumed == 1)
  }

  /// Names cells at random as assumed.
  private struct Assuming: RowRewriter {
    var state: UInt64

    /// True once in about six times.
    private mutating func rarely() -> Bool {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33).isMultiple(of: 6)
    }

    mutating func rewritten<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) -> [Row] {
      rows.map { row in
        var row = row
        let columns = Row.contract.written.dropLast(2).map(\.name)
        row.assumed = columns.filter { _ in rarely() }
        return row
      }
    }
  }

  @Test("for any data: whole, stated, and counted to the last row", arguments: UInt64(1)...12)
  func laws(seed: UInt64) {
    var assuming = Assuming(state: seed)
    let whole = Ecosystem.random(seed: seed).rewritten(by: &assuming)
    let stated = StatedRows(of: whole)
    let left = stated.ecosystem
    #expect(left.danglingReferences.isEmpty)
    for table in TableName.allCases {
      let rows = stated.positions[table] ?? []
      #expect(rows.count == left.count(of: table) && rows == rows.sorted())
    }
    var check = NothingAssumed()
    left.visit(&check)
    #expect(check.found.isEmpty, "\(check.found.prefix(3))")
    let counts = { (ecosystem: Ecosystem) in TableName.allCases.map { ecosystem.count(of: $0) } }
    let gone = left.unstated?.rows ?? 0
    #expect(counts(whole).reduce(0, +) == counts(left).reduce(0, +) + gone)
    let again = StatedRows(of: left).ecosystem
    #expect(counts(again) == counts(left))
    // A second count, row by row.
    let counted = Grounds(of: whole.on(nil), in: [.people, .memberships])
    let tags: [[String]] = whole.people.map(\.tags) + whole.memberships.map(\.tags)
    #expect(counted.rows == tags.count)
    #expect(counted.illustrative == tags.count { $0.contains("illustrative") })
  }

  private struct NothingAssumed: RowVisitor {
    var found: [String] = []

    mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
      guard !Row.table.isOfPictures else { return }
      for row in rows {
        if row.isIllustrative { found.append("\(row)") }
        for name in row.assumed {
          guard let column = Row.contract.column(named: name), !column.isNameOfEntity else {
            continue
          }
          switch column.form {
          case .id, .choice: continue
          default:
            if column.text(of: row, in: Ecosystem()) != nil { found.append("\(name) of \(row)") }
          }
        }
      }
    }
  }

  @Test("rows find their numbers again after a day and a filter")
  func numbers() {
    let whole = Ecosystem.random(seed: 7)
    let day = whole.numberingRows.on(.on("2015"))
    for seat in day.ecosystem.memberships {
      guard let number = seat.number else {
        Issue.record("no number")
        continue
      }
      #expect(whole.memberships[number].person == seat.person)
    }
  }
}
