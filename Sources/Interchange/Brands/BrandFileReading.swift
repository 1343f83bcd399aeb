import Containers
import EcosystemModel

/// A brand file on its way from a document into words with their places.
struct BrandFileReading {
  private(set) var file = BrandFile()
  private let path: String
  private let colourKeys: [String]
  private static let topKeys = [
    "name", "font", "font_width", "logo", "logo_height", "colours", "dark", "print",
  ]

  private static let categoryLimit = 64

  init(path: String, colourKeys: [String]) {
    self.path = path
    self.colourKeys = colourKeys
  }

  mutating func read(_ bytes: [UInt8], isJSON: Bool) {
    do {
      let text = try TextEncoding.utf8(bytes)
      let document =
        isJSON ? try JSONReader.document(in: text) : try YAMLReader.document(in: text).root
      guard let document, case .object(let entries) = document.content else {
        report(
          "brand.shape",
          "a brand file is an object with keys such as font, colours and logo, not "
            + (document?.description ?? "nothing"), document?.line, document?.column)
        return
      }
      for entry in unique(entries) { readTop(entry) }
    } catch let fault as TextEncoding.Fault {
      file.diagnostics.append(Diagnostic(fault, file: path))
    } catch let fault as DocumentError {
      report(fault.rule, fault.message, fault.line, fault.column)
    } catch {
      report("file.unreadable", "the file cannot be read", nil, nil)
    }
  }

  private mutating func report(_ rule: String, _ message: String, _ line: Int?, _ column: Int?) {
    file.diagnostics.append(
      Diagnostic(
        severity: .error, rule: rule, message: message,
        location: Location(file: path, line: line, column: line == nil ? nil : column)))
  }

  private mutating func report(_ rule: String, _ message: String, at entry: DocumentNode.Entry) {
    report(rule, message, entry.line, entry.column)
  }

  /// The entries without those whose key stood before, which are named.
  private mutating func unique(_ entries: [DocumentNode.Entry]) -> [DocumentNode.Entry] {
    var seen: Set<String> = []
    return entries.filter { entry in
      let isNew = seen.insert(key(of: entry)).inserted
      if !isNew {
        report("key.repeated", "the key \"\(entry.key)\" stands twice; keep one", at: entry)
      }
      return isNew
    }
  }

  /// The key as we spell it.
  private func key(of entry: DocumentNode.Entry) -> String {
    let word = ColumnName.normalized(entry.key)
    let known = Self.topKeys + colourKeys + ["categories"]
    return known.first { ColumnName.normalized($0) == word }
      ?? ["colors": "colours", "fonts": "font", "category": "categories"][word] ?? entry.key
  }

  private mutating func readTop(_ entry: DocumentNode.Entry) {
    switch key(of: entry) {
    case "name": file.name = word(entry)
    case "font": file.fonts = words(entry)
    case "font_width": file.fontWidth = word(entry)
    case "logo": file.light.logo = logo(entry)
    case "logo_height": file.logoHeight = word(entry)
    case "colours": readColours(entry, into: \.light)
    case "dark": readTheme(entry, into: \.dark)
    case "print": readTheme(entry, into: \.print)
    default: reportUnknown(entry, known: Self.topKeys)
    }
  }

  private mutating func readTheme(
    _ entry: DocumentNode.Entry, into section: WritableKeyPath<BrandFile, BrandFile.Section>
  ) {
    for inner in object(entry, "an object with colours and a logo") {
      switch key(of: inner) {
      case "colours": readColours(inner, into: section)
      case "logo": file[keyPath: section].logo = logo(inner)
      default: reportUnknown(inner, known: ["colours", "logo"])
      }
    }
  }

  private mutating func readColours(
    _ entry: DocumentNode.Entry, into section: WritableKeyPath<BrandFile, BrandFile.Section>
  ) {
    for inner in object(entry, "an object with keys such as text and categories") {
      let key = key(of: inner)
      if key == "categories" {
        let words = words(inner)
        file[keyPath: section].categories = Array(words.prefix(Self.categoryLimit))
        if words.count > Self.categoryLimit {
          report(
            "brand.categories",
            "there are \(words.count) colours of categories, and nobody can tell so many apart; keep at most \(Self.categoryLimit)",
            at: inner)
        }
      } else if colourKeys.contains(key) {
        if let word = word(inner) { file[keyPath: section].colours.append(word) }
      } else {
        reportUnknown(inner, known: colourKeys + ["categories"])
      }
    }
  }

  private mutating func object(
    _ entry: DocumentNode.Entry, _ wanted: String
  ) -> [DocumentNode.Entry] {
    if case .object(let entries) = entry.value.content { return unique(entries) }
    report(
      "brand.shape", "\"\(entry.key)\" must be \(wanted), not \(entry.value.description)", at: entry
    )
    return []
  }

  private mutating func reportUnknown(_ entry: DocumentNode.Entry, known: [String]) {
    var suggestion = Suggestion()
    let hint =
      suggestion.nearest(to: entry.key, among: known.map { Suggestion.Candidate($0) })
      .map { "did you mean \"\($0)\"?" } ?? "there are \(known.spokenList(last: "and"))"
    report("brand.key", "there is no key \"\(entry.key)\" here; \(hint)", at: entry)
  }

  /// The single value of a key.
  private mutating func word(_ entry: DocumentNode.Entry) -> BrandFile.Entry? {
    switch entry.value.content {
    case .scalar(let text) where !text.trimmed.isEmpty: return self.word(entry, text, entry.value)
    case .scalar, .null: reportEmpty(entry)
    case .list, .object:
      report(
        "brand.shape", "\"\(entry.key)\" must be a single value, not \(entry.value.description)",
        entry.value.line, entry.value.column)
    }
    return nil
  }

  /// The values of a key that may have several.
  private mutating func words(_ entry: DocumentNode.Entry) -> [BrandFile.Entry] {
    guard case .list(let elements) = entry.value.content else {
      return word(entry).map { [$0] } ?? []
    }
    return elements.compactMap { element in
      guard case .scalar(let text) = element.content, !text.trimmed.isEmpty else {
        if case .null = element.content {
          reportEmpty(entry, at: element)
        } else {
          report(
            "brand.shape",
            "\"\(entry.key)\" must be a list of single values, not of \(element.description)",
            element.line, element.column)
        }
        return nil
      }
      return word(entry, text, element)
    }
  }

  private func word(
    _ entry: DocumentNode.Entry, _ text: String, _ node: DocumentNode
  ) -> BrandFile.Entry {
    .init(
      key: key(of: entry), text: text.trimmed,
      location: Location(file: path, line: node.line, column: node.column))
  }

  private mutating func reportEmpty(_ entry: DocumentNode.Entry, at node: DocumentNode? = nil) {
    report(
      "brand.empty",
      "\"\(entry.key)\" has no value; in YAML a # starts a comment, so put colours into quotes: "
        + "\"#0b5fa5\"", node?.line ?? entry.line, node?.column ?? entry.column)
  }

  /// The picture in a file whose path begins at the folder of the brand file.
  private mutating func logo(_ entry: DocumentNode.Entry) -> BrandFile.Picture? {
    guard let word = word(entry) else { return nil }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let target = word.text.hasPrefix("/") ? word.text : folder + word.text
    do {
      guard try FileAccess.kind(of: target) == .file else {
        report(
          "brand.logo", "the logo \"\(word.text)\" is a folder; name a PNG or JPEG file",
          entry.value.line, entry.value.column)
        return nil
      }
      let bytes = try FileAccess.bytes(of: target, limit: BrandFile.sizeLimits.logo)
      return .init(entry: word, bytes: bytes)
    } catch {
      report(
        "brand.logo",
        "the logo cannot be read, its path begins at the folder of this file: "
          + "\(error.message)", entry.value.line, entry.value.column)
      return nil
    }
  }
}
