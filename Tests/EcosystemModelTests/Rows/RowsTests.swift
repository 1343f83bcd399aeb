import TestSupport
import Testing

@testable import EcosystemModel

/// Rows kept in columns, against the same rows in an array.
@Suite struct RowsTests {
  @Test(arguments: 0..<12 as Range<UInt64>) func columnsHoldWhatRowsSay(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    check(Array(ecosystem.memberships))
    check(Array(ecosystem.handoffs))
  }

  private func check<Row: ColumnedRow>(_ rows: [Row]) {
    var columns = Rows(rows)
    #expect(Array(columns) == rows && columns.count == rows.count)
    #expect(columns == Rows(Array(columns)) && columns.hashValue == Rows(rows).hashValue)
    #expect(
      Array(columns.rows { $0 % 2 == 0 })
        == rows.enumerated().filter { $0.offset % 2 == 0 }.map(\.element))
    guard rows.count > 2 else { return }
    var array = rows
    array.swapAt(0, 2)
    array.remove(at: 1)
    array.insert(contentsOf: rows.prefix(2), at: 1)
    columns.swapAt(0, 2)
    columns.remove(at: 1)
    columns.insert(contentsOf: rows.prefix(2), at: 1)
    #expect(Array(columns) == array)
    columns.removeAll { $0 == array[0] }
    #expect(Array(columns) == array.filter { $0 != array[0] })
  }

  @Test func aColumnTakesRoomFromTheFirstRowOnThatSaysSomething() {
    var seats: Rows<Membership> = []
    for number in 0..<5 {
      seats.append(Membership(person: .init("p\(number)"), committee: .init("c")))
    }
    #expect(seats.isKnownBlank(\.company) && seats.isKnownBlank(\.validity.until))
    seats[3].company = Company.ID("x")
    seats[4].validity.until = CalendarDate(year: 2020)
    seats[1].tags = ["t"]
    #expect(!seats.isKnownBlank(\.company) && !seats.isKnownBlank(\.tags))
    #expect(seats.map(\.company?.rawValue) == [nil, nil, nil, "x", nil])
    #expect(seats[1].tags == ["t"] && seats[2].tags.isEmpty)
    #expect(seats.last?.validity.until?.description == "2020-01-01")
  }

  @Test func numbersOfAColumnAreThoseOfItsRows() {
    var handoffs: Rows<Handoff> = []
    for number in 0..<4 {
      var row = Handoff(from: .person(.init("a")), to: .person(.init("b")))
      row.hours = number == 2 ? nil : Double(number)
      handoffs.append(row)
    }
    #expect(handoffs.numbers(\.hours) == [0, 1, nil, 3])
    #expect(handoffs.numbers(\.perYear) == [nil, nil, nil, nil])
    #expect(Array(handoffs).numbers(\.hours) == handoffs.numbers(\.hours))
  }
}
