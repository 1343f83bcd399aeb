public import Testing

extension Tag {
  /// Takes seconds.
  @Tag public static var slow: Self
  /// Compares with a reviewed file; see ``Golden``.
  @Tag public static var golden: Self
}
