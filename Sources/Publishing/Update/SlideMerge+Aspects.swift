import Containers

extension SlideMerge {
  /// How near places have to be to be the same, in units of the slide; other programs round them.
  private static let near = 2_000.0

  /// Brings a shape as it would be drawn now to the one on the slide.
  mutating func bring(_ new: SlideShape, to found: Int) {
    let shape = now[found]
    let was = base[new.key]
    var mind = new.written
    if was?.isGone == true {
      tree[shape.path].fade(false)
      record.changed.append("\(shape.title) (it is back)")
    }
    var isChanged = bringWords(new, shape, was, &mind)
    if new.kind == .shape || new.kind == .line {
      isChanged = bringLooks(new, shape, was, &mind) || isChanged
      isChanged = bringInk(new, shape, was) || isChanged
    }
    mind.letters = letters(of: shape, was) ?? mind.letters
    mind.place = bringPlace(new, found, was)
    bringLink(new, shape, was, &mind)
    if let was, shape.written.tip == was.tip || was.isGone == true, new.written.tip != was.tip,
      let tip = sources.tree[new.path].naming?["descr"]
    {
      tree[shape.path].rename(description: tip)
    }
    if let was, shape.written.name == was.name, new.written.name != was.name {
      tree[shape.path].rename(name: new.written.name)
    }
    if isChanged { record.changed.append(shape.title) }
    minds[new.key] = mind
  }

  /// What to do about something that may have been changed by people, by the data or by both.
  private func verdict(
    now: String, was: String?, new: String, _ isSame: (String, String) -> Bool
  ) -> Verdict {
    guard let was else { return isSame(now, new) ? .leave : .conflict }
    if isSame(new, was) || isSame(now, new) { return .leave }
    return isSame(now, was) ? .take : .conflict
  }

  private enum Verdict { case leave, take, conflict }

  private mutating func bringWords(
    _ new: SlideShape, _ shape: SlideShape, _ was: WrittenShape?, _ mind: inout WrittenShape
  ) -> Bool {
    let before = was?.isGone == true ? shape.written.text : was?.text
    let verdict = verdict(now: shape.written.text, was: before, new: new.written.text) {
      isSame(text: $0, $1)
    }
    switch verdict {
    case .leave:
      // The same words may be broken elsewhere.
      if let was, isSame(text: new.written.text, was.text) { mind.text = was.text }
      return false
    case .take:
      take(new, shape, was, &mind)
      return true
    case .conflict:
      // Told again as long as it holds.
      if let was { mind.text = was.text }
      if shape.kind == .table, let words = bringRows(new, shape, was) {
        mind.text = words
        return true
      }
      let stays =
        shape.kind == .chart
        ? "its figures stay as they are" : "“\(Self.short(shape.written.text))” stays"
      record.conflicts.append(
        "“\(shape.title)”: \(stays); the data says “\(Self.short(new.written.text))”")
      return false
    }
  }

  /// Lets a shape say what the data says.
  private mutating func take(
    _ new: SlideShape, _ shape: SlideShape, _ was: WrittenShape?, _ mind: inout WrittenShape
  ) {
    let other = sources.tree[new.path]
    switch shape.kind {
    case .chart: freshCharts.append(new.key)
    case .table:
      if let words = bringRows(new, shape, was) {
        mind.text = words
      } else {
        tree[shape.path].change("a:graphic") { graphic in
          if let wanted = other.first("a:graphic") { graphic = wanted }
        }
      }
    case .unit: takeUnit(other, shape, was)
    default:
      let keepsLook =
        alignment.size != 1 || (was.map { $0.letters != shape.written.letters } ?? true)
      let isPlain = was.map { sources.colours.isSame(fill: $0.ink, shape.written.ink) } ?? false
      let ink =
        isPlain && was?.ink != new.written.ink
        ? other.descendant("p:txBody")?.all("a:rPr").lazy.compactMap { $0.first("a:solidFill") }
          .first
        : nil
      tree[shape.path].say(other, keepsLook: keepsLook, ink: ink)
    }
  }

  /// Puts a legend in the place of the one on the slide, as large as people made it.
  private mutating func takeUnit(_ other: Markup, _ shape: SlideShape, _ was: WrittenShape?) {
    var made = other
    if let own = tree[shape.path].transform?.slideFrame(),
      let before = SlideFrame(was?.place ?? []),
      var frame = other.transform?.slideFrame(), before.width > 0, before.height > 0,
      !own.stands(where: before, within: Self.near) || !own.isAsLarge(as: before, within: Self.near)
    {
      (frame.x, frame.y) = (own.x, own.y)
      frame.width *= own.width / before.width
      frame.height *= own.height / before.height
      made.move(to: frame)
    }
    made.rename(id: shape.id)
    tree[shape.path] = made
  }

  private mutating func bringLooks(
    _ new: SlideShape, _ shape: SlideShape, _ was: WrittenShape?, _ mind: inout WrittenShape
  ) -> Bool {
    typealias Part = (
      name: String, path: WritableKeyPath<WrittenShape, String>, isSame: (String, String) -> Bool,
      isWanted: (Markup) -> Bool
    )
    let colours = sources.colours
    let parts: [Part] = [
      ("fill", \.fill, { colours.isSame(fill: $0, $1) }, ShapeLook.isFill),
      ("outline", \.line, { colours.isSame(line: $0, $1) }, { $0.name == "a:ln" }),
      ("form", \.form, ==, { $0.name == "a:prstGeom" || $0.name == "a:custGeom" }),
    ]
    var isChanged = false
    for part in parts where part.name != "form" || new.isKeyed {
      let isBack = was?.isGone == true
      let wanted = new.written[keyPath: part.path]
      let verdict = verdict(
        now: shape.written[keyPath: part.path],
        was: isBack ? shape.written[keyPath: part.path] : was?[keyPath: part.path],
        new: wanted, part.isSame)
      switch verdict {
      case .leave:
        // What was asked for before and is asked for again is what is kept in mind, to the last digit.
        if let was, part.isSame(wanted, was[keyPath: part.path]) {
          mind[keyPath: part.path] = was[keyPath: part.path]
        }
      case .take:
        tree[shape.path].take(part.isWanted, from: sources.tree[new.path])
        isChanged = true
      case .conflict:
        guard let was else { break }
        mind[keyPath: part.path] = was[keyPath: part.path]
        record.conflicts.append(
          "“\(shape.title)”: its \(part.name) stays as people made it; the data asks for another")
      }
    }
    return isChanged
  }

  /// The look of letters to keep in mind: the one that stands there now, unless people gave it to them; `nil` where nobody knows
  /// what was written.
  private func letters(of shape: SlideShape, _ was: WrittenShape?) -> String? {
    guard let was else { return nil }
    guard was.letters == shape.written.letters || was.isGone == true else { return was.letters }
    return tree[shape.path].first("p:txBody").map { SlideShapes.sum(ShapeLook.letters(of: $0)) }
      ?? was.letters
  }

  /// Moves and resizes a shape where the data asks for it and people left it alone.
  ///
  /// - Returns: The place to keep in mind.
  private mutating func bringPlace(
    _ new: SlideShape, _ found: Int, _ was: WrittenShape?
  ) -> [Int] {
    let shape = now[found]
    guard let frame = shape.frame, let drawn = new.frame else {
      return was?.place ?? shape.written.place
    }
    guard let was, let before = SlideFrame(was.place) else { return shape.written.place }
    guard new.kind != .line else { return was.place }
    let wanted = new.isOfMap ? alignment(drawn) : drawn
    let isMoved = !frame.stands(where: before, within: Self.near)
    let isResized = !frame.isAsLarge(as: before, within: Self.near)
    // What grows by a hair because a picture is drawn anew at another size stays as it is.
    let hair = alignment.isNone ? Self.near : 12_700
    var target = frame
    // Where somebody moved a shape there is room for it as it is; it only grows, for more words.
    let grows = wanted.width > frame.width + hair || wanted.height > frame.height + hair
    // A picture drawn anew at another size draws shapes of the same words at another size, too: that is no change of the data.
    let hasToChange =
      alignment.isNone ? !isMoved || grows : !isSame(text: new.written.text, was.text)
    if !isResized, hasToChange, !wanted.isAsLarge(as: before, within: hair), shape.kind != .unit {
      (target.width, target.height) =
        isMoved
        ? (max(frame.width, wanted.width), max(frame.height, wanted.height))
        : (wanted.width, wanted.height)
      (target.x, target.y) = (frame.middleX - target.width / 2, frame.middleY - target.height / 2)
    }
    // Whatever stands for something keeps its place, and labels stay with their lines; words around the picture go where they belong.
    if !isMoved, !new.isKeyed, !new.isLabel, shape.kind != .unit,
      !wanted.stands(where: target, within: max(hair, 25_400))
    {
      (target.x, target.y) = (
        wanted.middleX - target.width / 2, wanted.middleY - target.height / 2
      )
    }
    guard target != frame else { return isMoved || isResized ? was.place : shape.written.place }
    tree[shape.path].move(to: shape.outer.own(target))
    now[found].frame = target
    loosen(shape.id)
    return isMoved || isResized ? was.place : target.list
  }

  /// Lets the lines of a shape be led anew.
  mutating func loosen(_ id: Int) {
    for line in now where line.kind == .line && (line.from == id || line.to == id) {
      loose.insert(line.key)
    }
  }
}
