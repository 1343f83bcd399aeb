/// A decoder that has nothing to decode, and notes what it is asked for.
struct ShapeDecoder: Decoder {
  let recorder: ShapeRecorder
  let node: ShapeRecorder.Node
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Keyed(recorder: recorder, node: node))
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    Single(recorder: recorder, node: node)
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw refusal("a list of mixed values")
  }

  /// An object.
  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let recorder: ShapeRecorder
    let node: ShapeRecorder.Node
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }

    /// Asked before an optional value of a plain type is decoded.
    func decodeNil(forKey key: Key) -> Bool {
      node.properties[key.stringValue] = .init(shape: .text, isRequired: false)
      return false
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      let isRequired = node.properties[key.stringValue] == nil
      let (shape, value) = try recorder.shape(of: type)
      node.properties[key.stringValue] = .init(shape: shape, isRequired: isRequired)
      guard let value else { throw refusal("\(type), which needs itself") }
      return value
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
      let (shape, value) = try recorder.shape(of: type)
      node.properties[key.stringValue] = .init(shape: shape, isRequired: false)
      return value
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw refusal("a nested object") }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      throw refusal("a nested list")
    }

    func superDecoder() throws -> any Decoder { throw refusal("a class") }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw refusal("a class") }
  }

  /// A value of its own.
  private struct Single: SingleValueDecodingContainer {
    let recorder: ShapeRecorder
    let node: ShapeRecorder.Node
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      let (shape, value) = try recorder.shape(of: type)
      node.single = shape
      guard let value else { throw refusal("\(type), which needs itself") }
      return value
    }
  }
}

private func refusal(_ what: String) -> DecodingError {
  .dataCorrupted(.init(codingPath: [], debugDescription: "\(what) cannot be described"))
}
