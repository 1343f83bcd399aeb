import GraphCore
import EcosystemModel
import Testing

@_spi(Benchmarks) @testable import Interchange

struct EdgeListTests {
  private func expectSame(_ text: String) throws {
    let fast = try EdgeListReader.read(Array(text.utf8), named: "x.csv")
    let careful = try CarefulEdgeList.read(Array(text.utf8), named: "x.csv")
    #expect(fast.names == careful.names)
    #expect(fast.sources == careful.sources)
    #expect(fast.targets == careful.targets)
    #expect(fast.weights == careful.weights)
    #expect(fast.diagnostics == careful.diagnostics)
    let dataset = try read(("x.csv", text.replacing("from,to", with: "source,target")))
    #expect(dataset.ecosystem.companies.map(\.name) == fast.names)
    let ends = dataset.ecosystem.relationships.map { tie in
      [tie.from, tie.to].map { dataset.ecosystem.name(of: $0) }
    }
    #expect(
      ends == zip(fast.sources, fast.targets).map { [fast.names[Int($0)], fast.names[Int($1)]] })
    #expect(
      (fast.weights ?? [])
        == (fast.weights == nil ? [] : dataset.ecosystem.relationships.map { $0.weight ?? 1 }))
  }

  @Test(arguments: [
    "source,target\na,b\nb,c\n", "source,target,weight\na,b,1\nb,c,-2.50\r\n\r\na,a,0.1\n\n",
    "from;to\na;b",
    "source\ttarget\nlonger than eight\tlonger than eleven bytes\n", "source,target\n\"a,b\",c\n",
    "source,target\n a , b \nRed Hat,red hat\n", "source,target\né,e\u{301}\n",
    "source,target,weight\na,b\nc,d,x\n",
    "source,target\na,\n,b\nc,d,e\n", "source,target,weight\na,b,123456789012345678901.5\n",
    "target,source\na,b\n", "source,target,label\na,b,x\n", "source,target\n",
    "source,target\r\na-b_c.d/e,x+y\r\n",
    "sep=;\nsource;target\na;b\n",
  ])
  func theFastAndTheCarefulReaderAgree(text: String) throws {
    try expectSame(text)
  }

  @Test(arguments: 0..<100)
  func theyAgreeOnGeneratedLists(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let lengths = [1, 3, 7, 8, 9, 11, 12, 15, 16, 17, 30]
    let isHostile = seed % 4 == 0
    let names = (0..<300).map { number in
      let length = lengths.randomElement(using: &generator) ?? 1
      let base = "\(number)" + String(repeating: "x", count: length)
      let odd = ["\"q\"", " ", "é", "#", "-"].randomElement(using: &generator) ?? ""
      return isHostile && number % 50 == 0 ? "a\(odd)\(base)" : base
    }
    var text = "source,target,weight\n"
    for _ in 0..<2000 {
      let ends = (0..<2).map { _ in names.randomElement(using: &generator) ?? "" }
      let weight = ["", "1", "2.25", "-3", "0.1"].randomElement(using: &generator) ?? ""
      text += "\(ends[0]),\(ends[1]),\(isHostile || !weight.isEmpty ? weight : "7")\n"
    }
    try expectSame(text)
  }

  @Test func whatIsNoListIsRefused() {
    #expect(throws: ReadError.self) {
      try EdgeListReader.read(Array("a,b\n1,2\n".utf8), named: "x.csv")
    }
  }

  @Test func badBytesAreRefusedWithTheirPlace() throws {
    let list = try EdgeListReader.read(
      Array("source,target\na,b\nc".utf8) + [0xE9] + Array(",d\n".utf8), named: "x.csv")
    #expect(list.diagnostics.map(\.rule) == ["file.encoding"])
    #expect(list.diagnostics[0].location?.line == 3)
  }
}
