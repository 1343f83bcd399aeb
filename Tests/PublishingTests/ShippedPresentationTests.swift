import EcosystemModel
import Foundation
import Interchange
import TestSupport
import Testing

@testable import Publishing

/// Every dataset that comes with the program, as a map and as a deck, read as PowerPoint would read them.
@Suite(.tags(.slow), .timeLimit(.minutes(60)))
struct ShippedPresentationTests {
  static let datasets: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.path("datasets"))
    return (names ?? []).filter { !$0.contains(".") }.sorted()
  }()

  @Test(arguments: datasets)
  func defaultMapAndEveryViewAreDrawnAndValid(name: String) async throws {
    let folder = try TemporaryFolder()
    let dataset = PackageRoot.path("datasets/\(name)")
    let map = try await Ecomap.run("map", dataset, "-o", "map.svg", "-o", "map.pptx", in: folder)
    #expect(map.status == 0, "\(map.messages)")
    let views = try Dataset.read(at: dataset).ecosystem.views
    #expect(!views.isEmpty)
    let deck = try await Ecomap.run(
      "deck", dataset, "--appendix", "--effort", "quick", "-o", "deck.pptx", in: folder)
    #expect(deck.status == 0, "\(deck.messages)")
    // What was saved to be drawn whole, or cannot be folded further, has smaller letters; the command says so.
    let told = deck.messages.split(separator: "\n").count {
      $0.hasPrefix("note: the smallest letters")
    }
    #expect(told <= 2, "\(deck.messages)")
    for file in ["map.pptx", "deck.pptx"] {
      let read = PresentationValidator([UInt8](try folder.data(file)))
      #expect(read.faults.isEmpty, "\(file): \(read.faults.prefix(5))")
      let sights = read.slides.map { read.faultsOfSight(on: $0, smallest: 9) }
      let small = sights.count { $0.contains { $0.contains("letters of") } }
      #expect(small <= (file == "deck.pptx" ? told : 0), "\(file): \(sights.flatMap { $0 })")
      let others = sights.flatMap { $0 }.filter { !$0.contains("letters of") }
      #expect(others.isEmpty, "\(file): \(others.prefix(5))")
      #expect(read.slides.count > (file == "deck.pptx" ? max(6, views.count) : 0))
    }
    let short = try await Ecomap.run(
      "deck", dataset, "--effort", "quick", "-o", "short.pptx", in: folder)
    #expect(short.status == 0, "\(short.messages)")
    let read = PresentationValidator([UInt8](try folder.data("short.pptx")))
    #expect(read.faults.isEmpty, "\(read.faults.prefix(5))")
    #expect((4...12).contains(read.slides.count))
  }
}
