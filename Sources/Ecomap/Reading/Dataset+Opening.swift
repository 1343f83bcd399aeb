package import Cartography
public import EcosystemModel
public import GraphvizKit
public import Interchange

extension Dataset {
  /// Reads a dataset: a folder of CSV tables, a workbook, a YAML or JSON file, a list of relationships, or the network of
  /// another tool.
  ///
  /// ```swift
  /// let dataset = try Dataset(at: "datasets/enhertu")
  /// for mistake in dataset.check() { print(mistake) }
  /// ```
  ///
  /// Faults in the data do not throw: ``check()`` tells them all.
  ///
  /// - Parameters:
  ///   - path: The file or folder.
  ///   - options: What the files alone do not say.
  ///   - pool: Who reads DOT; this process unless told otherwise.
  /// - Throws: ``EcomapError`` with code `unreadable` where there is nothing to read.
  /// - Complexity: O(size of the files).
  public init(
    at path: String, options: ReadOptions = ReadOptions(), layout pool: LayoutPool = .inProcess
  ) throws(EcomapError) {
    self = try EcomapError.wrapping { () throws(ReadError) in
      try .opened(at: path, options: options, layout: pool)
    }
  }

  /// Reads a dataset, and throws what the room that reads throws.
  package static func opened(
    at path: String, options: ReadOptions = ReadOptions(), layout pool: LayoutPool
  ) throws(ReadError) -> Dataset {
    try read(at: path, options: options, dot: structure(by: pool.first))
  }

  /// Reads a dataset from memory: several files are taken for a folder of tables, one for itself.
  ///
  /// - Parameters:
  ///   - files: The content of each file by its name.
  ///   - options: What the files alone do not say.
  /// - Throws: ``EcomapError`` with code `unreadable` where there is nothing to read.
  public init(
    files: [String: [UInt8]], options: ReadOptions = ReadOptions()
  ) throws(EcomapError) {
    self = try EcomapError.wrapping { () throws(ReadError) in
      try .read(
        files: files.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) },
        options: options, dot: Self.structure(by: .inProcess))
    }
  }

  /// Everything there is to tell about the data, sorted by its places: what was noticed while reading, and what the
  /// inspections find.
  ///
  /// - Complexity: O(size of the dataset), computed at each call.
  public func check() -> [Diagnostic] {
    check(with: InspectionCatalog.all + [UndrawableViews()])
  }

  /// The names of the saved views, as ``Cartography/ViewRequest`` takes them.
  public var savedViews: [String] { ecosystem.views.map(\.name) }

  /// The dataset on a day, of which questions are asked.
  ///
  /// - Parameter day: The day, such as `2020`, `2020-06` or `2020-06-01`; `nil` counts every row, whatever its dates.
  /// - Returns: What is there on the day.
  /// - Throws: ``EcomapError`` with code `badRequest` if the text is no day.
  public func on(_ day: String? = nil) throws(EcomapError) -> Snapshot {
    ecosystem.on(try CalendarDate.reading(day))
  }

  /// The dataset on a day.
  public func on(_ day: CalendarDate) -> Snapshot { ecosystem.on(day) }

  /// Where the data of a picture comes from.
  package var provenance: Provenance {
    Provenance(fingerprint: fingerprint, rowsLeftOut: rowsLeftOut)
  }

  /// How many rows could not be used.
  package var rowsLeftOut: Int { counts.reduce(0) { $0 + $1.leftOut } }

  /// DOT is read by Graphviz itself; in a worker's process a hostile text can neither crash nor stall the reader.
  package static func structure(by worker: LayoutWorker) -> DOTStructure {
    { text throws(DOTFault) in
      do throws(GraphvizError) {
        let request = LayoutRequest(dot: text, formats: [.structure])
        return try worker.run(request, timeLimit: .seconds(30)).bytes(of: .structure) ?? []
      } catch {
        throw DOTFault(
          reason(of: error, textLength: text.utf8.count), line: line(in: error.message))
      }
    }
  }

  /// Why a text could not be read, where Graphviz speaks of layouts, and what to give instead.
  private static func reason(of error: GraphvizError, textLength: Int) -> String {
    let isLarge = textLength >= 1_000_000
    let count = isLarge ? (textLength + 500_000) / 1_000_000 : (textLength + 999) / 1_000
    let size = "\(count) \(isLarge ? "MB" : "kB") of DOT"
    let instead =
      "Give the links as a list instead, with the columns source and target; it may have millions of rows."
    return switch error.code {
    case .timedOut: "\(size) could not be read within 30 s. \(instead)"
    case .tooLarge: "\(size) need more memory than Graphviz may take. \(instead)"
    case .crashed: "Graphviz crashed while it read the file. \(instead)"
    default: error.message
    }
  }

  /// The line that a message of Graphviz names, as in `syntax error in line 3 near '}'`.
  private static func line(in message: String) -> Int? {
    guard let range = message.firstRange(of: " in line ") else { return nil }
    return Int(message[range.upperBound...].prefix { $0.isNumber })
  }
}
