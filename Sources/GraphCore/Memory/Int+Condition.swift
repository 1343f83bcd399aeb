extension Int {
  /// 1 if a condition holds and 0 if not, without a branch that the processor could mispredict.
  ///
  /// The compiler makes branches of `condition ? 1 : 0` in loops where either is as likely.
  @inline(__always)
  init(oneIf condition: Bool) {
    self = Int(truncatingIfNeeded: unsafe unsafeBitCast(condition, to: UInt8.self))
  }
}
