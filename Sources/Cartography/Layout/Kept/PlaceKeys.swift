package import EcosystemModel

/// The keys under which pictures know what a dataset has.
package struct PlaceKeys {
  private var keys: [String: String] = [:]
  private var byName: [String: Set<String>] = [:]

  /// - Complexity: O(entities).
  package init(of ecosystem: Ecosystem) {
    for kind in EntityReference.Kind.allCases {
      for entity in ecosystem.references(of: kind) {
        var unique = UniqueKeys()
        let key = unique.key("\(kind.rawValue)-\(entity.rawID)")
        for word in [key, entity.description] { keys[word] = key }
        for word in [entity.rawID, ecosystem.name(of: entity)] {
          byName[word, default: []].insert(key)
        }
      }
    }
  }

  /// A picture with every box under the key of what it stands for, and what stands for nothing in the dataset.
  ///
  /// Files of other programs know entities by ids and names: those that only one has will do.
  package func resolved(_ picture: PictureMemory) -> (picture: PictureMemory, unknown: [String]) {
    var (picture, unknown) = (picture, [String]())
    var known: [String: String] = [:]
    picture.boxes = picture.boxes.compactMap { box in
      guard let key = key(of: box) else {
        unknown.append(box.name.isEmpty ? box.key : box.name)
        return nil
      }
      known[box.key] = key
      var box = box
      box.key = key
      return box
    }
    picture.lines = picture.lines.compactMap { line in
      guard let from = known[line.from], let to = known[line.to] else { return nil }
      var line = line
      (line.from, line.to) = (from, to)
      return line
    }
    return (picture, unknown)
  }

  private func key(of box: PictureMemory.Box) -> String? {
    if let key = keys[box.key] ?? box.members.lazy.compactMap({ keys[$0] }).first { return key }
    let named = [box.key, box.name].lazy.compactMap { byName[$0] }.first { $0.count == 1 }
    return named?.first
  }
}
