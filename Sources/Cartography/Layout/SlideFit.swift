import EcosystemModel

/// How a map that is too full for a slide is made to fit: the least drastic step first.
public enum SlideFit {
  /// The smallest letters that a reader in a meeting room can be asked to read, in points on the slide.
  public static let letters = 9.0

  /// With more boxes than this, boxes of several lines never fit; trying them first would only take time.
  private static let mostFullBoxes = 12

  /// The view to begin with: with names only where there are too many boxes for more.
  public static func firstView(for content: MapContent) -> MapView {
    var view = content.view
    if content.nodes.count > mostFullBoxes { view.detail = .names }
    return view
  }

  /// A map is never thinned out below so many boxes.
  private static let fewestBoxes = 20

  /// The view to try after one whose letters are too small, or nothing if it is fine or nothing sensible is left to do.
  ///
  /// Boxes are shortened to names first. Then the least connected ones go, as many as their area says; committees of a
  /// hierarchy stay, since each is on the way of the others.
  ///
  /// - Parameters:
  ///   - content: What was drawn.
  ///   - letters: The smallest letters on the slide, in points.
  /// - Returns: The view with less on it, or `nil`.
  public static func view(after content: MapContent, letters: Double) -> MapView? {
    guard letters < self.letters else { return nil }
    var view = content.view
    if view.detail == .full, content.nodes.contains(where: { !$0.optionalLines.isEmpty }) {
      view.detail = .names
      return view
    }
    guard view.kind != .governance else { return nil }
    let ratio = letters / self.letters
    let limit = max(fewestBoxes, Int(Double(content.nodes.count) * ratio * ratio))
    guard limit < content.nodes.count else { return nil }
    view.limit = limit
    return view
  }
}
