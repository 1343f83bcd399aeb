import EcosystemModel
import GraphvizKit
import Insights

// What is said beside the rows.
extension PeerSides {
  func text(_ pair: PeerPair, isMarked: Bool, hidesSingle: Bool) -> String {
    var parts = [
      pair.contacts == 0
        ? "same name, no link" : Phrase.count(pair.contacts, "contact", "contacts")
    ]
    if pair.isSingleThreaded, !hidesSingle {
      parts.append("\(isMarked ? "▲ " : "")hangs on one person")
    } else if hidesSingle, !pair.isSingleThreaded {
      parts.append("several people on each side")
    }
    if let skew = pair.senioritySkew, abs(skew) > 1 { parts.append("\(abs(skew)) levels apart") }
    if let apart = pair.minutesApart, max(apart.winter, apart.summer) > 0 {
      parts.append("\(PictureText.number(Double(max(apart.winter, apart.summer)) / 60)) h apart")
    }
    return parts.joined(separator: ", ")
  }

  func tooltip(_ pair: PeerPair) -> String {
    """
    \(pair.a.name) – \(pair.b.name)
    \(text(pair, isMarked: false, hidesSingle: false))
    \(pair.owners.isEmpty ? "no owner" : "owned by " + pair.owners.listed)
    """
  }

  var title: String {
    let (left, right) = sides
    return
      "\(findings.companyNames[left]) and \(findings.companyNames[right]) side by side in \(findings.allianceName)"
  }

  func legend(
    _ rows: [Row], _ alarms: Set<Alarm>, _ theme: Theme
  ) -> [LegendSection] {
    let pairs = rows.compactMap(\.pair)
    let single = pairs.count(where: \.isSingleThreaded)
    func entry(
      _ stroke: Diagram.Stroke, _ width: Double, _ colour: Colour, _ text: String,
      if isUsed: (PeerPair) -> Bool
    ) -> [LegendSection.Entry] {
      guard pairs.contains(where: isUsed) else { return [] }
      return [
        .init(
          sample: .line(width: width, colour: colour, stroke: stroke, arrow: .none), text: text)
      ]
    }
    let entries =
      entry(.solid, 3, theme.line, "the wider, the more contacts") { $0.contacts > 0 }
      + (alarms.contains(.single)
        ? entry(.solid, 1.6, theme.warning, "▲ hangs on one person", if: \.isSingleThreaded) : [])
      + entry(
        .dotted, 1.2, alarms.contains(.unlinked) ? theme.warning : theme.line,
        "same name, nothing links them"
      ) { $0.contacts == 0 }
      + (hidesSingle(rows, alarms)
        ? LegendSection.note("\(single) of \(pairs.count) pairs hang on one person") : [])
    let bodies = LegendSection(
      title: "Above: joint bodies",
      entries: [.init(sample: .none, text: "4 : 4 voting members of each side")])
    return (findings.committees.isEmpty ? [] : [bodies])
      + (entries.isEmpty ? [] : [LegendSection(title: "Below: who faces whom", entries: entries)])
  }

  func footer(_ bodies: Int, _ shown: Int, _ all: Int) -> [String] {
    var parts = [
      bodies < findings.committees.count || shown < all
        ? "\(bodies) of \(findings.committees.count) joint bodies\(bodies < findings.committees.count ? ", those with most votes" : ""), \(shown) of \(all) rows of functions"
        : "\(Phrase.count(bodies, "joint body", "joint bodies")), \(Phrase.count(all, "row", "rows")) of functions"
    ]
    let others = findings.companies.count - 2
    if others > 0 { parts.append("\(others) further partners not shown") }
    if !findings.endedBodies.isEmpty {
      parts.append(
        "\(Phrase.count(findings.endedBodies.count, "joint body that has", "joint bodies that have")) an end not shown"
      )
    }
    switch findings.shape {
    case .bowTie: parts.append("most contacts pass through one function on each side")
    case .funnel: parts.append("most contacts of one side pass through one function")
    case .diamond: parts.append("contacts are spread over many functions")
    case .unknown: break
    }
    return parts
  }
}
