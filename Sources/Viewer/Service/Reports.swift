/// What the page is told of a job.
struct JobReport: Encodable {
  let job: Int
  /// waiting, running, done, failed or cancelled.
  let state: String
  /// For how long it has been running.
  let seconds: Int
  /// What somebody would type to get the same.
  let equivalent: String
  /// Why it failed, or what the command said beside its answer.
  let messages: String
  /// Whether the data has errors.
  let hasErrors: Bool
  /// The name under which the result is saved.
  let file: String

  init(_ job: Job) {
    self.job = job.number
    equivalent = job.order.equivalent
    file = Results.name(of: job)
    var hasErrors = false
    var seconds = 0
    switch job.current {
    case .waiting: (state, messages) = ("waiting", "")
    case .running(let since):
      (state, messages) = ("running", "")
      seconds = Int(since.duration(to: .now).components.seconds)
    case .done(_, let withErrors):
      (state, messages) = ("done", job.messages())
      hasErrors = withErrors
    case .failed(let reason): (state, messages) = ("failed", reason)
    case .cancelled: (state, messages) = ("cancelled", "")
    }
    self.hasErrors = hasErrors
    self.seconds = seconds
  }
}

/// What the page is told of a dataset that is open.
struct DatasetReport: Encodable {
  let id: String
  let name: String
  let isGiven: Bool
  /// How many cells were changed on the page and not saved.
  let changes: Int
  /// Whether Save writes into the files.
  let isWritable: Bool
  let isFolder: Bool
  let files: [String]
  /// Differs whenever the data does.
  let revision: String
}

/// Results as files to show or to save.
enum Results {
  /// The response with what a job made.
  ///
  /// A page of a map runs in a place of its own: even a script that got into it would reach neither our page nor its cookie.
  static func response(for job: Job, _ name: String?) throws(Refusal) -> Response {
    guard case .done(let path, _) = job.current, let facts = Files.facts(of: path) else {
      throw Refusal(.conflict, "That is not finished.")
    }
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    let type = types[path.hasSuffix("/\(Job.answerFile)") ? "json" : ending]
    var response = Response(
      file: path, size: facts.size, type: type ?? "application/octet-stream")
    response.fields.append(
      (
        Response.policy,
        "sandbox allow-scripts allow-downloads allow-modals; frame-ancestors 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
      ))
    if name != nil {
      response.fields.append(
        (
          "Content-Disposition",
          "attachment; filename*=UTF-8''\(percentEncoded(Self.name(of: job)))"
        ))
    }
    return response
  }

  /// A file to save under its own name.
  static func download(_ path: String, size: Int) -> Response {
    let name = path.split(separator: "/").last.map(String.init) ?? "file"
    var response = Response(file: path, size: size, type: "application/octet-stream")
    response.fields.append(
      ("Content-Disposition", "attachment; filename*=UTF-8''\(percentEncoded(name))"))
    return response
  }

  /// The name under which a result is saved: as the command would call it.
  static func name(of job: Job) -> String {
    "\(job.order.stem).\(job.order.format ?? "json")"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
    "pdf": "application/pdf", "json": "application/json; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "dot": "text/plain; charset=utf-8", "yaml": "text/plain; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ]

  private static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == 45 || byte == 46 || byte == 95
      guard !isPlain else { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}
