import EcosystemModel

// What the columns of a grid look like.

extension GridRecognition {
  /// Whether a column may be one of a grid: marks, roles, letters or small numbers under a header that names something.
  func isGridColumn(_ column: Column) -> Bool {
    guard !column.phrase.words.isEmpty, column.index > 0 else { return false }
    let texts = column.profile.texts.filter { $0 != "0" }
    let isName =
      kind(of: [column.header]) != nil || kind(of: [rows.names.lower[column.index]]) != nil
    if texts.isEmpty { return isName }
    let areMarks = texts.allSatisfy {
      Self.bare($0).count <= 2 && !$0.allSatisfy(\.isNumber) || $0 == "1"
        || WordReading.answer($0) != nil
    }
    let areRoles = column.profile.roles > 0.7
    if isName {
      return areMarks || areRoles || texts.allSatisfy { RightReading.right(of: $0) != nil }
        || texts.allSatisfy { QuantityReading($0) != nil }
        || texts.allSatisfy { $0.count <= 24 } && isSquareHeader(column.header)
    }
    guard areMarks || areRoles || isSquareHeader(column.header) else { return false }
    // A header of the trade over marks is a column of its own, such as `Active` over `x`.
    let isTrade = column.fits.contains { $0.value > 0.92 }
    return !isTrade || isSquareHeader(column.header)
  }

  /// A mark without the parentheses around it and the signs between its letters, as `RA` of `R/A`.
  private static func bare(_ mark: String) -> String {
    mark.count <= 5 ? mark.filter { !"()/, &".contains($0) } : mark
  }

  /// Whether the header stands in the first column too.
  func isSquareHeader(_ header: String) -> Bool {
    guard let first = columns.first(where: { !$0.profile.isEmpty }) else { return false }
    return first.profile.texts.contains(header)
  }

  func isSquare(_ grid: [Column], _ first: Column) -> Bool {
    grid.count { first.profile.texts.contains($0.header) } * 10 >= grid.count * 8
  }

  func isSymmetric(_ grid: [Column], _ first: Column) -> Bool {
    let heads = grid.map(\.header)
    guard rows.body.map({ sheet.text($0, first.index) }) == heads else { return false }
    for (place, row) in rows.body.enumerated() {
      for (other, column) in grid.enumerated() where other > place {
        let mirrored = sheet.text(rows.body[other], grid[place].index)
        if sheet.text(row, column.index) != mirrored { return false }
      }
    }
    return true
  }

  /// The columns of a grid, with those beside it under headers of the trade where all hold the letters of responsibilities.
  func lettered(_ grid: [Column]) -> [Column] {
    guard grid.count >= 2, isLetters(grid) else { return grid }
    return columns.filter { column in
      grid.contains { $0.index == column.index }
        || !column.profile.isEmpty && !column.phrase.words.isEmpty && column.index > 0
          && column.profile.texts.allSatisfy(Self.areLetters)
    }
  }

  /// Whether a cell holds letters that say who is responsible, accountable, consulted or informed.
  private static func areLetters(_ text: String) -> Bool {
    let letters: Set<Character> = ["R", "A", "C", "I", "S", "/", ",", "&", "+", " "]
    return text.count <= 5 && text.count { $0.isLetter } <= 3
      && text.uppercased().allSatisfy(letters.contains)
  }

  func isLetters(_ grid: [Column]) -> Bool {
    let texts = grid.flatMap(\.profile.texts)
    return texts.count >= 3
      && texts.allSatisfy(Self.areLetters)
      && texts.contains { $0.uppercased().contains("R") }
      && texts.contains { $0.uppercased().contains("A") }
      && (texts.contains { $0.uppercased().contains("I") }
        || texts.contains { $0.uppercased().contains("C") })
  }

  func areNames(_ grid: [Column]) -> Bool {
    grid.allSatisfy { NameLexicon.isPersonLike($0.header) }
  }

  func isCommittee(_ text: String) -> Bool {
    NameLexicon.isCommitteeLike(text) || fit.known[.committee]?.name(of: text) != nil
  }

  /// The kind of thing that most of some names are of.
  func kind(of names: [String]) -> EntityReference.Kind? {
    guard !names.isEmpty else { return nil }
    for kind in [EntityReference.Kind.committee, .person, .company, .alliance, .function] {
      let met = names.count { name in
        if fit.known[kind]?.name(of: name) != nil { return true }
        return switch kind {
        case .committee: NameLexicon.isCommitteeLike(name)
        case .person: NameLexicon.isSurelyPerson(name)
        case .company: NameLexicon.isCompanyLike(name)
        case .function: NameLexicon.isDepartmentLike(name)
        default: false
        }
      }
      if met * 2 > names.count { return kind }
    }
    return nil
  }
}
