internal import CGraphviz

/// How graphs are read and their objects numbered.
///
/// Graphviz keeps subgraphs in the order of their ids, and by default the id of a named object is the
/// address of its name: the order in which clusters are placed and written would change from run to
/// run. Here ids are counted in the order of first mention.
enum GraphDiscipline {
  /// The C library keeps a pointer to it in every graph.
  nonisolated(unsafe) private static let shared: UnsafeMutablePointer<Agdisc_t> = {
    let ids = UnsafeMutablePointer<Agiddisc_t>.allocate(capacity: 1)
    ids.initialize(to: countingIDs)
    let input = UnsafeMutablePointer<Agiodisc_t>.allocate(capacity: 1)
    input.initialize(to: textInput)
    let discipline = UnsafeMutablePointer<Agdisc_t>.allocate(capacity: 1)
    discipline.initialize(to: ecomap_default_discipline())
    discipline.pointee.id = ids
    discipline.pointee.io = input
    return discipline
  }()

  /// Reads the first graph of a text; the rest stays in the scanner's buffer.
  static func read(_ text: String) -> UnsafeMutablePointer<Agraph_t>? {
    var text = text
    return text.withUTF8 { utf8 in
      var unread = UnsafeRawBufferPointer(utf8)[...]
      return ecomap_read(&unread, shared)
    }
  }

  /// The default, except that the channel is a slice of bytes instead of a file.
  private static var textInput: Agiodisc_t {
    var input = ecomap_default_input()
    input.afread = { channel, buffer, capacity in
      guard let channel, let buffer else { return 0 }
      let unread = channel.assumingMemoryBound(to: Slice<UnsafeRawBufferPointer>.self)
      let part = unread.pointee.prefix(Int(capacity))
      UnsafeMutableRawBufferPointer(start: buffer, count: part.count).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: part))
      unread.pointee.removeFirst(part.count)
      return CInt(part.count)
    }
    return input
  }

  /// The default, with its ids replaced by their numbers in a table.
  private static var countingIDs: Agiddisc_t {
    var ids = ecomap_default_ids()
    ids.open = { graph, discipline in
      let state = ecomap_default_ids().open?(graph, discipline)
      return Unmanaged.passRetained(IDTable(state: state)).toOpaque()
    }
    ids.map = { table, kind, name, id, createsMissing in
      guard let table = IDTable.at(table), let id,
        ecomap_default_ids().map?(table.state, kind, name, id, createsMissing) ?? 0 != 0,
        let number = table.number(of: id.pointee, addingMissing: createsMissing != 0)
      else { return 0 }
      id.pointee = number
      return 1
    }
    ids.free = { table, kind, number in
      guard let table = IDTable.at(table), let id = table.id(numbered: number) else { return }
      ecomap_default_ids().free?(table.state, kind, id)
    }
    ids.print = { table, kind, number in
      guard let table = IDTable.at(table), let id = table.id(numbered: number) else { return nil }
      return ecomap_default_ids().print?(table.state, kind, id)
    }
    ids.close = { table in
      guard let table else { return }
      let owner = Unmanaged<IDTable>.fromOpaque(table).takeRetainedValue()
      ecomap_default_ids().close?(owner.state)
    }
    return ids
  }
}

/// The numbers of one graph's ids.
private final class IDTable {
  /// What the default behaviour works on.
  let state: UnsafeMutableRawPointer?
  private var ids: [UInt64] = []
  private var numbers: [UInt64: UInt64] = [:]

  init(state: UnsafeMutableRawPointer?) {
    self.state = state
  }

  static func at(_ pointer: UnsafeMutableRawPointer?) -> IDTable? {
    pointer.map { Unmanaged<IDTable>.fromOpaque($0).takeUnretainedValue() }
  }

  func number(of id: UInt64, addingMissing isAdding: Bool) -> UInt64? {
    if let number = numbers[id] { return number }
    guard isAdding else { return nil }
    ids.append(id)
    let number = UInt64(ids.count)
    numbers[id] = number
    return number
  }

  func id(numbered number: UInt64) -> UInt64? {
    let index = Int(truncatingIfNeeded: number) - 1
    return ids.indices.contains(index) ? ids[index] : nil
  }
}
