import EcosystemModel
import Testing

@testable import Interchange

@Suite(.enabled(if: !RealData.isMissing, "The real datasets are not beside the package."))
struct RealDataTests {
  /// The row counts are those that `wc -l` and Python's csv module give.
  @Test(arguments: [
    ("kubernetes", [42, 129, 35, 166, 31]), ("apache", [3830, 208, 5387]),
    ("cncf", [480, 2162, 247, 2382]),
    ("trials", [3761, 1357]), ("volvo", [14, 227, 655]),
  ])
  func everyRowIsRead(name: String, rows: [Int]) throws {
    let dataset = try Dataset.read(at: RealData.path("tables/\(name)"))
    #expect(dataset.counts.map(\.read) == rows)
    #expect(dataset.counts.allSatisfy { $0.leftOut == 0 })
    #expect(dataset.lines == [])
  }

  @Test(arguments: ["kubernetes", "volvo"])
  func writtenAndReadIsTheSame(name: String) throws {
    let dataset = try Dataset.read(at: RealData.path("tables/\(name)"))
    for form in [Form.comma, .yaml, .json, .workbook] {
      let again = try Dataset.read(files: form.files(of: dataset.ecosystem))
      #expect(again.ecosystem == dataset.ecosystem)
      #expect(again.fingerprint == dataset.fingerprint)
    }
  }
}
