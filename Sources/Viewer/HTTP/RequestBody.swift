/// What a request sends along, taken piece by piece.
package struct RequestBody {
  private let wire: Wire
  /// How many bytes are still to come.
  private(set) var left: Int
  /// Whether the client waits for a word before it sends.
  private var isAwaited: Bool

  init(on wire: Wire, length: Int, isAwaited: Bool) {
    self.wire = wire
    left = length
    self.isAwaited = isAwaited
  }

  /// All bytes, of which there must not be too many.
  ///
  /// - Throws: ``Refusal`` where there are more, or they take longer than the limit.
  package mutating func bytes(atMost limit: Int, within time: Duration) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(left, limit))
    try forEachPiece(atMost: limit, within: time) { bytes += $0 }
    return bytes
  }

  /// Takes the bytes one piece after the other.
  ///
  /// - Throws: ``Refusal`` where there are more than the limit, before any is taken, or they take longer than it says.
  package mutating func forEachPiece(
    atMost limit: Int, within time: Duration, _ take: ([UInt8]) throws -> Void
  ) throws {
    guard left <= limit else {
      throw Refusal(.tooLarge, "That is larger than the limit of \(Self.text(limit)).")
    }
    if isAwaited, left > 0 { try wire.send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) }
    isAwaited = false
    let end = ContinuousClock.now + time
    while left > 0 {
      let piece: [UInt8]
      do throws(Wire.Break) {
        piece = try wire.take(atMost: left, until: min(end, .now + Self.stall))
      } catch {
        guard error == .tooSlow else { throw error }
        throw Refusal(.timedOut, "The upload took too long; try again.")
      }
      left -= piece.count
      try take(piece)
    }
  }

  /// How long nothing may come.
  private static let stall = Duration.seconds(10)

  /// A number of bytes for people.
  static func text(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) KB"
  }
}
