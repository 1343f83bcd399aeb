internal import CGraphviz

/// The fonts that the plugins of Graphviz find on this machine.
package struct InstalledFonts {
  private let library: libfontconfig_functions
  private let fonts: UnsafeBufferPointer<OpaquePointer>

  /// Asks Fontconfig, which reads the folders of fonts if no one has yet.
  ///
  /// - Returns: `nil` where there is no Fontconfig, as on a Mac whose Graphviz draws with the system's own fonts.
  package init?() {
    guard let library = libfontconfig_opened()?.pointee, let config = library.FcConfigGetCurrent()
    else { return nil }
    self.library = library
    // 0 are the fonts of the machine; what a program adds for itself would be 1.
    let set = library.FcConfigGetFonts(config, 0)?.pointee
    fonts = UnsafeBufferPointer(start: set?.fonts, count: Int(set?.nfont ?? 0))
  }

  /// Whether there is a font of this family, under any of its names; case does not matter.
  package func contains(family: String) -> Bool {
    let wanted = family.lowercased()
    return fonts.contains { font in
      var position: Int32 = 0
      var name: UnsafeMutablePointer<UInt8>?
      while library.FcPatternGetString(font, "family", position, &name) == 0, let found = name {
        if String(cString: found).lowercased() == wanted { return true }
        position += 1
      }
      return false
    }
  }

  /// The characters that no font here can draw, in ascending order.
  package func missing(from characters: Set<Unicode.Scalar>) -> [Unicode.Scalar] {
    var missing = characters
    for font in fonts where !missing.isEmpty {
      var drawn: OpaquePointer?
      guard library.FcPatternGetCharSet(font, "charset", 0, &drawn) == 0, let drawn else {
        continue
      }
      missing = missing.filter { library.FcCharSetHasChar(drawn, $0.value) == 0 }
    }
    return missing.sorted()
  }
}
