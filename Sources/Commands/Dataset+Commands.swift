import EcosystemModel
import Ecomap
import Interchange

/// What every command that reads data says of it.
extension Dataset {
  /// Names the first errors in the data and forgotten rows of the example, and says what became of the rows and where all is listed.
  func nameErrors() {
    for diagnostic in diagnostics where diagnostic.rule == ExampleRows.rule {
      Terminal.note(diagnostic.description)
    }
    let errors = diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    DiagnosticGroup.groups(of: errors).prefix(10).forEach { Terminal.note($0.description) }
    // Where nothing at all was read, the error says so.
    guard counts.contains(where: { $0.read + $0.leftOut > 0 }) else { return }
    let rows =
      switch rowsLeftOut {
      case 0: "every row stays"
      case 1: "1 row is left out"
      case let number: "\(number) rows are left out"
      }
    let cells =
      errors.contains { $0.rule.hasPrefix("value.") || $0.rule.hasPrefix("reference.") }
      ? "; a cell that cannot be read counts as empty" : ""
    Terminal.note(
      "\(Phrase.count(errors.count, "error")) in the data: \(rows)\(cells) (`ecomap check \(path)` lists all)"
    )
  }
}
