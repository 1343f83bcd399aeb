// Its headers include the system's, whose types the compiler may then count as its own.
internal import CGraphviz
import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Pictures as files, since Graphviz reads them from nothing else; they go with this object.
struct ImageFolder: ~Copyable {
  let path: String
  private let files: [String]

  private init(path: String, files: [String]) {
    self.path = path
    self.files = files
  }

  /// Writes pictures into a folder of their own.
  ///
  /// - Throws: ``GraphvizError`` with code `renderFailed`.
  static func holding(_ images: [LayoutImage]) throws(GraphvizError) -> ImageFolder {
    let path = try made()
    let folder = ImageFolder(path: path, files: images.map { "\(path)/\($0.name)" })
    for image in images {
      guard !image.name.contains("/"), write(image.bytes, to: "\(path)/\(image.name)") else {
        throw failure(path)
      }
    }
    return folder
  }

  /// Graphviz keeps every picture under its path, so that all requests have the same one.
  private static let last = Mutex<String?>(nil)

  private static func made() throws(GraphvizError) -> String {
    try last.withLock { (last) throws(GraphvizError) in
      if let last, mkdir(last, 0o700) == 0 { return last }
      let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
      var template = Array("\(parent)/ecomap-pictures-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { throw failure(parent) }
      let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      last = path
      return path
    }
  }

  /// Removes what another thread of a process that ends now has left.
  static func removeLast() {
    guard let path = last.withLock({ $0 }), let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      unlink("\(path)/\(name)")
    }
    closedir(folder)
    rmdir(path)
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = FileDescriptor(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600))
    else { return false }
    return file.write(bytes)
  }

  deinit {
    for file in files { unlink(file) }
    rmdir(path)
  }

  private static func failure(_ folder: String) -> GraphvizError {
    GraphvizError(
      code: .renderFailed,
      message: "A picture for the drawing could not be written to \(folder); make room there, or "
        + "name another folder in TMPDIR.")
  }
}
