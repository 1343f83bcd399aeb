import Containers

/// Brings together what we wrote on a slide, what people made of it, and what the data says now.
///
/// Where only people changed something it stays, where only the data did it changes; where both did, people win and it is said.
struct SlideMerge {
  /// What it brings together.
  struct Sources {
    /// The slide as it is now.
    var now: Markup
    /// The figures of its charts by the ids under which it knows them.
    var charts: [String: String]
    /// Where its links lead, by the ids under which it knows them.
    var links: [String: String]
    /// What we wrote on it; `nil` where nobody knows, so that all there is counts as people's.
    var written: [WrittenShape]?
    /// The shapes as they would be drawn now, with the element that holds them.
    var fresh: SlideShapes
    var tree: Markup
    /// How many times as large as in the new picture what stands on the slide was drawn; `nil` where nobody knows.
    var size: Double?
    var colours: DeckColours
    /// The size of the slide in its units.
    var width, height: Double
    /// Whether what is gone is taken off rather than faded.
    var removesGone: Bool

    /// Draws the new picture's lines, letters and outlines as large as those on the slide.
    ///
    /// Its places stay those of the new picture, which ``SlideAlignment`` brings to the slide.
    mutating func enlarge(by size: Double) {
      guard size != 1 else { return }
      for shape in fresh.all where shape.isOfMap { tree[shape.path].enlargeLooks(by: size) }
      fresh = fresh.reread(from: tree)
    }
  }

  private(set) var sources: Sources
  /// The element that holds the shapes, with what was changed so far.
  var tree: Markup
  /// The shapes on the slide, as they were found.
  var now: [SlideShape]
  private(set) var base: [String: WrittenShape]
  private(set) var fresh: [String: SlideShape] = [:]
  /// Which shape on the slide is the one of a key.
  private(set) var place: [String: Int] = [:]
  var alignment = SlideAlignment()
  /// What is taken off at the end, by the lists of positions that lead there.
  var removed: [[Int]] = []
  /// What is added at the end: shapes of the new picture by their keys.
  var added: [String] = []
  var record = UpdateRecord()
  /// What is to be kept in mind of each shape.
  var minds: [String: WrittenShape] = [:]
  /// The shapes whose charts are to have the new figures.
  var freshCharts: [String] = []
  /// The keys of lines that have to be led anew.
  var loose: Set<String> = []

  init(_ sources: Sources) {
    self.sources = sources
    tree = sources.now.descendant("p:spTree") ?? Markup("p:spTree")
    now = SlideShapes(tree, charts: sources.charts, links: sources.links).all
    base = Dictionary(
      (sources.written ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    readFresh()
    match()
    let known = sources.fresh.all.filter(\.isKeyed).compactMap { new in
      place[new.key].flatMap { now[$0].frame }.flatMap { frame in new.frame.map { ($0, frame) } }
    }
    alignment = SlideAlignment(known.map { (new: $0.0, now: $0.1) }, size: sources.size)
    self.sources.enlarge(by: alignment.size)
    readFresh()
  }

  private mutating func readFresh() {
    fresh = Dictionary(
      sources.fresh.all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether nobody knows what we wrote.
  var isBlind: Bool { sources.written == nil }

  /// What is told of the layout alone, and says nothing of the data.
  static let layoutRoles: Set<String> = ["sldNum", "dt", "ftr", "hdr"]

  /// Finds the shape of each key on the slide: by the key, and a line that somebody glued to another shape by its name.
  private mutating func match() {
    var taken: Set<Int> = []
    for key in Set(base.keys).union(fresh.keys).sorted() {
      guard let found = now.firstIndex(where: { $0.key == key }) else { continue }
      place[key] = found
      taken.insert(found)
    }
    for shape in (sources.written ?? []) where place[shape.key] == nil {
      let found = now.indices.first { !taken.contains($0) && now[$0].written.name == shape.name }
      guard let found, !now[found].isKeyed else { continue }
      place[shape.key] = found
      taken.insert(found)
    }
  }

  /// The slide with everything brought together.
  mutating func run() {
    for new in sources.fresh.all {
      guard !Self.layoutRoles.contains(new.role ?? "") else {
        minds[new.key] = base[new.key]
        continue
      }
      if let found = place[new.key] {
        bring(new, to: found)
      } else if let was = base[new.key], was.isGone != true {
        keepAway(new, was)
      } else if !isBlind || new.isKeyed || new.from != nil {
        added.append(new.key)
      }
    }
    for was in sources.written ?? now.filter({ $0.isKeyed || $0.from != nil }).map(\.written)
    where fresh[was.key] == nil {
      if let found = place[was.key] ?? (isBlind ? now.firstIndex { $0.key == was.key } : nil) {
        letGo(was, at: found)
      }
    }
    addNewcomers()
    leadLines()
    for path in removed.sorted(by: { $1.lexicographicallyPrecedes($0) }) { remove(path) }
  }

  /// What people took off stays off; that the data has something new to say about it is told.
  private mutating func keepAway(_ new: SlideShape, _ was: WrittenShape) {
    if new.kind == .shape, !isSame(text: new.written.text, was.text) {
      record.conflicts.append(
        "“\(new.title)” was taken off the slide and stays off; the data says now “\(Self.short(new.written.text))”"
      )
    }
    minds[new.key] = was
  }

  private mutating func remove(_ path: [Int]) {
    guard let last = path.last else { return }
    tree[Array(path.dropLast())].children.remove(at: last)
  }

  /// Whether the data changed nothing on the slide.
  var isQuiet: Bool {
    tree == sources.now.descendant("p:spTree") && sources.written != nil && minds == base
  }

  func isSame(text one: String, _ other: String) -> Bool {
    ShapeText.plain(one) == ShapeText.plain(other)
  }

  /// What is kept in mind of a slide whose shapes are these now.
  var written: [WrittenShape] {
    let order = sources.fresh.all.map(\.key) + (sources.written ?? []).map(\.key)
    var seen: Set<String> = []
    return order.filter { seen.insert($0).inserted }.compactMap { minds[$0] }
  }

  /// A text short enough for a message.
  static func short(_ text: String) -> String {
    let plain = ShapeText.plain(text)
    return plain.count > 80 ? plain.prefix(79) + "…" : plain
  }
}

extension SlideShape {
  /// What people call it.
  var title: String {
    guard isKeyed, let mark = written.name.ranges(of: Self.keyMark).last else {
      return kind == .line && written.name.hasPrefix(Self.lineMark)
        ? String(written.name.dropFirst(Self.lineMark.count)) : written.name
    }
    return String(written.name[..<mark.lowerBound])
  }
}

/// What became of a slide.
struct UpdateRecord: Hashable, Sendable {
  /// What says or looks other than before, what is new, and what the data no longer has.
  var changed: [String] = []
  var added: [String] = []
  var gone: [String] = []
  /// All that the data no longer has and that still stands there.
  var faded: [String] = []
  var removed: [String] = []
  /// What people and data both changed, a sentence each without its end.
  var conflicts: [String] = []
  /// What to know beyond that, a sentence each without its end.
  var notes: [String] = []
}
