import Cartography
import Containers
import EcosystemModel
import Foundation
import GraphvizKit
import Insights
import Interchange
import TestSupport
import Testing

@testable import Publishing

/// Pictures of bars are charts of the presentation's own, with their own figures behind them and nothing else.
@Suite("Charts of bars in presentations", .timeLimit(.minutes(60)))
struct NativeChartTests {
  /// A picture that has bars, and what it was drawn from.
  struct Picture: Sendable, CustomTestStringConvertible {
    let dataset: String
    let day: String
    let answer: @Sendable (Snapshot) throws -> any Findings
    var testDescription: String { dataset }
  }

  static let pictures = [
    Picture(dataset: "takeda-portfolio", day: "2015-09-11") { try $0.answer(LoadQuestion()) },
    Picture(dataset: "enhertu", day: "2020-06-01") { try $0.answer(LoadQuestion()) },
    Picture(dataset: "enhertu", day: "2020-06-01") { try $0.answer(EscalationQuestion()) },
    Picture(dataset: "takeda-portfolio", day: "2015-09-11") { try $0.answer(TimelineQuestion()) },
  ]

  private static func map(_ picture: Picture) throws -> LaidOutDiagram {
    let dataset = try Dataset.read(at: PackageRoot.path("datasets/\(picture.dataset)"))
    let findings = try picture.answer(dataset.ecosystem.on(CalendarDate.on(picture.day)))
    return try #require(
      ChartCatalog.charts(of: findings).first?.laidOut(findings, PictureContext()))
  }

  private static func parts(_ map: LaidOutDiagram) throws -> [String: [UInt8]] {
    let bytes = try MapPublisher(worker: .inProcess).publish(map, as: [.pptx])[0]
    return try contents(of: bytes)
  }

  private static func contents(of bytes: [UInt8]) throws -> [String: [UInt8]] {
    var archive = try ZipArchive(bytes)
    var parts: [String: [UInt8]] = [:]
    for name in archive.names { parts[name] = try archive.bytes(of: name) }
    return parts
  }

  @Test("the workbook behind a chart holds its rows and lengths", arguments: pictures.indices)
  func workbook(number: Int) throws {
    let map = try Self.map(Self.pictures[number])
    let bars = try #require(map.bars)
    let parts = try Self.parts(map)
    let book = try Self.contents(of: try #require(parts["ppt/embeddings/bars1.xlsx"]))
    let text = String(decoding: try #require(book["xl/worksheets/sheet1.xml"]), as: UTF8.self)
    let words = text.matches(of: #/<t>(.*?)</t>/#).map { String($0.output.1) }
    #expect(words == ([bars.measure] + bars.series.map(\.name) + bars.rows).map(XMLText.escaped))
    let numbers = text.matches(of: #/<v>(.*?)</v>/#).compactMap { Double($0.output.1) }
    let expected = bars.rows.indices.flatMap { row in bars.series.compactMap { $0.values[row] } }
    #expect(numbers == expected)
  }

  @Test(
    "bars are as long as on the picture, and no shape stands in for them",
    arguments: pictures.indices)
  func lengths(number: Int) throws {
    let map = try Self.map(Self.pictures[number])
    let bars = try #require(map.bars)
    let unit = bars.plot.width / (bars.scale.upperBound - bars.scale.lowerBound)
    let height = bars.plot.height / Double(bars.rows.count)
    let drawn = zip(map.diagram.nodes, map.boxes).filter { bars.boxes.contains($0.0.key) }
    #expect(!drawn.isEmpty)
    for row in bars.rows.indices {
      let values = bars.series.filter { $0.fill != nil }.compactMap { $0.values[row] }
      let middle = bars.plot.y + height * (Double(row) + 0.5)
      let fields = drawn.map(\.1).filter { abs($0.y + $0.height / 2 - middle) < 1 }
      guard let end = fields.map({ $0.x + $0.width }).max(), let start = fields.map(\.x).min()
      else {
        #expect(values.isEmpty)
        continue
      }
      // Fields too short to be seen are drawn half a point or more wide.
      #expect(abs(end - start - values.reduce(0, +) * unit) < 2 + Double(values.count))
      #expect(fields.allSatisfy { abs($0.height / height - bars.thickness) < 0.02 })
    }
    let slide = try #require(try Self.parts(map)["ppt/slides/slide1.xml"])
    let text = String(decoding: slide, as: UTF8.self)
    #expect(text.contains("rIdChart1"))
    for (node, _) in drawn { #expect(!text.contains("name=\"\(XMLText.escaped(node.title))\"")) }
  }

  @Test("the same picture gives the same bytes")
  func repeatable() throws {
    let map = try Self.map(Self.pictures[0])
    let publisher = MapPublisher(worker: .inProcess)
    #expect(try publisher.publish(map, as: [.pptx]) == publisher.publish(map, as: [.pptx]))
  }

  @Test(
    "columns of a spreadsheet are named as spreadsheets do",
    arguments: [
      (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"),
    ])
  func columns(position: Int, name: String) {
    #expect(ChartWorkbook.column(position) == name)
  }
}
