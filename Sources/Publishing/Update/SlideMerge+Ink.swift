import Containers

extension SlideMerge {
  /// Gives letters the colour that the data asks for, such as a light one on a fill that became dark, where nobody coloured them.
  ///
  /// - Returns: Whether anything changed.
  mutating func bringInk(_ new: SlideShape, _ shape: SlideShape, _ was: WrittenShape?) -> Bool {
    let colours = sources.colours
    guard new.kind == .shape, let was, was.isGone != true,
      !colours.isSame(fill: new.written.ink, was.ink),
      colours.isSame(fill: shape.written.ink, was.ink),
      let ink = sources.tree[new.path].first("p:txBody")?.all("a:rPr").lazy
        .compactMap({ $0.first("a:solidFill") }).first
    else { return false }
    tree[shape.path].dye(ink) { colours.isSame(fill: ShapeLook.colour($0), was.ink) }
    return true
  }
}

extension Markup {
  /// Gives all letters of some colours another one.
  fileprivate mutating func dye(_ ink: Markup, where isOld: (Markup) -> Bool) {
    if name == "a:rPr" {
      change("a:solidFill") { fill in
        if let colour = fill.children.first, isOld(colour) { fill = ink }
      }
      return
    }
    for place in children.indices { children[place].dye(ink, where: isOld) }
  }
}
