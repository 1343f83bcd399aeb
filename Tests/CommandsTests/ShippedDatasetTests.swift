import Cartography
import EcosystemModel
import Foundation
import Interchange
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(60)))
struct ShippedDatasetTests {
  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.path("datasets"))
    return (names ?? []).filter { !$0.contains(".") }.sorted()
  }()

  @Test func allTwelveAreThere() {
    #expect(Self.names.count >= 12)
  }

  /// A cell that is assumed is there, its column too, and its row is not ours altogether.
  @Test(arguments: names)
  func assumedNamesCellsOfStatedRows(name: String) throws {
    let dataset = try Dataset.read(at: PackageRoot.path("datasets/\(name)"))
    let folder = PackageRoot.path("datasets/\(name)")
    for count in dataset.counts {
      let text = try String(
        contentsOfFile: "\(folder)/\(count.table.rawValue).csv", encoding: .utf8)
      let rows = Self.cells(of: text)
      guard let header = rows.first, let assumed = header.firstIndex(of: "assumed") else {
        continue
      }
      let tags = header.firstIndex(of: "tags")
      for (number, row) in rows.enumerated().dropFirst() {
        let words = row[assumed].split(separator: "|").map(String.init)
        let place = "\(name)/\(count.table.rawValue).csv, row \(number)"
        #expect(words.isEmpty || tags.map { !row[$0].contains("illustrative") } ?? true, "\(place)")
        for word in words {
          let column = header.firstIndex(of: word)
          #expect(column.map { !row[$0].isEmpty } ?? false, "\(place): “\(word)”")
        }
      }
    }
  }

  /// The cells of a table without line breaks in cells.
  private static func cells(of text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .reduce(into: [""]) { row, part in
          guard part.offset % 2 == 0 else { return row[row.count - 1] += part.element }
          let pieces = part.element.split(separator: ",", omittingEmptySubsequences: false)
          row[row.count - 1] += pieces[0]
          row += pieces.dropFirst().map { String($0) }
        }
    }
  }

  /// A title that says every or all leaves nothing out.
  @Test(arguments: names)
  func titlesKeepTheirWord(name: String) async throws {
    let path = PackageRoot.path("datasets/\(name)")
    for view in try Dataset.read(at: path).ecosystem.views {
      let words = Set((view.title ?? "").lowercased().split { !$0.isLetter })
      guard !words.isDisjoint(with: ["every", "all", "everything", "everyone"]),
        view.kind != "governance"
      else { continue }
      let folder = try TemporaryFolder()
      let run = try await Ecomap.run(
        "map", path, "--view", view.name, "-o", "m.diagram.json", in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let diagram = try JSONDecoder().decode(Diagram.self, from: folder.data("m.diagram.json"))
      #expect(!diagram.footer.contains("left out"), "\(view.name): \(diagram.footer)")
    }
  }

  @Test(arguments: names)
  func datasetHasNoErrorAndSaysWhereItIsFrom(name: String) async throws {
    let run = try await Ecomap.run(
      "check", PackageRoot.path("datasets/\(name)"), in: TemporaryFolder())
    #expect(run.status == 0, "\(run.output)")
    #expect(try PackageRoot.text(of: "datasets/\(name)/README.md").contains("Source"))
  }
}
