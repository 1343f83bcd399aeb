extension PictureMemory {
  /// The key of the row that holds the sheet.
  private static let sheet = "sheet"
  /// What a row says of a frame.
  private static let frame = "frame"

  /// The rows of a view.
  ///
  /// Runs of lines are left out: they are led anew.
  ///
  /// - Complexity: O(boxes + lines).
  package func places(of view: String) -> [Place] {
    var places: [Place] = []
    func add(_ key: String, _ frame: Frame) {
      var place = Place(view: view, key: key, x: frame.x, y: frame.y)
      (place.width, place.height) = (frame.width, frame.height)
      places.append(place)
    }
    if let width, let height {
      add(Self.sheet, .init(x: 0, y: 0, width: width, height: height))
      places[0].how = recipe?.description
    }
    for group in groups {
      add(group.key, group.frame)
      places[places.count - 1].how = Self.frame
    }
    var links: [String: [String]] = [:]
    for line in lines where !(links[line.from, default: []].contains(line.to)) {
      links[line.from, default: []].append(line.to)
    }
    for box in boxes {
      add(box.key, box.frame)
      places[places.count - 1].links = links[box.key] ?? []
    }
    return places
  }

  /// The picture of a view that rows tell of; `nil` if none does.
  package init?(_ places: [Place], of view: String) {
    self.init()
    for place in places where place.view == view {
      let frame = Frame(
        x: place.x, y: place.y, width: place.width ?? 0, height: place.height ?? 0)
      if place.key == Self.sheet {
        (width, height) = (frame.width, frame.height)
        recipe = place.how.flatMap(PictureRecipe.init)
      } else if place.how == Self.frame {
        groups.append(.init(key: place.key, frame: frame))
      } else {
        boxes.append(.init(key: place.key, name: "", frame: frame))
        lines += place.links.map { .init(from: place.key, to: $0) }
      }
    }
    guard !boxes.isEmpty else { return nil }
  }
}

extension Ecosystem {
  /// The pictures that the table of places tells of, in the order of their first rows.
  package var pictures: [PictureMemory] {
    var seen: Set<String> = []
    return places.map(\.view).filter { seen.insert($0).inserted }.compactMap { view in
      guard var memory = PictureMemory(places, of: view) else { return nil }
      var recipe = memory.recipe ?? PictureRecipe()
      recipe.view = view
      if recipe.asked.isEmpty { recipe.asked = view }
      memory.recipe = recipe
      return memory
    }
  }
}
