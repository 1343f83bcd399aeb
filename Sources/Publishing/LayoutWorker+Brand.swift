package import Cartography
package import GraphvizKit

extension LayoutWorker {
  /// Whether PNG and PDF would be drawn in a font, or in another because it is not there.
  ///
  /// A text is set in the font and in Arial's equal: where both are as wide, the second one stood in for the first.
  ///
  /// - Returns: The answer; that it is there where nobody can tell, as with fonts as wide as Arial.
  package func draws(in typeface: Typeface) -> Bool {
    let families = ["arial", "helvetica", "liberation sans", "arimo", "nimbus sans"]
    guard !families.contains(typeface.family.lowercased()) else { return true }
    let fonts = ["\(typeface.family),\(Theme.font)", Theme.font]
    let graph = DOTGraph(
      name: "fonts",
      nodes: fonts.enumerated().map { number, font in
        DOTGraph.Node(
          "text-\(number)",
          [
            "label": "Hamburgefonstiv 0123456789 WMil", "fontname": .literal(font), "margin": 0,
            "fontsize": 40,
          ])
      })
    let reply = try? run(
      LayoutRequest(graph: graph, engine: .dot, wantsGeometry: true), timeLimit: .seconds(30))
    guard let nodes = reply?.layout?.nodes, nodes.count == fonts.count else { return true }
    return abs(nodes[0].width - nodes[1].width) > 0.5
  }

  /// Whether a logo can be drawn: its file may look whole, and be damaged inside.
  ///
  /// - Returns: The answer; that it can where nobody can tell.
  package func shows(_ logo: Logo) -> Bool {
    let node = logo.node(in: .init(x: 0, y: 0, width: 72, height: 72))
    var request = LayoutRequest(
      graph: DOTGraph(name: "logo", nodes: [node]), engine: .positioned, formats: [.png])
    request.images = [logo.image]
    do {
      _ = try run(request, timeLimit: .seconds(30))
      return true
    } catch {
      return error.code != .renderFailed
    }
  }
}
