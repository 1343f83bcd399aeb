import EcosystemModel
import GraphvizKit
import Insights

// The sides, and what stands between them.
extension FirewallSides {
  /// The first name, shortened if need be, and how many there are besides.
  private static func people(_ names: [String], width: Double) -> String {
    let rest = names.count > 1 ? " + \(names.count - 1)" : ""
    let room = width - TextMetrics.width(of: rest, size: ChartSheet.small)
    return PictureText.shortened(names.first ?? "", to: room, size: ChartSheet.small) + rest
  }

  func side(
    _ name: String, of pair: FirewallPair, x: Double, top: Double, height: Double,
    on sheet: inout ChartSheet
  ) -> String {
    let theme = sheet.theme
    let count = pair.people.count { $0.side == name }
    let isEmpty = count == 0
    let isCompany = (name == pair.aName ? pair.a : pair.b).kind == .company
    let look = isCompany ? context.look(ofCompany: name) : (fill: theme.fill, border: theme.border)
    let fill = isEmpty ? theme.background : look.fill
    let people = isEmpty ? "▲ nobody is known" : Phrase.count(count, "person", "people")
    let names = PictureText.lines(
      height > 36 ? name : "\(name) (\(isEmpty ? "▲ 0" : "\(count)"))",
      width: sideWidth - 12, size: ChartSheet.text, isBold: true, limit: height > 50 ? 2 : 1)
    let listed = self.people(
      of: name, in: pair, lines: Int((height - Self.sideHead) / Self.personHeight))
    let text = listed.joined(separator: " ")
    let members =
      [
        Diagram.Member(
          key: (name == pair.aName ? pair.a : pair.b).description, name: name, shown: true)
      ]
      + pair.people.filter { $0.side == name }.map {
        .init(
          key: EntityReference.person($0.person).description, name: $0.name,
          shown: text.contains($0.name))
      }
    return sheet.box(
      name, .init(x: x, y: top, width: sideWidth, height: height), fill: fill,
      border: isEmpty ? theme.warning : look.border, width: isEmpty ? 1.6 : 1,
      shape: .roundedRectangle,
      lines: names.map { sheet.label($0, size: ChartSheet.text, isBold: true, on: fill) }
        + (height > 36 ? [sheet.label(people, isBold: isEmpty, on: fill)] : [])
        + listed.map { sheet.label($0, on: fill) },
      tooltip:
        "\(name)\n\(people)\n\(pair.reason ?? "no reason stated")",
      class: "side", members: members)
  }

  /// Who stands on a side, in so many lines.
  func people(of side: String, in pair: FirewallPair, lines: Int) -> [String] {
    let names = pair.people.filter { $0.side == side }.map(\.name)
    guard lines > 1 else { return [] }
    var shown: [String] = []
    for (place, name) in names.enumerated() {
      let own = PictureText.lines(
        name, width: sideWidth - 12, size: ChartSheet.small, limit: 2)
      let rest = names.count - place
      guard shown.count + own.count + (rest > 1 ? 1 : 0) <= lines else {
        return shown + ["and \(Phrase.count(rest, "other"))"]
      }
      shown += own
    }
    return shown
  }

  func draw(
    _ link: Link, of sides: [String], from left: Double, to right: Double, middle: Double,
    pitch: Double, note: String?, on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let colour = link.isBreach ? theme.warning : theme.line
    let fill = link.isBreach ? theme.background : theme.fill
    let room = right - left
    let width = link.isBreach ? room * 0.76 : room * 0.28
    func box(_ text: String, centre: Double, width: Double, bold: Bool) -> String {
      let lines = PictureText.lines(
        text, width: width - 8, size: ChartSheet.small, isBold: bold,
        limit: max(1, Int((pitch - 7) / 12)))
      let height = 19 + 12 * Double(lines.count - 1)
      return sheet.box(
        text, .init(x: centre - width / 2, y: middle - height / 2, width: width, height: height),
        fill: fill, border: colour, width: link.isBreach ? 2 : 0.8, shape: .roundedRectangle,
        lines: lines.map { sheet.label($0, isBold: bold, on: fill) }, tooltip: link.tooltip,
        class: link.isBreach ? "breach" : "contact")
    }
    let centre = (left + right) / 2
    let text = link.isBreach ? "▲ \(link.middle): \(link.kind)" : link.middle
    var chain: [(key: String, from: Double, to: Double)] = [(sides[0], left, left)]
    let edge = room * 0.29
    if !link.left.isEmpty {
      let width = edge - 16
      let person = Self.people(link.left, width: width - 8)
      chain.append(
        (
          box(person, centre: left + 12 + width / 2, width: width, bold: false), left + 12,
          left + 12 + width
        ))
    }
    chain.append(
      (
        box(text, centre: centre, width: width, bold: link.isBreach), centre - width / 2,
        centre + width / 2
      ))
    if !link.right.isEmpty {
      let width = edge - 16
      let person = Self.people(link.right, width: width - 8)
      chain.append(
        (
          box(person, centre: right - 12 - width / 2, width: width, bold: false),
          right - 12 - width, right - 12
        ))
    }
    chain.append((sides[1], right, right))
    for (one, other) in zip(chain, chain.dropFirst()) {
      sheet.line(
        from: one.key, to: other.key,
        over: [.init(x: one.to, y: middle), .init(x: other.from, y: middle)], colour: colour,
        width: link.isBreach ? 2.4 : 1.2, stroke: link.isBreach ? .solid : .dashed,
        tooltip: link.tooltip, class: link.isBreach ? "breach" : "contact")
    }
    if let note {
      sheet.write(
        note, x: right - 12, y: middle + 20, size: ChartSheet.small, colour: theme.mutedText, .end)
    }
  }
}
