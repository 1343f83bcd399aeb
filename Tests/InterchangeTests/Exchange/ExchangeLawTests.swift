import EcosystemModel
import TestSupport
import Testing

@testable import Interchange

/// What is written in the format of another tool and read back is the same, wherever the format can hold it.
///
/// DOT is read by Graphviz, which the tests of the command have at hand.
struct ExchangeLawTests {
  static let readable: [NetworkFormat] = [
    .kumuWorkbook, .kumuCSV, .kumuJSON, .gephi, .gexf, .graphML, .yEd, .networkx, .polinode,
    .nodeXL, .vna, .gml,
  ]

  private static func withoutTables(_ ecosystem: Ecosystem) -> Ecosystem {
    var rest = ecosystem
    rest.scores = []
    rest.decisions = []
    rest.views = []
    rest.places = []
    return rest
  }

  static func readBack(
    _ ecosystem: Ecosystem, _ format: NetworkFormat
  ) throws -> (dataset: Dataset, losses: [String]) {
    let network = try ecosystem.exchanged(as: format)
    #expect((network.files.count > 1) == format.isFolder)
    let files = network.files.map {
      (name: format.isFolder ? $0.name : "network.\(format.endings[0])", bytes: $0.bytes)
    }
    return (try Dataset.read(files: files), network.losses)
  }

  @Test(arguments: readable)
  func sampleComesBack(format: NetworkFormat) throws {
    let (dataset, losses) = try Self.readBack(sampleEcosystem, format)
    #expect(dataset.diagnostics.filter { $0.severity > .note } == [])
    if format == .vna {
      #expect(losses.contains { $0.contains("quotes") })
    } else {
      let isSame = dataset.ecosystem == Self.withoutTables(sampleEcosystem)
      #expect(isSame)
    }
    #expect(losses.contains("1 score (the table “scores”)"))
    #expect(losses.contains("1 saved view (the table “views”)"))
  }

  @Test(arguments: 0..<24)
  func ordinaryEcosystemsComeBack(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    let expected = Self.withoutTables(ecosystem)
    for format in Self.readable where format != .vna {
      let (dataset, _) = try Self.readBack(ecosystem, format)
      #expect(dataset.diagnostics.filter { $0.severity > .note } == [], "\(format)")
      let isSame = dataset.ecosystem == expected
      #expect(isSame, "\(format)")
      #expect(dataset.fingerprint == expected.fingerprint, "\(format)")
    }
  }

  @Test(arguments: 0..<64)
  func hostileEcosystemsComeBackOrTheLossIsTold(seed: UInt64) throws {
    var hostile = HostileEcosystem(seed: seed)
    let ecosystem = hostile.ecosystem()
    let expected = Self.withoutTables(ecosystem)
    for format in Self.readable {
      let (dataset, losses) = try Self.readBack(ecosystem, format)
      let isLossy = losses.contains {
        $0.contains("control characters") || $0.contains("quotes")
      }
      guard !isLossy else { continue }
      #expect(dataset.diagnostics.filter { $0.severity > .note } == [], "\(format)")
      let isSame = dataset.ecosystem == expected
      #expect(isSame, "\(format)")
    }
  }

  @Test func textsInVNAComeBackWithoutQuotesAndLineBreaks() throws {
    var ecosystem = Ecosystem()
    var acme = Company(id: .init("a, b"), name: "Acme | Söhne")
    acme.attributes["Note"] = "*Tie data; x\ty"
    acme.tags = ["p", "q|r"]
    ecosystem.companies = Roster([acme, Company(id: .init("c"), name: "第二")])
    var tie = Relationship(from: .company(acme.id), to: .company(.init("c")))
    tie.weight = 2.5
    tie.directed = true
    tie.kind = "supplies"
    ecosystem.relationships = [tie]
    let (dataset, losses) = try Self.readBack(ecosystem, .vna)
    #expect(losses == [])
    #expect(dataset.ecosystem == ecosystem)
  }

  @Test func listsOfTiesKeepNamesAndWeights() throws {
    var ecosystem = Ecosystem()
    let ids = ["b", "a", "c"].map { Company.ID($0) }
    ecosystem.companies = Roster(ids.map { Company(id: $0, name: "Company \($0)") })
    for (from, to, weight) in [(0, 1, 2.0), (2, 0, 0.5)] {
      var tie = Relationship(from: .company(ids[from]), to: .company(ids[to]))
      tie.directed = true
      tie.weight = weight
      ecosystem.relationships.append(tie)
    }
    let (dataset, losses) = try Self.readBack(ecosystem, .dl)
    #expect(dataset.ecosystem.companies.map(\.name) == ecosystem.companies.map(\.name))
    #expect(dataset.ecosystem.relationships.map(\.weight) == [2, 0.5])
    #expect(dataset.ecosystem.relationships.allSatisfy { $0.isDirected })
    #expect(losses.contains { $0.contains("table") && $0.hasSuffix("of nodes") })
    #expect(losses.contains { $0.contains("directed") && $0.hasSuffix("of links") })
  }

  @Test(arguments: NetworkFormat.all)
  func theSameBytesEachTime(format: NetworkFormat) throws {
    let ecosystem = Ecosystem.random(seed: 5)
    let first = try ecosystem.exchanged(as: format)
    let second = try ecosystem.exchanged(as: format)
    #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
    #expect(first.losses == second.losses)
  }

  @Test(arguments: NetworkFormat.all)
  func nothingIsWrittenOfNothing(format: NetworkFormat) throws {
    let network = try Ecosystem().exchanged(as: format)
    #expect(network.losses == [])
    #expect(network.files.allSatisfy { !$0.bytes.isEmpty })
  }

  @Test(arguments: [NetworkFormat.drawIO, .mermaid, .dl])
  func drawingsTellWhatTheyLeaveOut(format: NetworkFormat) throws {
    let losses = try sampleEcosystem.exchanged(as: format).losses
    #expect(losses.contains { $0.contains("hours") && $0.hasSuffix("of links") })
  }
}
