import Containers

extension SlideMerge {
  /// Lets a click on a shape lead where the data says, unless people made it lead elsewhere.
  mutating func bringLink(
    _ new: SlideShape, _ shape: SlideShape, _ was: WrittenShape?, _ mind: inout WrittenShape
  ) {
    guard let before = was?.link, let here = shape.written.link, let wanted = new.written.link,
      wanted != before, wanted != here
    else { return }
    guard here == before else {
      mind.link = before
      let place =
        here.isEmpty ? "it leads nowhere, as people made it" : "its link stays as people made it"
      record.conflicts.append(
        "“\(shape.title)”: \(place); the data says “\(wanted.isEmpty ? "none" : wanted)”")
      return
    }
    let link = sources.tree[new.path].naming?.first("a:hlinkClick")
    tree[shape.path].lead(to: link)
    record.changed.append("\(shape.title) (its link)")
  }
}

extension Markup {
  /// Lets a click on a shape lead elsewhere, or nowhere.
  fileprivate mutating func lead(to link: Markup?) {
    guard let place = children.firstIndex(where: { $0.name.hasPrefix("p:nv") }) else { return }
    children[place].change("p:cNvPr") { naming in
      naming.children.removeAll { $0.name == "a:hlinkClick" }
      if let link { naming.children.insert(link, at: 0) }
    }
  }
}
