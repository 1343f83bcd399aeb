/// The members of groups, group after group.
struct GroupMembers: ~Copyable {
  let members: Scratch<Int32>
  private let starts: Scratch<Int32>
  private let count: Int

  /// Groups are numbered below `count`; `order` has the nodes in the order that they get within their groups.
  init(of groups: borrowing Scratch<Int32>, count: Int, order: borrowing Scratch<Int32>) {
    self.count = count
    starts = Scratch(repeating: 0, count: count + 1)
    for node in 0..<order.count { starts[Int(groups[node]) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    let next = Scratch(copying: starts.array())
    members = Scratch(uninitialized: order.count)
    for place in 0..<order.count {
      let group = groups[order[place]]
      members[next[group]] = order[place]
      next[group] += 1
    }
  }

  /// Where the members of a group are.
  func range(_ group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }

  /// Groups side by side that make up about equal work, whatever the number of threads.
  var stretches: [Range<Int>] {
    let wanted = max(512, members.count / 64)
    var stretches: [Range<Int>] = []
    var first = 0
    for group in 0..<count where Int(starts[group + 1] - starts[first]) >= wanted {
      stretches.append(first..<(group + 1))
      first = group + 1
    }
    if first < count { stretches.append(first..<count) }
    return stretches
  }
}
