package import EcosystemModel

extension Dataset {
  /// A copy of the dataset as a workbook in which the cells that messages are about have colours and remarks, and a last
  /// sheet lists all messages, cause by cause, with links to the cells.
  ///
  /// A workbook is copied part by part: everything in it stays as it is, byte for byte, but for the cells that get a colour.
  /// Of other datasets each table, or file, becomes a sheet. The copy can be corrected, read and checked again: the messages
  /// are left out then, and marks of an earlier check go.
  ///
  /// - Returns: The bytes of the workbook.
  /// - Throws: ``ReadError`` where the dataset is a workbook that can no longer be read, or holds macros;
  ///   ``WriteError`` where a table is larger than a sheet may be.
  /// - Complexity: O(size of the dataset).
  package func annotated(with diagnostics: [Diagnostic]) throws -> [UInt8] {
    if case .dataset(.xlsx) = try? FileFormat(reading: path) {
      return try WorkbookAnnotation(diagnostics).copy(
        of: try FileAccess.bytes(of: path), file: path)
    }
    let tables = AnnotationTables(self)
    return try WorkbookAnnotation(diagnostics, places: tables.places(of: diagnostics)).copy(
      of: try tables.workbook.bytes(), file: path)
  }

  /// Whether a file is such a copy, whose messages can be written anew.
  package static func isAnnotatedCopy(at path: String) -> Bool {
    guard let bytes = try? FileAccess.bytes(of: path),
      let workbook = try? WorkbookFile.open(bytes, file: path)
    else { return false }
    return workbook.entries.contains { MessageSheet.isOurs($0.name) }
  }
}
