import ArgumentParser
package import Interchange

extension FileFormat: ExpressibleByArgument {
  /// The format of a name.
  package init?(argument: String) { self.init(named: argument.lowercased()) }

  /// The names of all formats.
  package static var allValueStrings: [String] { all.map(\.name) }
}

/// The format of a file that is read.
struct SourceChoice: ExpressibleByArgument {
  let format: FileFormat

  init?(argument: String) {
    guard let format = FileFormat(named: argument.lowercased()),
      FileFormat.readable.contains(format)
    else { return nil }
    self.format = format
  }

  static var allValueStrings: [String] { FileFormat.readable.map(\.name) }
}

/// What help says of formats, from their catalogue.
enum FormatHelp {
  /// Lines for formats that endings tell, and for those that only their names do.
  static var lists: String {
    let told = NetworkFormat.all.filter(\.isToldByEnding).flatMap(\.endings).map { ".\($0)" }
    let named = NetworkFormat.all.filter { !$0.isToldByEnding }
    let width = 2 + (named.map(\.name.count).max() ?? 0)
    let lines = named.map { format in
      "  " + format.name + String(repeating: " ", count: width - format.name.count)
        + "\(format.title), for \(format.tools)"
    }
    return """
      FORMATS BY ENDING
        datasets  folder, .xlsx, .yaml, .json
        networks  \(told.joined(separator: ", "))

      FORMATS BY --to
      \(lines.joined(separator: "\n"))
      """
  }

  /// The files of other tools that are read: formats of their own, and tools whose tables and documents are recognised.
  static var readNetworks: String {
    let formats = NetworkFormat.all.filter(\.isReadByName).map(\.title)
    var tools: [String] = []
    for format in NetworkFormat.all where format.isRead && !format.isReadByName {
      if !tools.contains(format.tools) { tools.append(format.tools) }
    }
    return formats.joined(separator: ", ") + ", or a file of " + tools.joined(separator: ", ")
  }

  /// Extensions by which a result may be named.
  static var writtenEndings: String {
    ([".xlsx", ".yaml", ".json"]
      + NetworkFormat.all.filter(\.isToldByEnding).compactMap(\.endings.first).map { ".\($0)" })
      .joined(separator: ", ")
  }
}
