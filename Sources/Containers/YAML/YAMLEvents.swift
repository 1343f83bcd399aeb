internal import CYAML

/// Walks through a YAML text with libyaml, event by event; this folder alone sees a pointer of it.
@safe package struct YAMLEvents: ~Copyable {
  private let libyaml: libyaml_functions
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The parser reads from it for as long as it lives.
  private let text: UnsafeMutableBufferPointer<UInt8>

  /// Whether YAML can be read on this machine.
  package static var isPossible: Bool { unsafe libyaml_opened() != nil }

  /// Stands before the first event of a text in UTF-8, which is copied.
  ///
  /// - Throws: ``YAMLFault/noLibrary``.
  package init(_ utf8: [UInt8]) throws(YAMLFault) {
    guard let libyaml = unsafe libyaml_opened()?.pointee else { throw .noLibrary }
    self.libyaml = libyaml
    unsafe text = .allocate(capacity: max(1, utf8.count))
    _ = unsafe text.initialize(from: utf8)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    _ = unsafe libyaml.yaml_parser_initialize(parser)
    unsafe libyaml.yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe libyaml.yaml_parser_set_input_string(parser, text.baseAddress, utf8.count)
  }

  deinit {
    unsafe libyaml.yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// The next event; the last of a text is ``YAMLEvent/Kind/streamEnd``.
  ///
  /// - Throws: ``YAMLFault`` with the place, in a text that is no YAML.
  package mutating func next() throws(YAMLFault) -> YAMLEvent {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe libyaml.yaml_parser_parse(parser, &event) == 1 else { throw fault() }
      defer { unsafe libyaml.yaml_event_delete(&event) }
      guard let kind = unsafe Self.kind(of: event) else { continue }
      let (tag, anchor) = unsafe Self.properties(of: event)
      return unsafe YAMLEvent(
        kind: kind, tag: tag, anchor: anchor, line: Int(event.start_mark.line) + 1,
        column: Int(event.start_mark.column) + 1)
    }
  }

  /// `nil` for the start of the stream, which says nothing.
  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind? {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_STREAM_END_EVENT: .streamEnd
    case YAML_SEQUENCE_START_EVENT: .listStart
    case YAML_SEQUENCE_END_EVENT: .listEnd
    case YAML_MAPPING_START_EVENT: .objectStart
    case YAML_MAPPING_END_EVENT: .objectEnd
    case YAML_ALIAS_EVENT: .alias(unsafe string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: unsafe scalar(event)
    default: nil
    }
  }

  private static func scalar(_ event: yaml_event_t) -> YAMLEvent.Kind {
    let scalar = unsafe event.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nil
    return unsafe .scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain)
  }

  private static func properties(of event: yaml_event_t) -> (tag: String?, anchor: String?) {
    let data = unsafe event.data
    return switch unsafe event.type {
    case YAML_SCALAR_EVENT: unsafe (string(data.scalar.tag), string(data.scalar.anchor))
    case YAML_SEQUENCE_START_EVENT:
      unsafe (string(data.sequence_start.tag), string(data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT:
      unsafe (string(data.mapping_start.tag), string(data.mapping_start.anchor))
    default: (nil, nil)
    }
  }

  private static func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe bytes.map { unsafe String(cString: $0) }
  }

  private func fault() -> YAMLFault {
    let state = unsafe parser.pointee
    let problem = unsafe state.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
    guard unsafe state.error == YAML_READER_ERROR else {
      return unsafe .syntax(
        problem: problem, line: Int(state.problem_mark.line) + 1,
        column: Int(state.problem_mark.column) + 1)
    }
    // What is no text at all is only known by the count of bytes before it.
    let before = unsafe text.prefix(state.problem_offset)
    let lineBreak = UInt8(ascii: "\n")
    let start = unsafe before.lastIndex(of: lineBreak).map { $0 + 1 } ?? 0
    return unsafe .syntax(
      problem: problem, line: 1 + before.count { $0 == lineBreak },
      column: 1 + before[start...].count { $0 & 0xC0 != 0x80 })
  }
}
