/// A dataset that a session may ask about: where it is, and what people call it.
struct DatasetSource: Sendable {
  /// The folder in which commands about it run.
  let place: String
  /// How the command is told of it, from there.
  let argument: String
  /// How people name it.
  let shown: String
  /// The folder of files that may be named beside it.
  let companions: String

  /// The dataset as a path that is right from everywhere.
  var absolute: String { argument.hasPrefix("/") ? argument : "\(place)/\(argument)" }

  /// The name without folders and ending, for files made of it.
  var stem: String {
    let name = shown.split(separator: "/").last ?? "map"
    let dot = name.lastIndex(of: ".")
    return String(dot.map { $0 == name.startIndex ? name[...] : name[..<$0] } ?? name)
  }

  /// The path of a file beside the dataset; `nil` if there is none of that name: a name is no path.
  func companion(_ name: String) -> String? {
    guard UploadName(name)?.text == name, let facts = Files.facts(of: "\(companions)/\(name)"),
      !facts.isFolder, Files.isPlain("\(companions)/\(name)")
    else { return nil }
    return "\(companions)/\(name)"
  }

  /// Changes whenever a file of the dataset does.
  var revision: Int {
    guard let facts = Files.facts(of: absolute) else { return 0 }
    var sum = facts.hash
    guard facts.isFolder else { return sum }
    for name in Files.names(in: absolute) {
      sum = sum &* 31 &+ (Files.facts(of: "\(absolute)/\(name)")?.hash ?? 0)
    }
    return sum
  }
}

/// The name of a file that somebody sends: a name, never a path.
struct UploadName {
  let text: String

  /// Takes the last part of a name; `nil` if nothing is left of it.
  init?(_ name: String) {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let clean = String(
      String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 })
    ).drop { $0 == "." || $0 == " " || $0 == "-" || $0 == "~" }
    guard !clean.isEmpty, clean.utf8.count <= 150 else { return nil }
    text = String(clean)
  }
}

extension Files.Facts {
  /// A number that is the same for the same state of a file in one run of the program.
  fileprivate var hash: Int {
    (size &* 1_000_003 &+ changed) &* 1_000_003 &+ Int(truncatingIfNeeded: number)
  }
}
