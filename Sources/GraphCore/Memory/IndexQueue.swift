/// A first-in, first-out queue of node positions; each node enters at most once between resets.
struct IndexQueue: ~Copyable {
  private let items: Scratch<Int32>
  private(set) var head = 0
  private(set) var tail = 0

  init(capacity: Int) {
    items = Scratch(repeating: 0, count: capacity)
  }

  var isEmpty: Bool { head == tail }

  @inline(__always)
  mutating func push(_ item: Int32) {
    items[tail] = item
    tail += 1
  }

  @inline(__always)
  mutating func pop() -> Int32 {
    defer { head += 1 }
    return items[head]
  }

  /// The item that entered as number `index`, popped or not.
  @inline(__always)
  func entered(_ index: Int) -> Int32 { items[index] }

  /// Writes the item of a place below the count that ``enter(_:)`` then makes known.
  @inline(__always)
  func write(_ item: Int32, at place: Int) { items[place] = item }

  /// Takes the items written to the first places as entered.
  mutating func enter(_ count: Int) { tail = count }

  mutating func reset() {
    head = 0
    tail = 0
  }
}
