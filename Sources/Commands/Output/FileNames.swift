/// Names of files for titles: distinct on every file system, and neither options nor hidden files.
struct FileNames {
  /// The names given, as a file system compares them that takes no notice of case.
  private var taken: Set<String> = []

  /// The longest name in bytes, so that an ending and a number still fit everywhere.
  static let limit = 160

  /// A name without ending, and a number after it where another file has the name already.
  mutating func name(for title: String) -> String {
    let stem = Self.stem(of: title)
    var name = stem
    var number = 1
    while !taken.insert(Self.folded(name)).inserted {
      number += 1
      name = "\(stem)-\(number)"
    }
    return name
  }

  /// Letters, digits and `-_.` of a title, and `-` for all else.
  private static func stem(of title: String) -> String {
    var stem = ""
    for character in title {
      let isFit = character.isLetter || character.isNumber || "-_.".contains(character)
      let next = isFit ? String(character) : "-"
      guard stem.utf8.count + next.utf8.count <= limit else { break }
      stem += next
    }
    // A program would take a dash for an option, and a system hides what begins with a dot; some drop one at the end.
    let bare = stem.drop { "-.".contains($0) }
    let end = bare.lastIndex { $0 != "." }.map { bare.index(after: $0) } ?? bare.startIndex
    let name = bare[..<end]
    return name.isEmpty || reserved.contains(name.prefix { $0 != "." }.lowercased())
      ? "view\(name.isEmpty ? "" : "-")\(name)" : String(name)
  }

  /// Devices that Windows takes for files in every folder.
  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// Letters with accents, written as one character or as two, are equal as they are.
  private static func folded(_ name: String) -> String { name.uppercased().lowercased() }
}
