import GraphCore
import EcosystemModel
import Testing

@_spi(Benchmarks) @testable import Interchange

struct EdgeListPieceTests {
  /// A list of several pieces; names are numbers behind a letter, other names, or both.
  private func text(seed: UInt64, kind: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    let names = (0..<20_000).map { number in
      switch kind {
      case 0: "n\(number)"
      case 1: "\(number)"
      case 2: "Company \(number % 7_000) of a group"
      default: number % 3 == 0 ? "n\(number)" : number % 3 == 1 ? "n0\(number)" : "c\(number)x"
      }
    }
    var text = "source,target,weight\n"
    for _ in 0..<30_000 {
      let ends = (0..<2).map { _ in names.randomElement(using: &generator) ?? "" }
      let end = ["\n", "\n", "\r\n", "\n\n"].randomElement(using: &generator) ?? "\n"
      let weight = ["1", "12.25", "12345678", "-3"].randomElement(using: &generator) ?? "1"
      text += "\(ends[0]),\(ends[1]),\(weight)\(end)"
    }
    return text + "n1,n0,5"
  }

  @Test(arguments: 0..<4)
  func piecesMakeTheSameListAsTheCarefulReader(kind: Int) throws {
    let bytes = Array(text(seed: 1, kind: kind).utf8)
    #expect(bytes.count > 4 * EdgeListPiece.size)
    let careful = try CarefulEdgeList.read(bytes, named: "x.csv")
    for threads in [1, 2, 7] {
      let fast = try EdgeListReader.read(bytes, named: "x.csv", threads: threads)
      #expect(fast.names == careful.names)
      #expect(fast.sources == careful.sources)
      #expect(fast.targets == careful.targets)
      #expect(fast.weights == careful.weights)
      #expect(fast.diagnostics == careful.diagnostics)
    }
  }

  @Test func numbersAreNamesOnlyAsTheyAreWritten() throws {
    let text = "source,target\n1,01\n001,1\n0,00\n12345678,1234567\n"
    let list = try EdgeListReader.read(Array(text.utf8), named: "x.csv")
    #expect(list.names == ["1", "01", "001", "0", "00", "12345678", "1234567"])
    #expect(list.targets == [1, 0, 4, 6])
  }

  @Test func aFaultInALaterPieceIsReportedWithItsLine() throws {
    let rows = String(repeating: "n1,n2\n", count: 40_000)
    let list = try EdgeListReader.read(
      Array("source,target\n\(rows)n1,\n".utf8), named: "x.csv")
    #expect(list.sources.count == 40_000)
    #expect(list.diagnostics.map(\.location?.line) == [40_002])
  }
}
