import Cartography
import EcosystemModel
import Interchange

/// What every command that reads data says of it.
extension Dataset {
  /// Where the data of a picture comes from.
  var provenance: Provenance {
    Provenance(fingerprint: fingerprint, rowsLeftOut: counts.reduce(0) { $0 + $1.leftOut })
  }

  /// Names the first errors in the data, and says what becomes of the rest and where all are listed.
  func nameErrors(_ rest: String) {
    let errors = diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    errors.prefix(10).forEach { Terminal.note($0.description) }
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    Terminal.note("\(count) in the data; \(rest) (`ecomap check \(path)` lists all)")
  }
}
