import Containers

extension SlideMerge {
  /// Adds what the slide does not have yet: shapes that stand for something in free room, then all else where it would be drawn.
  mutating func addNewcomers() {
    var room = FreeRoom(
      width: sources.width, height: sources.height, taken: obstacles)
    // The ids of shapes by key, by which new lines find their ends.
    var ids: [Int: Int] = [:]
    for new in sources.fresh.all where new.isKeyed {
      if let found = place[new.key], !removed.contains(now[found].path) {
        ids[new.id] = now[found].id
      }
    }
    for key in added {
      guard let new = fresh[key], new.isKeyed, let drawn = new.frame else { continue }
      let group = frameGroup(of: new)
      let wanted = alignment(drawn)
      let found = room.place(wanted, inside: group?.frame)
      if found.isTight {
        record.notes.append("there was no free room for “\(new.title)”, which lies over something")
      }
      ids[new.id] = insert(new, at: found.frame, in: group)
      record.added.append(new.title)
    }
    for key in added {
      guard let new = fresh[key], !new.isKeyed else { continue }
      addOther(new, ids)
    }
  }

  /// Adds a line, a label, a table or words.
  private mutating func addOther(_ new: SlideShape, _ ids: [Int: Int]) {
    guard new.kind == .line, new.from != nil || new.to != nil else {
      // Words of a line that people took off stay off with it.
      if new.isLabel || new.isFrame {
        insert(new, at: new.frame.map { alignment($0) }, in: nil)
      } else {
        insert(new, at: new.frame, in: nil)
        if new.kind != .line { record.added.append(new.title) }
      }
      return
    }
    guard let from = new.from.flatMap({ ids[$0] }), let to = new.to.flatMap({ ids[$0] }) else {
      minds[new.key] = new.written
      return
    }
    insert(new, at: nil, in: nil)
    guard let last = now.indices.last else { return }
    (now[last].from, now[last].to) = (from, to)
    tree[now[last].path].glue(from: from, to: to)
    loose.insert(new.key)
    record.added.append(new.title)
  }

  /// Puts a shape of the new picture on the slide.
  ///
  /// - Returns: The id it got.
  @discardableResult
  private mutating func insert(
    _ new: SlideShape, at frame: SlideFrame?, in group: (path: [Int], frame: SlideFrame?)?
  ) -> Int {
    var made = sources.tree[new.path]
    var shape = new
    shape.id = (tree.all("p:cNvPr").compactMap { $0["id"].flatMap { Int($0) } }.max() ?? 1) + 1
    made.rename(id: shape.id)
    shape.outer = .init()
    var parent: [Int] = []
    if let group {
      parent = group.path
      shape.outer = outer(of: group.path)
    }
    if let frame {
      shape.frame = frame
      made.move(to: shape.outer.own(frame))
    }
    let end = tree[parent].children.firstIndex { $0.name == "p:extLst" }
    shape.path = parent + [end ?? tree[parent].children.count]
    if let end {
      tree[parent].children.insert(made, at: end)
    } else {
      tree[parent].children.append(made)
    }
    now.append(shape)
    minds[new.key] = shape.written
    if let group, let frame { grow(group.path, to: frame) }
    return shape.id
  }

  /// What a newcomer must not stand on: everything but lines and the frames around others.
  private var obstacles: [SlideFrame] {
    var frames = now.filter { shape in
      shape.kind != .line && !shape.isFrame
        && !removed.contains(shape.path)
    }.compactMap(\.frame)
    if now.contains(where: { $0.role == "title" && $0.frame == nil }) {
      frames.append(.init(x: 0, y: 0, width: sources.width, height: sources.height * 0.13))
    }
    return frames
  }

  /// The group on the slide that a shape of a frame belongs to, with its outline.
  private func frameGroup(of new: SlideShape) -> (path: [Int], frame: SlideFrame?)? {
    guard new.path.count > 1 else { return nil }
    let name = sources.tree[Array(new.path.dropLast())].naming?["name"]
    guard let name, let path = tree.path(toGroup: name) else { return nil }
    let label = "Frame: " + name.dropFirst("Group: ".count)
    return (path, now.first { $0.written.name == label }?.frame)
  }

  private func outer(of path: [Int]) -> SlideShape.Outer {
    var outer = SlideShape.Outer()
    for count in 1...max(path.count, 1) where count <= path.count {
      outer = SlideShapes.inner(tree[Array(path.prefix(count))], outer) ?? outer
    }
    return outer
  }

  /// Lets a group and its outline reach around a newcomer.
  private mutating func grow(_ path: [Int], to frame: SlideFrame) {
    let margin = 8 * 12_700.0
    let wanted = SlideFrame(
      x: frame.x - margin, y: frame.y - margin, width: frame.width + 2 * margin,
      height: frame.height + 2 * margin)
    let outer = outer(of: path)
    let outline = now.firstIndex {
      $0.isFrame && Array($0.path.dropLast()) == path
    }
    guard let outline, let old = now[outline].frame else { return }
    let grown = old.union(wanted)
    guard grown != old else { return }
    now[outline].frame = grown
    minds[now[outline].key]?.place = grown.list
    tree[now[outline].path].move(to: outer.own(grown))
    // A group's own coordinates are those of the slide, as we write it, and stay so.
    tree[path].change("p:grpSpPr") { look in
      look.change("a:xfrm") { transform in
        guard let here = transform.slideFrame(),
          let inside = transform.slideFrame("a:chOff", "a:chExt"), inside.width > 0,
          inside.height > 0
        else { return }
        let own = inside.union(outer.own(grown))
        let (x, y) = (here.width / inside.width, here.height / inside.height)
        let numbers = [
          ("a:off", "x", here.x + (own.x - inside.x) * x),
          ("a:off", "y", here.y + (own.y - inside.y) * y), ("a:ext", "cx", own.width * x),
          ("a:ext", "cy", own.height * y), ("a:chOff", "x", own.x), ("a:chOff", "y", own.y),
          ("a:chExt", "cx", own.width), ("a:chExt", "cy", own.height),
        ]
        for (name, attribute, value) in numbers {
          transform.change(name) { $0[attribute] = "\(Int(value.rounded()))" }
        }
      }
    }
  }
}

extension Markup {
  /// Where a group of a name is, from here down.
  fileprivate func path(toGroup name: String) -> [Int]? {
    for (place, child) in children.enumerated() where child.name == "p:grpSp" {
      if child.naming?["name"] == name { return [place] }
      if let deeper = child.path(toGroup: name) { return [place] + deeper }
    }
    return nil
  }

  /// Glues a connector to two shapes, at the sites that it has.
  mutating func glue(from: Int, to: Int) {
    change("p:nvCxnSpPr") { naming in
      naming.change("p:cNvCxnSpPr") { ends in
        ends.change("a:stCxn") { $0["id"] = "\(from)" }
        ends.change("a:endCxn") { $0["id"] = "\(to)" }
      }
    }
  }
}
