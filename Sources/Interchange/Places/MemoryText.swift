import EcosystemModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the memory that our own pictures carry along, and pictures as we lay them out.
enum MemoryText {
  /// A value from its JSON; `nil` where it is none.
  static func value<Value: Decodable>(_ type: Value.Type, in json: [UInt8]) -> Value? {
    try? JSONDecoder().decode(type, from: Data(json))
  }
}
