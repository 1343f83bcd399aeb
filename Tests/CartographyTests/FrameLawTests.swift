import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

/// A frame holds what belongs to it, whatever is folded, joined or left out.
@Suite(.timeLimit(.minutes(60)))
struct FrameLawTests {
  static let columns = ["region", "kind", "company", "area", "alliance", "Tier", "stage"]

  static let reductions =
    ReductionTests.reductions + [Reduction(groupsTwins: true, leafTies: .max)]

  @Test(arguments: Seeds.upTo(12))
  func everybodyInAFrameHasItsValue(seed: UInt64) {
    let snapshot = Ecosystem.random(seed: seed, scale: seed < 8 ? 24 : 60).on(nil)
    for column in Self.columns {
      let reading = ColumnReading(column, in: snapshot)
      for var view in ReductionTests.views {
        view.group = column
        for (reduction, limit) in zip(
          Self.reductions, [nil, 8, nil, 12, nil, nil, nil, 9, nil, nil])
        {
          (view.reduction, view.limit) = (reduction, limit)
          let content = MapContent.make(of: snapshot, view: view)
          for node in content.nodes {
            guard let frame = node.group else { continue }
            // Those who sit for a company are counted there whatever they are.
            let isSeats = view.kind == .people && view.rollUp != nil
            let counted =
              isSeats || reduction.leafTies == nil ? [] : node.folded.map(\.reference)
            let members = node.represented.filter { !isSeats || $0.kind != .person }
            for member in members + counted {
              let said = Set(reading.statements(about: member).map(\.text))
              // Whoever has no value, or several, stands in a frame that says so.
              let isTold =
                view.kind == .landscape
                && (said.isEmpty && frame == "No \(column) given"
                  || said.count > 1 && frame == "More than one \(column)"
                  || said.count == 1 && frame.hasPrefix("Other "))
              #expect(said == [frame] || isTold, "\(column) \(view.kind) \(member) in \(frame)")
            }
          }
        }
      }
    }
  }

  /// A hub in Japan with partners of three regions, each linked to it alone.
  private static var star: Ecosystem {
    var ecosystem = Ecosystem()
    let regions = ["Japan", "Japan", "Japan", "Europe", "Europe", "Europe", "China"]
    ecosystem.companies = Roster(
      ([("hub", "Japan")] + regions.enumerated().map { ("p\($0.offset)", $0.element) }).map {
        var company = Company(id: .init($0.0), name: $0.0)
        company.region = $0.1
        return company
      })
    ecosystem.relationships = regions.indices.map {
      Relationship(from: .company(.init("hub")), to: .company(.init("p\($0)")))
    }
    return ecosystem
  }

  @Test func leavesOfOtherFramesShareAPlaceThere() {
    var view = MapView(.ecosystem)
    view.reduction.leafTies = .max
    #expect(MapContent.make(of: Self.star.on(nil), view: view).nodes.map(\.everyone.count) == [8])
    view.group = "region"
    let content = MapContent.make(of: Self.star.on(nil), view: view)
    #expect(content.nodes.map(\.group) == ["Japan", "Europe", "China"])
    #expect(content.nodes.map(\.everyone.count) == [4, 3, 1])
    #expect(content.nodes[1].name == "3 companies")
    #expect(content.ties.map(\.count) == [3, 1])
    #expect(content.shownTies + content.foldedTies == 7)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func communitiesEndWhereFramesDo(seed: UInt64) {
    let snapshot = Ecosystem.random(seed: seed, scale: 60).on(nil)
    var view = MapView(.ecosystem)
    (view.rollUp, view.group) = (.communities, "region")
    let boxes = MapContent.make(of: snapshot, view: view)
    let reading = ColumnReading("region", in: snapshot)
    for box in boxes.nodes {
      let regions = Set(box.represented.map { reading.statements(about: $0).map(\.text) })
      #expect(regions.count == 1)
    }
    #expect(boxes.conventions.contains { $0.contains("inside each frame only") })
    // The picture says what groups are; the description how they were found.
    #expect(boxes.method?.contains("inside each frame") == true)
    #expect(boxes.conventions.contains { $0.contains("Leiden") })
  }

  @Test func whatHasSeveralValuesStandsInNoFrameAndIsCounted() {
    var ecosystem = Self.star
    ecosystem.alliances = Roster(
      [("x", "oncology", ["hub", "p0"]), ("y", "bone", ["hub", "p1"])].map { id, area, companies in
        var alliance = Alliance(id: .init(id), name: id)
        alliance.companies = companies.map { Company.ID($0) }
        alliance.area = area
        return alliance
      })
    var view = MapView(.ecosystem)
    view.group = "area"
    let content = MapContent.make(of: ecosystem.on(nil), view: view)
    let frames = Dictionary(
      content.nodes.map { ($0.name, $0.group) }, uniquingKeysWith: { first, _ in first })
    #expect(frames["hub"] == .some(nil))
    #expect(frames["p0"] == "oncology" && frames["p1"] == "bone")
    let footer = Diagram.make(of: content).footer
    #expect(footer.contains("1 with more than one value of “area” stands in no frame"))
  }
}
