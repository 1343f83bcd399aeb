import EcosystemModel
import Testing

/// What one rule of the catalogue finds.
func findings(of rule: String, in ecosystem: Ecosystem) throws -> [Finding] {
  let inspection = try #require(InspectionCatalog.all.first { type(of: $0).rule == rule })
  return inspection.findings(in: ecosystem.on(nil))
}

extension Ecosystem {
  /// An ecosystem made row by row.
  static func made(_ make: (inout Ecosystem) -> Void) -> Ecosystem {
    var ecosystem = Ecosystem()
    make(&ecosystem)
    return ecosystem
  }
}

/// So many rows that work in quadratic time would be noticed without a clock.
let manyRows = 20_000
