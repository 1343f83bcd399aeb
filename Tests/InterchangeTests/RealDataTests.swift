import EcosystemModel
import Testing

@testable import Interchange

@Suite(.enabled(if: !RealData.isMissing, "The real datasets are not beside the package."))
struct RealDataTests {
  @Test(arguments: ["kubernetes", "apache", "cncf", "trials", "volvo"])
  func folderIsReadWhole(name: String) throws {
    let dataset = try Dataset.read(at: RealData.path("tables/\(name)"))
    for d in dataset.diagnostics.prefix(12) { print(name, d) }
    print(name, dataset.counts, dataset.diagnostics.count, dataset.fingerprint)
  }
}
