public import EcosystemModel

/// A dataset as read: the ecosystem, everything noticed on the way, and where it all stands in the files.
public struct Dataset: Sendable {
  /// The file or folder as the user named it.
  public let path: String
  /// What the dataset says.
  package private(set) var ecosystem: Ecosystem
  /// Everything noticed while reading, in the order of files, lines and columns.
  public let diagnostics: [Diagnostic]
  /// Where the rows of the ecosystem come from.
  package private(set) var sources: SourceMap
  /// The rows of each table that the dataset has, in the contract's order.
  package let counts: [TableCount]
  /// The names in cells that no entity bears.
  let unknownNames: UnknownNames
  /// How people are known where their names are left out; `nil` if everybody is named.
  private(set) var roleNames: RoleNames?
  /// The file of the mapping through which it was read; `nil` if it was read as it is.
  package let mapping: String?

  /// Sixteen hexadecimal digits that are the same for the same data in any format; see ``EcosystemModel/Ecosystem/fingerprint``.
  ///
  /// - Complexity: O(size of the ecosystem), computed at each call.
  public var fingerprint: String { ecosystem.fingerprint }

  /// Whether something could not be read as meant.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The dataset without rows tagged `illustrative` and without the cells that `assumed` names: what its sources state.
  ///
  /// - Complexity: O(size of the ecosystem).
  public var statedOnly: Dataset {
    let stated = StatedRows(of: ecosystem)
    var left = self
    left.ecosystem = stated.ecosystem
    left.sources = sources.keeping(stated.positions)
    return left
  }

  /// The dataset with title and company in the place of each person's name, such as “Alliance Lead, Northlight”, so that nothing made
  /// of it names anybody.
  ///
  /// People who would be called the same are numbered in the order of the data. ``diagnostics`` quote cells as they are.
  ///
  /// - Complexity: O(size of the ecosystem).
  package var inRoles: Dataset { inRoles(as: nil) }

  /// The same, with people of another state of the dataset under the names they have there.
  package func inRoles(as other: Dataset?) -> Dataset {
    var left = self
    var names = other?.roleNames ?? RoleNames()
    left.ecosystem = ecosystem.inRoles(&names)
    left.roleNames = names
    return left
  }

  /// Everything there is to tell about the data: what was noticed while reading and what the inspections find, sorted.
  package func check(with inspections: [any Inspection]) -> [Diagnostic] {
    let snapshot = ecosystem.on(nil)
    let progress = Progress("checking", of: inspections.count)
    let found = inspections.flatMap { inspection in
      defer { progress.finish() }
      return sources.diagnostics(
        for: inspection.findings(in: snapshot), rule: type(of: inspection).rule)
    }
    // A cell that could not be read has been named; what follows from its being empty is no second fault.
    let unread = Set(diagnostics.filter { $0.severity == .error }.compactMap(\.location))
    let new = found.filter { finding in
      guard let location = finding.location, location.column != nil else { return true }
      return !unread.contains(location)
    }
    return (diagnostics + new).sorted()
  }
}
