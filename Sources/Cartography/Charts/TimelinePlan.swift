import EcosystemModel
import Insights

/// Which alliances and programs have a row of their own: as many as have room, programs folded before alliances.
struct TimelinePlan {
  typealias Entry = TimelineFindings.Entry

  /// One row of the picture.
  enum Row {
    /// The name of a group, with how many alliances are in it, and those of them and their programs that have no row.
    case heading(String, count: Int, rest: [Entry])
    /// An alliance or a program; an alliance with the programs that have no row.
    case bar(Entry, folded: [Entry])
    /// The alliances that have no row, with their programs, where no heading counts them.
    case rest([Entry])
  }

  let rows: [Row]
  let rowHeight: Double

  private static let heights = [30.0, 26, 22, 19, 17, 15, 13.6, 12.4]
  static let notGiven = PortfolioFindings.notGiven

  /// The entries of an alliance: itself, and its programs.
  private struct Family {
    let alliance: Entry
    var programs: [Entry]
    var folded: [Entry] = []

    var rowCount: Int { 1 + programs.count }
    var all: [Entry] { [alliance] + programs + folded }

    /// Takes the row of the program that tells least.
    mutating func fold() {
      let least = programs.indices.min {
        TimelinePlan.weight(of: [programs[$0]]) < TimelinePlan.weight(of: [programs[$1]])
      }
      if let least { folded.append(programs.remove(at: least)) }
    }
  }

  /// Alliances that stand together.
  private struct Cluster {
    let title: String?
    var families: [Family]
    var rest: [Family] = []

    var rowCount: Int {
      (title == nil && rest.isEmpty ? 0 : 1) + families.reduce(0) { $0 + $1.rowCount }
    }
  }

  init(_ findings: TimelineFindings, height: Double) {
    let most = max(Int(height / (Self.heights.last ?? 12)), 4)
    var clusters = Self.joined(Self.clusters(of: findings), limit: most / 4)
    func rowCount() -> Int { clusters.reduce(0) { $0 + $1.rowCount } }
    // A program of the alliance with most of them goes first, the one that tells least.
    while rowCount() > most {
      let places = clusters.indices.flatMap { cluster in
        clusters[cluster].families.indices.map { (cluster, $0) }
      }
      func programs(_ place: (Int, Int)) -> Int {
        clusters[place.0].families[place.1].programs.count
      }
      guard let next = places.max(by: { programs($0) < programs($1) }), programs(next) > 0 else {
        break
      }
      clusters[next.0].families[next.1].fold()
    }
    // Then the least telling alliance of the group with most rows.
    while rowCount() > most,
      let fullest = clusters.indices.max(by: {
        clusters[$0].families.count < clusters[$1].families.count
      }), clusters[fullest].families.count > 1
    {
      let families = clusters[fullest].families
      guard
        let least = families.indices.min(by: {
          Self.weight(of: families[$0].all) < Self.weight(of: families[$1].all)
        })
      else { break }
      clusters[fullest].rest.append(clusters[fullest].families.remove(at: least))
    }
    let count = rowCount()
    rowHeight = Self.heights.first { $0 * Double(count) <= height } ?? Self.heights.last ?? 12
    rows = clusters.prefix(most).flatMap { Self.rows(of: $0) }
  }

  /// What ends soon tells most, then what has most dates, then what began last.
  private static func weight(of entries: [Entry]) -> Double {
    let soon = entries.contains(where: \.endsSoon) ? 1e9 : 0
    let dates = Double(entries.reduce(0) { $0 + $1.dates.count }) * 1e6
    return soon + dates + Double(entries.first?.start?.dayNumber ?? -100_000)
  }

  private static func clusters(of findings: TimelineFindings) -> [Cluster] {
    var clusters: [Cluster] = []
    for entry in findings.entries {
      let title = findings.group == nil ? nil : entry.group ?? notGiven
      if entry.isAlliance {
        if clusters.isEmpty || clusters[clusters.count - 1].title != title {
          clusters.append(Cluster(title: title, families: []))
        }
        clusters[clusters.count - 1].families.append(Family(alliance: entry, programs: []))
      } else if let last = clusters.indices.last,
        let family = clusters[last].families.indices.last
      {
        clusters[last].families[family].programs.append(entry)
      }
    }
    // A heading over everything says nothing.
    if clusters.count == 1 { return [Cluster(title: nil, families: clusters[0].families)] }
    return clusters
  }

  /// Groups that are too many for headings: those with fewest alliances become one.
  private static func joined(_ clusters: [Cluster], limit: Int) -> [Cluster] {
    guard clusters.count > limit else { return clusters }
    let kept = Set(
      clusters.indices.sorted {
        (-clusters[$0].families.count, $0) < (-clusters[$1].families.count, $1)
      }.prefix(limit - 1))
    let rest = clusters.indices.filter { !kept.contains($0) }
    let others = Cluster(
      title: "\(rest.count) others",
      families: rest.flatMap { clusters[$0].families }.enumerated().sorted { left, right in
        let starts = [left, right].map { $0.element.alliance.start?.dayNumber ?? .max }
        return (starts[0], left.offset) < (starts[1], right.offset)
      }.map(\.element))
    return kept.sorted().map { clusters[$0] } + [
      kept.isEmpty ? Cluster(title: nil, families: others.families) : others
    ]
  }

  private static func rows(of cluster: Cluster) -> [Row] {
    let count = cluster.families.count + cluster.rest.count
    let rest = cluster.rest.flatMap(\.all)
    let heading = cluster.title.map { [Row.heading($0, count: count, rest: rest)] } ?? []
    let bars = cluster.families.flatMap { family -> [Row] in
      [.bar(family.alliance, folded: family.folded)]
        + family.programs.map { .bar($0, folded: []) }
    }
    return heading + bars + (cluster.title == nil && !rest.isEmpty ? [.rest(rest)] : [])
  }
}
