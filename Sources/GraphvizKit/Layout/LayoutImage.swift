/// A picture that nodes of a graph show: their attribute `image` is its name.
package struct LayoutImage: Sendable, Hashable {
  /// A file's name without a folder, whose ending tells the format; never the same for two different pictures.
  package var name: String
  /// The content of a PNG or JPEG file.
  package var bytes: [UInt8]

  /// Names a picture.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
