extension KeptLayout {
  /// Newcomers in the order in which they are placed: from above in a hierarchy, else those with most neighbours that stand first.
  func order(of search: NewcomerSearch) -> [Int] {
    let open = search.boxes.indices.filter { search.boxes[$0] == nil }
    if let forest {
      return open.sorted { (forest.depths[$0], $0) < (forest.depths[$1], $1) }
    }
    var placed = Set(search.boxes.indices.filter { search.boxes[$0] != nil })
    var order: [Int] = []
    var rest = Set(open)
    while !rest.isEmpty {
      func links(_ node: Int) -> Int {
        search.lines.count {
          ($0.0 == node && placed.contains($0.1)) || ($0.1 == node && placed.contains($0.0))
        }
      }
      guard let next = rest.max(by: { (links($0), -$0) < (links($1), -$1) }) else { break }
      rest.remove(next)
      placed.insert(next)
      order.append(next)
    }
    return order
  }
}
