import Ecomap
import EcosystemModel
import Foundation
import TestSupport
import Testing

@testable import Cartography

/// What a map looks like does not change what kind of map it is: that is for the data, the view and the filters to say.
@Suite(.timeLimit(.minutes(60)))
struct LookLawTests {
  private static let looks: [(name: String, change: @Sendable (inout ViewRequest) -> Void)] = [
    ("colour", { $0.colour = "region" }), ("another colour", { $0.colour = "kind" }),
    ("size", { $0.size = "links" }), ("border", { $0.border = "betweenness" }),
    ("label", { $0.label = "region" }),
    ("width", { $0.width = "count" }),
    ("title", { $0.title = "A title " + String(repeating: "of many words ", count: 20) }),
    ("theme", { $0.theme = .dark }),
  ]

  /// The kinds of map that are tried where nothing can be read.
  private static func kinds(_ request: ViewRequest, of ecosystem: Ecosystem) throws -> [MapKind] {
    let view = try request.resolved(in: ecosystem)
    guard case .map(let map) = view.drawing else { return [] }
    let unread = Legibility(
      smallestLabel: 5, crossings: 500, linesThroughBoxes: 0, boxOverlaps: 0, labelOverlaps: 0,
      struckLabels: 0, aspect: 1.78, fill: 1, ink: 100)
    var fit = SlideFit(of: view.snapshot, view: map.view, goal: map.fit)
    var kinds: [MapKind] = []
    while kinds.count < 6, let content = fit.next(after: kinds.isEmpty ? nil : unread) {
      kinds.append(content.view.kind)
    }
    return kinds
  }

  /// Each look that a map takes leaves its kind alone.
  private func expectKind(
    of name: String, _ request: ViewRequest, in ecosystem: Ecosystem
  ) throws {
    let kinds = try Self.kinds(request, of: ecosystem)
    guard let kind = kinds.first else { return }
    #expect(Set(kinds) == [kind], "\(name)")
    for look in Self.looks {
      var styled = request
      look.change(&styled)
      // Not every dataset has every column.
      guard let found = try? Self.kinds(styled, of: ecosystem), !found.isEmpty else { continue }
      #expect(Set(found) == [kind], "\(name), \(look.name)")
    }
  }

  private static let datasets =
    (try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.path("datasets")))?
    .filter { !$0.contains(".") }.sorted() ?? []

  @Test(arguments: datasets)
  func shippedMapsKeepTheirKind(name: String) throws {
    let ecosystem = try Dataset(at: PackageRoot.path("datasets/\(name)")).ecosystem
    try expectKind(of: name, ViewRequest(), in: ecosystem)
    for kind in [MapKind.ecosystem, .people, .landscape] {
      var request = ViewRequest()
      request.picture = .map(kind)
      try expectKind(of: "\(name), \(kind.rawValue)", request, in: ecosystem)
    }
  }

  @Test(arguments: [Growth.network, .hub], [39, 45, 60, 120])
  func growingMapsKeepTheirKind(growth: Growth, count: Int) throws {
    try expectKind(
      of: "\(growth) \(count)", ViewRequest(), in: .growing(growth, to: count, seed: 3))
  }
}
