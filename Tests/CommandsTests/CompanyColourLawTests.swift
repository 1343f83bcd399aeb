import EcosystemModel
import Insights
import Interchange
import TestSupport
import Testing

@testable import Cartography

/// A company has one colour in all pictures of a dataset, or the grey of those without one.
@Suite(.timeLimit(.minutes(60)))
struct CompanyColourLawTests {
  /// What maps of a dataset there are: those that are saved, and each kind on its own, coloured by company.
  private func diagrams(of ecosystem: Ecosystem, _ theme: Theme) throws -> [Diagram] {
    var requests = ecosystem.views.map { ViewRequest.reading($0).request }
    for kind in [MapKind.ecosystem, .governance, .people] {
      var request = ViewRequest()
      (request.picture, request.colour) = (.map(kind), "company")
      requests.append(request)
    }
    for company in ecosystem.companies.prefix(4) {
      var request = ViewRequest()
      (request.picture, request.focus, request.colour) = (.map(.focus), [company.name], "company")
      requests.append(request)
    }
    return requests.compactMap { request in
      guard let resolved = try? request.resolved(in: ecosystem),
        case .map(let map) = resolved.drawing
      else { return nil }
      var style = map.style
      style.theme = theme
      return Diagram.make(
        of: MapContent.make(of: resolved.snapshot, view: map.view), style: style)
    }
  }

  private func charts(of ecosystem: Ecosystem, _ theme: Theme) throws -> [Diagram] {
    let context = PictureContext(
      theme: theme, companies: CompanyLooks(of: ecosystem), provenance: Provenance())
    var requests = ecosystem.alliances.map { ChartRequest(PeerSides.kind, about: [$0.name]) }
    requests.append(ChartRequest(FirewallSides.kind))
    return requests.compactMap {
      ((try? $0.laidOut(in: ecosystem.on(nil), context)) ?? nil)?.diagram
    }
  }

  @Test(arguments: RelationshipKindMapTests.datasets, [Theme.Name.light, .dark])
  func allPicturesOfADatasetAgree(name: String, theme: Theme.Name) throws {
    let ecosystem = try OracleData.shipped(name).ecosystem
    let theme = Theme.named(theme)
    let names = Set(ecosystem.companies.map(\.name))
    let greys: Set = [theme.otherCategory, theme.border, theme.warning]
    var found: [String: Set<Colour>] = [:]
    for diagram in try diagrams(of: ecosystem, theme) {
      for section in diagram.legend
      where ["Colour: company", "Voting seats held by"].contains(section.title) {
        for entry in section.entries {
          guard case .box(_, _, let border, _, _) = entry.sample,
            let company = names.filter({ entry.text.hasPrefix($0) }).max(by: { $0.count < $1.count }
            ),
            entry.text == company || entry.text.hasPrefix("\(company) (")
          else { continue }
          found[company, default: []].insert(border)
        }
      }
    }
    for diagram in try charts(of: ecosystem, theme) {
      for node in diagram.nodes where ["company", "side"].contains(node.classes[0]) {
        if names.contains(node.title) { found[node.title, default: []].insert(node.border) }
      }
    }
    #expect(!found.isEmpty)
    for (company, colours) in found {
      #expect(colours.subtracting(greys).count <= 1, "\(company): \(colours)")
    }
  }

  @Test(arguments: RelationshipKindMapTests.datasets)
  func shortNamesAreOneEach(name: String) throws {
    let ecosystem = try OracleData.shipped(name).ecosystem
    let looks = CompanyLooks(of: ecosystem)
    let names = Set(ecosystem.companies.map(\.name))
    let short = names.map(looks.shortName(of:))
    #expect(Set(short).count == names.count)
    var turned = ecosystem
    turned.companies = Roster(ecosystem.companies.reversed())
    #expect(CompanyLooks(of: turned) == looks)
  }

  @Test func namesAreCutAtWords() {
    var whole = Ecosystem()
    for name in [
      "Amgen", "AstraZeneca", "Daiichi Sankyo", "Takeda Pharmaceuticals", "Merck Research Labs",
      "Merck Healthcare KGaA", "Merck",
    ] { whole.addCompany(name) }
    let looks = CompanyLooks(of: whole)
    #expect(
      [
        "Amgen", "AstraZeneca", "Daiichi Sankyo", "Takeda Pharmaceuticals", "Merck Research Labs",
        "Merck Healthcare KGaA",
      ].map(looks.shortName(of:)) == ["Amgen", "AstraZeneca", "Daiichi", "Takeda", "MRL", "MHK"])
  }
}
