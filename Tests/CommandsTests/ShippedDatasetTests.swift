import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10)))
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
}
