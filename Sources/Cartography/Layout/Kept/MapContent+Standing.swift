import EcosystemModel

extension MapContent {
  /// Lets everybody stand alone who did on a picture of before, so that nobody loses a place to a fold that another map would
  /// choose.
  mutating func keepStanding(_ memory: PictureMemory) {
    let alone = Set(memory.boxes.filter { $0.members.count == 1 }.flatMap(\.members))
    // A box that others are counted in has the name of one; one that several share is called by their number.
    let hubs = Dictionary(
      memory.boxes.compactMap { box in box.members.first.map { ($0, box.name) } },
      uniquingKeysWith: { first, _ in first })
    for node in nodes {
      let key = node.reference.description
      if alone.contains(key) || hubs[key] == node.name { standing.insert(node.reference) }
    }
  }
}
