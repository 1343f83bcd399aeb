/// Numbers that belong together.
struct Groups {
  private var parents: [Int]

  /// Everyone alone.
  init(count: Int) { parents = Array(0..<count) }

  /// Puts the groups of two together.
  mutating func join(_ first: Int, _ second: Int) { parents[root(of: first)] = root(of: second) }

  /// The one that stands for the group.
  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }
}
