import EcosystemModel
import GraphvizKit
import Insights
import TestSupport
import Testing

@testable import Cartography

/// Everything with a date is on a timeline, where its day is; what has none is named.
@Suite(.timeLimit(.minutes(60)))
struct TimelineChartTests {
  private static func dated(
    _ count: Int, programs: Int = 0, _ change: (Int, inout Alliance) -> Void = { _, _ in }
  ) -> Ecosystem {
    var made = Ecosystem()
    let hub = made.addCompany("Hub")
    let partner = made.addCompany("Partner")
    for number in 0..<count {
      let id = made.addAlliance("Alliance \(number)", of: [hub, partner]) {
        $0.area = "Area \(number % 5)"
        $0.validity.since = CalendarDate(year: 2000 + number % 20, month: 1 + number % 12)
        change(number, &$0)
      }
      for program in 0..<programs {
        var row = Program(
          id: .init("p\(number)-\(program)"), name: "Program \(number)/\(program)", alliance: id)
        row.validity.since = CalendarDate(year: 2005 + number % 10)
        made.programs.append(row)
      }
    }
    return made
  }

  private static func sheet(
    _ ecosystem: Ecosystem, on day: CalendarDate? = nil, group: String? = nil
  ) throws -> LaidOutDiagram {
    let answer = try ecosystem.on(day).answer(TimelineQuestion(group: group))
    return try #require(TimelineBars.laidOut(answer, PictureContext()))
  }

  @Test(arguments: [1, 3, 20, 150, 400], [0, 1, 4])
  func everythingIsThereOnce(count: Int, programs: Int) throws {
    let sheet = try Self.sheet(Self.dated(count, programs: programs), on: .on("2015-06-01"))
    let members = sheet.diagram.nodes.flatMap { $0.members ?? [] }
    #expect(members.count == count * (programs + 1))
    #expect(Set(members.map(\.key)).count == members.count)
    let reader = ChartReader(sheet)
    #expect(reader.clashes == [] && reader.isInside && reader.smallestLetters >= 9 - 1e-9)
    #expect(reader.tooWideLabels == [])
    let bars = sheet.diagram.nodes.count { $0.classes == ["alliance"] }
    // The title counts rows, the legend explains what has one, and the day is seen on the bars.
    let rows = sheet.diagram.nodes.count { $0.classes == ["program"] }
    let parts =
      [(bars, count, "alliance"), (rows, count * programs, "program")].filter { $0.1 > 0 }.map {
        ($0.0 < $0.1 ? "\($0.0) of " : "") + Phrase.count($0.1, $0.2)
      }
    #expect(sheet.diagram.title.hasPrefix(parts.joined(separator: " and ") + ", "))
    #expect(sheet.diagram.legend.flatMap(\.entries).contains { $0.text == "program" } == (rows > 0))
    #expect(sheet.diagram.nodes.last?.classes == ["day"])
    if bars < count {
      #expect(sheet.diagram.footer.contains("\(bars) of \(count) alliances with a row"))
    }
  }

  @Test("bars begin and end at their days, and marks stand at theirs")
  func placesAreDays() throws {
    let made = Self.dated(2) { number, alliance in
      alliance.validity = Validity(
        since: .on("2010-01-01"), until: number == 0 ? .on("2020-01-01") : nil)
      if number == 0 { alliance.launched = .on("2015-01-01") }
    }
    let sheet = try Self.sheet(made)
    func frame(_ word: String, _ title: String) throws -> LaidOutDiagram.Rectangle {
      let place = try #require(
        sheet.diagram.nodes.firstIndex { $0.classes == [word] && $0.title == title })
      return sheet.boxes[place]
    }
    let closed = try frame("alliance", "Alliance 0")
    let open = try frame("alliance", "Alliance 1")
    let mark = try frame("event", "launched of Alliance 0")
    #expect(closed.x == open.x)
    // 1,826 of 3,652 days.
    #expect(abs(mark.middle.x - (closed.x + closed.width / 2)) < 0.2)
    #expect(open.x + open.width > closed.x + closed.width)
    #expect(
      sheet.sheet.guides.contains {
        if case .line(_, _, _, .forward, _, _) = $0 { true } else { false }
      })
  }

  @Test(
    "what ends within twelve months after the day is marked, in words too",
    arguments: [
      ("2020-06-01", false), ("2020-06-02", true), ("2021-06-01", true), ("2021-06-02", false),
    ])
  func whatEndsSoonIsMarked(end: String, isSoon: Bool) throws {
    let made = Self.dated(1) { _, alliance in
      alliance.expires = CalendarDate(end)
    }
    let day = try #require(CalendarDate("2020-06-01"))
    let answer = try made.on(day).answer(TimelineQuestion())
    #expect(answer.endingSoon.count == (isSoon ? 1 : 0))
    let sheet = try #require(TimelineBars.laidOut(answer, PictureContext()))
    #expect(sheet.diagram.title.contains("within twelve months") == isSoon)
    let texts = sheet.sheet.guides.compactMap {
      if case .text(let line, _) = $0 { line.text } else { nil }
    }
    #expect(texts.contains("▲ \(end)") == isSoon)
  }

  @Test func whatHasNoDateIsNamed() throws {
    let made = Self.dated(3) { number, alliance in
      if number > 0 { alliance.validity = Validity() }
    }
    #expect(
      try Self.sheet(made).diagram.footer.contains("without any date: Alliance 1 and Alliance 2"))
    let none = Self.dated(2) { $1.validity = Validity() }
    let error = #expect(throws: InsightError.self) { try none.on(nil).answer(TimelineQuestion()) }
    #expect(error?.message.contains("since, signed or expires") ?? false)
  }

  @Test("columns of one's own are dates where every cell is one and some say more than a year")
  func ownColumnsAreEvents() throws {
    let made = Self.dated(2) { number, alliance in
      alliance.attributes["renewed_on"] = number == 0 ? "2015-03" : "2016"
      alliance.attributes["headcount"] = "2015"
    }
    #expect(try made.on(nil).answer(TimelineQuestion()).eventNames == ["renewed on"])
  }

  @Test(
    "an axis has ticks at quarters or years, few enough to be read",
    arguments: [
      ("2019-01-01", "2020-06-01"), ("1900-01-01", "2100-01-01"), ("2019-06-01", "2019-06-01"),
      ("0001-01-01", "9999-12-31"),
    ])
  func ticksAreSensible(first: String, last: String) throws {
    let days = try [first, last].map { try #require(CalendarDate($0)) }
    let axis = TimeAxis(days, from: 100, to: 900)
    #expect((1...17).contains(axis.ticks.count), "\(axis.ticks)")
    for day in days { #expect((100...900).contains(axis.x(day))) }
    for tick in axis.ticks {
      #expect((100...900).contains(axis.x(tick.date)) && tick.date.day == 1)
    }
  }
}
