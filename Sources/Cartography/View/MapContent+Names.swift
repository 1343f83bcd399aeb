import EcosystemModel

extension MapContent {
  /// Adds to names that several boxes share what tells them apart: `Partnering, AstraZeneca`.
  ///
  /// A box in a frame with its company's name needs no more, unless others in the frame have its name. The company comes
  /// first, then the alliance or what stands above, and last the id, which always differs.
  ///
  /// - Complexity: O(*n*).
  ///
  /// What a label column writes in place of names is told apart by these, and never by an id.
  mutating func tellNamesApart() {
    let single = nodes.indices.filter { nodes[$0].members.isEmpty }
    var sharing = shared(among: single) { nodes[$0].name }
    guard !sharing.isEmpty else { return }
    let names = Dictionary(
      uniqueKeysWithValues: sharing.map { ($0, nodes[$0].name) })
    let columns =
      view.label == nil ? ["company", "alliance", "parent", "title", "id"] : ["name"]
    for (rank, column) in columns.enumerated() {
      for position in sharing {
        let reference = nodes[position].reference
        guard let name = names[position],
          let value = snapshot.value(of: column, for: reference), !value.trimmed.isEmpty,
          value != name
        else { continue }
        let isFramed = rank == 0 && view.label == nil && nodes[position].group == value
        nodes[position].name = isFramed || name.contains(value) ? name : "\(name), \(value)"
      }
      sharing = shared(among: sharing) { position in
        let node = nodes[position]
        let company = snapshot.value(of: Person.column(\.company), for: node.reference)
        return company != nil && node.group == company
          ? "\(node.name)\n\(company ?? "")" : node.name
      }
      guard !sharing.isEmpty else { return }
    }
  }

  /// The positions whose keys occur more than once.
  private func shared(among positions: [Int], by key: (Int) -> String) -> [Int] {
    let counts = Dictionary(positions.map { (key($0), 1) }, uniquingKeysWith: +)
    return positions.filter { (counts[key($0)] ?? 0) > 1 }
  }
}
