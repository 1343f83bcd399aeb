/// Finds out what types look like as JSON, by decoding them from nothing and noting what they ask for.
///
/// It holds for types whose code is synthesised, and for those that are ``ShapedValue``.
final class ShapeRecorder {
  /// The objects by the names of their types.
  private(set) var definitions: [String: [String: JSONShape.Property]] = [:]
  private var known: [ObjectIdentifier: (shape: JSONShape, value: Any)] = [:]
  private var open: Set<ObjectIdentifier> = []

  /// The shape of a type, and some value of it; `nil` for a type that is being described further out.
  func shape<Value: Decodable>(of type: Value.Type) throws -> (shape: JSONShape, value: Value?) {
    if let (shape, value) = Self.plain[ObjectIdentifier(type)] { return (shape, value as? Value) }
    if let shaped = type as? any ShapedValue.Type {
      return (shaped.shape, Self.sample(of: shaped) as? Value)
    }
    if let list = type as? any ListOfValues.Type {
      let (shape, value) = try list.shape(with: self)
      return (shape, value as? Value)
    }
    if let (words, sample) = (type as? any CaseIterable.Type).flatMap({ Self.words($0) }) {
      return (.word(words), sample as? Value)
    }
    let id = ObjectIdentifier(type)
    if let (shape, value) = known[id] { return (shape, value as? Value) }
    let name = Self.name(of: type)
    guard open.insert(id).inserted else { return (.named(name), nil) }
    defer { open.remove(id) }
    let node = Node()
    let value = try Value(from: ShapeDecoder(recorder: self, node: node))
    if node.single == nil { definitions[name] = node.properties }
    let shape = node.single ?? .named(name)
    known[id] = (shape, value)
    return (shape, value)
  }

  /// What a type asked for.
  final class Node {
    var properties: [String: JSONShape.Property] = [:]
    var single: JSONShape?
  }

  private static let plain: [ObjectIdentifier: (JSONShape, any Sendable)] = [
    ObjectIdentifier(String.self): (.text, ""), ObjectIdentifier(Bool.self): (.answer, false),
    ObjectIdentifier(Int.self): (.integer, 0), ObjectIdentifier(Int32.self): (.integer, Int32(0)),
    ObjectIdentifier(UInt64.self): (.integer, UInt64(0)),
    ObjectIdentifier(Double.self): (.number, 0.0),
  ]

  private static func sample<Shaped: ShapedValue>(of type: Shaped.Type) -> Any? { type.sample }

  private static func words<Cases: CaseIterable>(
    _ type: Cases.Type
  ) -> (words: [String], sample: Any)? {
    let words = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
    return words.isEmpty ? nil : type.allCases.first.map { (words, $0) }
  }

  /// `LoadFindings.Seat` for a type of any module.
  private static func name(of type: any Any.Type) -> String {
    String(reflecting: type).split(separator: ".").dropFirst().joined(separator: ".")
  }
}

/// A value that is written in a notation of its own.
protocol ShapedValue {
  /// What it looks like.
  static var shape: JSONShape { get }
  /// Some value; `nil` only where the type has none.
  static var sample: Self? { get }
}

/// A collection of values.
private protocol ListOfValues {
  static func shape(with recorder: ShapeRecorder) throws -> (JSONShape, Self)
}

extension Array: ListOfValues where Element: Decodable {
  fileprivate static func shape(with recorder: ShapeRecorder) throws -> (JSONShape, Self) {
    (.list(try recorder.shape(of: Element.self).shape), [])
  }
}

extension Set: ListOfValues where Element: Decodable {
  fileprivate static func shape(with recorder: ShapeRecorder) throws -> (JSONShape, Self) {
    (.list(try recorder.shape(of: Element.self).shape), [])
  }
}

extension Dictionary: ListOfValues where Key: Decodable, Value: Decodable {
  fileprivate static func shape(with recorder: ShapeRecorder) throws -> (JSONShape, Self) {
    let value = try recorder.shape(of: Value.self).shape
    guard Key.self != String.self, !(Key.self is any CodingKeyRepresentable.Type) else {
      return (.map(value), [:])
    }
    throw DecodingError.dataCorrupted(
      .init(codingPath: [], debugDescription: "Keys of \(self) are no texts."))
  }
}

extension Optional: ListOfValues where Wrapped: Decodable {
  fileprivate static func shape(with recorder: ShapeRecorder) throws -> (JSONShape, Self) {
    (.optional(try recorder.shape(of: Wrapped.self).shape), nil)
  }
}
