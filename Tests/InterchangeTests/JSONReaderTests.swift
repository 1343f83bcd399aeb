import EcosystemModel
import Testing

@testable import Interchange

struct JSONReaderTests {
  private func scalar(_ json: String) -> String? {
    guard let node = try? JSONReader.document(in: Array(json.utf8)),
      case .scalar(let text) = node.content
    else { return nil }
    return text
  }

  private func fault(_ json: String) -> (line: Int?, column: Int?)? {
    do throws(DocumentError) {
      _ = try JSONReader.document(in: Array(json.utf8))
      return nil
    } catch {
      return (error.line, error.column)
    }
  }

  @Test func escapes() {
    #expect(scalar(#""\"\\\/\b\f\n\r\t""#) == "\"\\/\u{8}\u{C}\n\r\t")
    #expect(scalar(#""\u00e9\ud83d\ude00\u20AC""#) == "é😀€")
  }

  @Test(arguments: [
    #""\ud83d""#, #""\ud83dx""#, #""\ud83d\u0041""#, #""\ude00""#, #""\u12g4""#, #""\u+123""#,
    #""\x""#, "\"a\nb\"", "\"", "01", "-", "1.", ".5", "1e", "+1", "tru", "nul", "[1,]",
    "{\"a\":1,}",
    "{a:1}", "[1 2]", "1 2", "", "{\"a\" 1}", "[", "{", "{\"a\":",
    String(repeating: "[", count: 100_000),
  ])
  func faultsAreFound(json: String) {
    #expect(fault(json) != nil)
  }

  @Test func numbersKeepTheirText() {
    for number in ["0", "-0.50", "1e3", "12.5E-2", "6900000000"] {
      #expect(scalar(number) == number)
    }
  }

  @Test func placesCountCharacters() throws {
    let place = try #require(fault("{\n  \"é😀\": x}"))
    #expect(place.line == 2)
    #expect(place.column == 9)
  }

  @Test func repeatedKeysAreReported() throws {
    let dataset = try read(
      ("d.json", #"{"companies": [{"name": "A", "kind": "x", "Kind": "y"}], "Companies": []}"#))
    #expect(dataset.rules == ["key.repeated", "key.repeated"])
    #expect(dataset.ecosystem.companies[0].kind == "x")
  }
}
