package import Testing

extension Tag {
  /// Takes seconds.
  @Tag package static var slow: Self
  /// Compares with a reviewed file; see ``Golden``.
  @Tag package static var golden: Self
}
