import Containers

extension Markup {
  /// The element that a list of positions leads to.
  subscript(path: [Int]) -> Markup {
    get { path.reduce(self) { $0.children[$1] } }
    set {
      guard let first = path.first else {
        self = newValue
        return
      }
      children[first][Array(path.dropFirst())] = newValue
    }
  }

  /// Changes the first child of a name, if there is one.
  mutating func change(_ name: String, _ body: (inout Markup) -> Void) {
    if let place = children.firstIndex(where: { $0.name == name }) { body(&children[place]) }
  }

  /// Gives the id, name and alternative text of a shape other values; those that are `nil` stay.
  mutating func rename(id: Int? = nil, name: String? = nil, description: String? = nil) {
    guard let place = children.firstIndex(where: { $0.name.hasPrefix("p:nv") }) else { return }
    children[place].change("p:cNvPr") { naming in
      // The order of attributes stays as it is.
      for (attribute, value) in [("id", id?.description), ("name", name), ("descr", description)] {
        guard let value else { continue }
        if let known = naming.attributes.firstIndex(where: { $0.name == attribute }) {
          naming.attributes[known].value = value
        } else {
          naming[attribute] = value
        }
      }
    }
  }

  /// Lets a shape stand elsewhere, in the coordinates of what it is in.
  mutating func move(to frame: SlideFrame) {
    func put(_ transform: inout Markup) {
      transform.change("a:off") {
        ($0["x"], $0["y"]) = ("\(Int(frame.x.rounded()))", "\(Int(frame.y.rounded()))")
      }
      transform.change("a:ext") {
        $0["cx"] = "\(max(0, Int(frame.width.rounded())))"
        $0["cy"] = "\(max(0, Int(frame.height.rounded())))"
      }
    }
    if first("p:xfrm") != nil {
      change("p:xfrm", put)
      return
    }
    for name in ["p:spPr", "p:grpSpPr"] {
      change(name) { look in
        if look.first("a:xfrm") == nil {
          look.children.insert(
            Markup("a:xfrm", [:], [Markup("a:off"), Markup("a:ext")]), at: 0)
        }
        look.change("a:xfrm", put)
      }
    }
  }

  /// Takes the fill, the outline or the preset shape of another shape.
  mutating func take(_ isWanted: (Markup) -> Bool, from other: Markup) {
    guard let wanted = other.first("p:spPr")?.children.first(where: isWanted) else { return }
    change("p:spPr") { look in
      if let place = look.children.firstIndex(where: isWanted) {
        look.children[place] = wanted
      } else {
        // Place, form, fill, outline: their order is fixed.
        let ranks = ["a:xfrm": 0, "a:custGeom": 1, "a:prstGeom": 1, "a:ln": 3]
        func rank(_ child: Markup) -> Int { ranks[child.name] ?? (ShapeLook.isFill(child) ? 2 : 4) }
        let place = look.children.firstIndex { rank($0) > rank(wanted) }
        look.children.insert(wanted, at: place ?? look.children.count)
      }
    }
  }

  /// How strong the colours of what is gone are left, in thousandths of a percent.
  private static let faded = "35000"

  /// Fades all colours of a shape, or lets them be as they were.
  mutating func fade(_ isFaded: Bool) {
    if ["a:srgbClr", "a:schemeClr", "a:sysClr", "a:prstClr"].contains(name) {
      children.removeAll { $0.name == "a:alpha" && $0["val"] == Self.faded }
      if isFaded, first("a:alpha") == nil {
        children.append(Markup("a:alpha", ["val": Self.faded]))
      }
      return
    }
    for place in children.indices { children[place].fade(isFaded) }
  }

  /// Makes letters, the room around them and lines so many times as large.
  mutating func enlargeLooks(by size: Double) {
    for place in attributes.indices {
      guard let old = Double(attributes[place].value) else { continue }
      switch (name, attributes[place].name) {
      case ("a:rPr", "sz"), ("a:endParaRPr", "sz"):
        attributes[place].value = "\(max(100, Int((old * size / 10).rounded()) * 10))"
      case ("a:ln", "w"), ("a:bodyPr", "lIns"), ("a:bodyPr", "tIns"), ("a:bodyPr", "rIns"),
        ("a:bodyPr", "bIns"):
        attributes[place].value = "\(Int((old * size).rounded()))"
      default: break
      }
    }
    for place in children.indices { children[place].enlargeLooks(by: size) }
  }

  /// Gives every reference to something outside the slide another id.
  mutating func refer(_ id: (String) -> String) {
    for place in attributes.indices where ["r:id", "r:embed"].contains(attributes[place].name) {
      attributes[place].value = id(attributes[place].value)
    }
    for place in children.indices { children[place].refer(id) }
  }
}
