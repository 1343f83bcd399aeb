import EcosystemModel
import Foundation
import Interchange
import TestSupport
import Testing

@Suite(.tags(.slow), .timeLimit(.minutes(15)))
struct ShippedDatasetTests {
  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.path("datasets"))
    return (names ?? []).filter { !$0.contains(".") }.sorted()
  }()

  @Test func allSixAreThere() {
    #expect(Self.names.count >= 6)
  }

  @Test(arguments: names)
  func datasetHasNoErrorAndSaysWhereItIsFrom(name: String) async throws {
    let run = try await Ecomap.run(
      "check", PackageRoot.path("datasets/\(name)"), in: TemporaryFolder())
    #expect(run.status == 0, "\(run.output)")
    #expect(try PackageRoot.text(of: "datasets/\(name)/README.md").contains("Source"))
  }

  @Test(arguments: names)
  func defaultMapAndAllViewsAreDrawn(name: String) async throws {
    let folder = try TemporaryFolder()
    let path = PackageRoot.path("datasets/\(name)")
    let map = try await Ecomap.run("map", path, "-o", "map.svg", in: folder)
    #expect(map.status == 0, "\(map.messages)")
    let views = try Dataset.read(at: path).ecosystem.views
    #expect(!views.isEmpty)
    try FileManager.default.createDirectory(
      atPath: folder["views"], withIntermediateDirectories: true)
    let all = try await Ecomap.run(
      "map", path, "--all-views", "--effort", "quick", "-o", "views", in: folder)
    #expect(all.status == 0, "\(all.messages)")
    #expect(try folder.names(in: "views").count == views.count)
  }
}
