/// What a worker process and its client say to each other.
///
/// Each message travels as one frame: its length as four bytes, little-endian, then its bytes.
enum WorkerMessage {
  /// What a worker says first: that it is one, and which version of these messages it speaks.
  static let greeting = Array("ecomap layout worker 2\n".utf8)

  /// The largest frame, so that a length can neither overflow nor exhaust memory.
  static let largestFrame = 1 << 30

  static func encode(_ request: LayoutRequest) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(request.dot)
    writer.write(request.engine.rawValue)
    writer.write(list: request.formats) { $0.write($1.rawValue) }
    writer.write(request.wantsGeometry)
    writer.write(optional: request.pngResolution) { $0.write($1) }
    writer.write(list: request.images) { writer, image in
      writer.write(image.name)
      writer.write(image.bytes)
    }
    return writer.bytes
  }

  static func request(from bytes: [UInt8]) throws(ByteReader.Malformed) -> LayoutRequest {
    var reader = ByteReader(bytes)
    let dot = try reader.text()
    guard let engine = LayoutEngine(rawValue: try reader.text()) else {
      throw ByteReader.Malformed()
    }
    let formats = try reader.list { (reader) throws(ByteReader.Malformed) in
      try format(from: &reader)
    }
    var request = LayoutRequest(
      dot: dot, engine: engine, formats: formats, wantsGeometry: try reader.flag(),
      pngResolution: try reader.optional { (reader) throws(ByteReader.Malformed) in
        try reader.number()
      })
    request.images = try reader.list { (reader) throws(ByteReader.Malformed) in
      LayoutImage(name: try reader.text(), bytes: try reader.data())
    }
    guard reader.isAtEnd else { throw ByteReader.Malformed() }
    return request
  }

  static func encode(_ outcome: Result<LayoutReply, GraphvizError>) -> [UInt8] {
    var writer = ByteWriter()
    switch outcome {
    case .success(let reply):
      writer.write(true)
      writer.write(optional: reply.layout) { $0.write($1) }
      writer.write(list: reply.renderings) { writer, rendering in
        writer.write(rendering.format.rawValue)
        writer.write(rendering.bytes)
      }
      writer.write(list: reply.warnings) { $0.write($1) }
    case .failure(let error):
      writer.write(false)
      writer.write(error.code.kind.rawValue)
      writer.write(error.message)
      writer.write(list: error.details) { $0.write($1) }
    }
    return writer.bytes
  }

  static func outcome(
    from bytes: [UInt8]
  ) throws(ByteReader.Malformed) -> Result<LayoutReply, GraphvizError> {
    var reader = ByteReader(bytes)
    let isReply = try reader.flag()
    let outcome: Result<LayoutReply, GraphvizError> =
      isReply ? .success(try reply(from: &reader)) : .failure(try error(from: &reader))
    guard reader.isAtEnd else { throw ByteReader.Malformed() }
    return outcome
  }

  private static func reply(
    from reader: inout ByteReader
  ) throws(ByteReader.Malformed) -> LayoutReply {
    let layout = try reader.optional { (reader) throws(ByteReader.Malformed) in
      try reader.layout()
    }
    let renderings = try reader.list { (reader) throws(ByteReader.Malformed) in
      LayoutReply.Rendering(format: try format(from: &reader), bytes: try reader.data())
    }
    return LayoutReply(layout: layout, renderings: renderings, warnings: try reader.texts())
  }

  private static func error(
    from reader: inout ByteReader
  ) throws(ByteReader.Malformed) -> GraphvizError {
    guard let kind = GraphvizError.Code.Kind(rawValue: try reader.byte()) else {
      throw ByteReader.Malformed()
    }
    let message = try reader.text()
    return GraphvizError(
      code: GraphvizError.Code(kind: kind), message: message, details: try reader.texts())
  }

  private static func format(
    from reader: inout ByteReader
  ) throws(ByteReader.Malformed) -> RenderFormat {
    guard let format = RenderFormat(rawValue: try reader.text()) else {
      throw ByteReader.Malformed()
    }
    return format
  }
}

extension ByteReader {
  mutating func texts() throws(Malformed) -> [String] {
    try list { (reader) throws(Malformed) in try reader.text() }
  }
}
