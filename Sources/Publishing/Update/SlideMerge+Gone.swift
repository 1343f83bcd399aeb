import Containers

extension SlideMerge {
  /// Fades a shape that the data no longer has, or takes it off.
  mutating func letGo(_ was: WrittenShape, at found: Int) {
    let shape = now[found]
    let isThing = shape.isKeyed || shape.kind == .line
    guard isThing else {
      // Words around the picture go with what they were about, unless people made them theirs.
      guard !isBlind else { return }
      if isUntouched(shape, was) {
        removed.append(shape.path)
      } else if !Self.layoutRoles.contains(shape.role ?? "") {
        record.notes.append(
          "“\(shape.title)” stays since people changed it; the data no longer has it")
        var mind = was
        mind.isGone = true
        minds[was.key] = mind
      }
      return
    }
    if sources.removesGone {
      removed.append(shape.path)
      if shape.isKeyed {
        record.removed.append(shape.title)
        // No line may be left that is glued to nothing.
        for line in now where line.kind == .line && fresh[line.key] == nil {
          if [line.from, line.to].contains(shape.id), !removed.contains(line.path) {
            removed.append(line.path)
          }
        }
      }
      return
    }
    if was.isGone != true {
      tree[shape.path].fade(true)
      if shape.isKeyed || !isEndGone(shape) { record.gone.append(shape.title) }
    }
    if shape.isKeyed { record.faded.append(shape.title) }
    var mind = was
    mind.isGone = true
    minds[was.key] = mind
  }

  /// Whether a line goes since one of its ends does, which is told.
  private func isEndGone(_ line: SlideShape) -> Bool {
    now.contains { end in
      end.isKeyed && [line.from, line.to].contains(end.id) && fresh[end.key] == nil
    }
  }

  private func isUntouched(_ shape: SlideShape, _ was: WrittenShape) -> Bool {
    let isInPlace =
      zip(shape.written.place, was.place).allSatisfy { abs($0 - $1) <= 2_000 }
      && shape.written.place.count == was.place.count
    return isInPlace && isSame(text: shape.written.text, was.text)
      && sources.colours.isSame(fill: shape.written.fill, was.fill)
  }
}
