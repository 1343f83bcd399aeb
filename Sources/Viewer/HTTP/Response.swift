/// How a request ended.
package enum HTTPStatus: Int, Sendable {
  case ok = 200
  case seeOther = 303
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case timedOut = 408
  case conflict = 409
  case gone = 410
  case lengthRequired = 411
  case tooLarge = 413
  case misdirected = 421
  case unprocessable = 422
  case fieldsTooLarge = 431
  case failed = 500
  case unavailable = 503
  case versionNotSupported = 505

  /// The words beside the number.
  var reason: String {
    switch self {
    case .ok: "OK"
    case .seeOther: "See Other"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .timedOut: "Request Timeout"
    case .conflict: "Conflict"
    case .gone: "Gone"
    case .lengthRequired: "Length Required"
    case .tooLarge: "Content Too Large"
    case .misdirected: "Misdirected Request"
    case .unprocessable: "Unprocessable Content"
    case .fieldsTooLarge: "Request Header Fields Too Large"
    case .failed: "Internal Server Error"
    case .unavailable: "Service Unavailable"
    case .versionNotSupported: "HTTP Version Not Supported"
    }
  }
}

/// Why a request gets no answer, in a sentence for whoever asked.
package struct Refusal: Error, Sendable, Equatable {
  /// How the request ends.
  package let status: HTTPStatus
  /// A sentence that names no data.
  package let message: String
  /// After how many seconds it is worth to ask again; `nil` if it never is.
  package var retryAfter: Int?

  /// Takes the status and the sentence.
  init(_ status: HTTPStatus, _ message: String, retryAfter: Int? = nil) {
    self.status = status
    self.message = message
    self.retryAfter = retryAfter
  }

  /// A request that nobody could read.
  static func malformed(_ message: String) -> Refusal { Refusal(.badRequest, message) }
}

/// What a request gets.
package struct Response: Sendable {
  /// What stands in the body.
  package enum Body: Sendable {
    case bytes([UInt8])
    /// A file of a known size, which is sent piece by piece.
    case file(path: String, size: Int)
  }

  /// How the request ended.
  package var status: HTTPStatus
  /// The fields beside those that every answer has, in their order.
  package var fields: [(name: String, value: String)] = []
  /// What the client gets to see.
  package var body: Body

  /// Takes bytes of a kind.
  init(_ status: HTTPStatus = .ok, type: String, _ bytes: [UInt8]) {
    self.status = status
    fields = [("Content-Type", type)]
    body = .bytes(bytes)
  }

  /// Takes JSON.
  init(json: [UInt8]) { self.init(type: "application/json; charset=utf-8", json) }

  /// Takes a file.
  init(file path: String, size: Int, type: String) {
    status = .ok
    fields = [("Content-Type", type)]
    body = .file(path: path, size: size)
  }

  /// Says why there is no answer.
  init(_ refusal: Refusal) {
    self.init(
      refusal.status, type: "text/plain; charset=utf-8", Array((refusal.message + "\n").utf8))
    if let seconds = refusal.retryAfter { fields.append(("Retry-After", "\(seconds)")) }
  }

  /// The length of the body.
  var length: Int {
    switch body {
    case .bytes(let bytes): bytes.count
    case .file(_, let size): size
    }
  }

  /// What every answer says beside what it is about: nobody keeps it, guesses its kind, shows it in a page of theirs or learns
  /// where it came from.
  private static let always = [
    ("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// The policy of what sets none itself: nothing is loaded, run or framed.
  private static let closedPolicy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  /// The bytes before the body.
  func head(keepsConnection: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\n"
    for (name, value) in fields + Self.always { text += "\(name): \(value)\r\n" }
    if !fields.contains(where: { $0.name == Self.policy }) {
      text += "\(Self.policy): \(Self.closedPolicy)\r\n"
    }
    text += "Content-Length: \(length)\r\n"
    text += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
    return Array(text.utf8)
  }

  /// The field that says what a page may do.
  static let policy = "Content-Security-Policy"
}
