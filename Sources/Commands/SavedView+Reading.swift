import ArgumentParser
import Cartography
import EcosystemModel

// Words of saved views that only pictures know.
extension SavedView {
  /// One of a set of words, or `nil` if the cell is empty.
  ///
  /// - Throws: `ValidationError` where the cell holds another word.
  func word<Value: RawRepresentable & CaseIterable>(
    at path: any KeyPath<SavedView, String?> & Sendable, as type: Value.Type
  ) throws -> Value? where Value.RawValue == String {
    guard let text = self[keyPath: path] else { return nil }
    if let value = Value(rawValue: text.lowercased()) { return value }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      "The view “\(name)” has “\(text)” in its column “\(Self.column(path))”; write one of \(known)."
    )
  }

  /// What is folded, as its row says.
  var reduction: Reduction {
    Reduction(
      groupsTwins: groupsTwins ?? false, leafTies: leaves, backbone: backbone, leastTies: leastTies)
  }
}

extension ViewOptions {
  /// What is folded because the user says so, on the command line or in the saved view; nothing where everything is asked for.
  func reduction(_ saved: SavedView?) -> Reduction {
    guard !showAll, let stated = saved?.reduction else { return reduction }
    var merged = reduction
    merged.groupsTwins = merged.groupsTwins || stated.groupsTwins
    merged.leafTies = merged.leafTies ?? stated.leafTies
    merged.backbone = merged.backbone ?? stated.backbone
    merged.leastTies = merged.leastTies ?? stated.leastTies
    return merged
  }
}
