import EcosystemModel

/// What a sheet was understood as.
struct SheetProposal {
  /// How its parts are read.
  var parts: [SheetMapping]
  /// How sure that is, from 0 to 1.
  var confidence: Double
  /// The columns that are least sure, with what they were taken for.
  var doubts: [(header: String, column: String, confidence: Double)] = []

  /// Marks in its cells that a legend explains, and the roles that they mean.
  var roles: [String: MembershipRole] = [:]

  static func ignored(_ sheet: RawSheet, _ reason: String, confidence: Double = 1) -> Self {
    Self(parts: [SheetMapping(sheet: sheet.name, ignored: reason)], confidence: confidence)
  }

  var isIgnored: Bool { parts.allSatisfy { $0.ignored != nil } }
}
