import Containers

/// Why a file is not read as a workbook, and what the user can do.
enum WorkbookRefusal {
  /// What files of the older Office formats, and encrypted ones of the newer, begin with.
  static let compoundFileMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// An encrypted workbook, or one of Excel 97 to 2003.
  static func compoundFile(_ bytes: [UInt8], file: String) -> ReadError {
    let mark = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    guard !holds(bytes, mark) else {
      return ReadError(
        .unsupportedFormat,
        "\"\(file)\" is protected by a password; open it in Excel, clear the password under "
          + "File, Info, Protect Workbook, Encrypt with Password, and save it again.")
    }
    return ReadError(
      .unsupportedFormat,
      "\"\(file)\" has the format of Excel 97 to 2003 (.xls); open it in Excel and save it as "
        + "\"Excel Workbook (.xlsx)\".")
  }

  private static func holds(_ bytes: [UInt8], _ mark: [UInt8]) -> Bool {
    guard bytes.count >= mark.count else { return false }
    // Names in the directory of a compound file stand at multiples of 128 bytes.
    return stride(from: 0, through: bytes.count - mark.count, by: 128).contains {
      bytes[$0..<($0 + mark.count)].elementsEqual(mark)
    }
  }

  /// What a zip archive is where it is another kind of document.
  static func otherKind(_ names: [String], file: String) -> ReadError? {
    let kind: String? =
      if names.contains("xl/workbook.bin"), !names.contains("xl/workbook.xml") {
        "a binary workbook (.xlsb)"
      } else if names.contains("[Content_Types].xml") {
        nil
      } else if names.first == "mimetype" || names.contains("content.xml") {
        "an OpenDocument file (.ods)"
      } else if names.contains(where: { $0.hasSuffix(".iwa") }) {
        "a document of Numbers"
      } else {
        nil
      }
    return kind.map {
      ReadError(
        .unsupportedFormat,
        "\"\(file)\" is \($0), which is not read; save it as \"Excel Workbook (.xlsx)\".")
    }
  }

  static func externalLinks(_ file: String) -> ReadError {
    ReadError(
      .refused,
      "\"\(file)\" takes values from other workbooks, which are not read; in Excel choose "
        + "Data, Edit Links, Break Link for each of them, and save it again.")
  }

  static func noWorkbook(_ file: String, _ reason: String) -> ReadError {
    ReadError(
      .unreadable,
      "\"\(file)\" cannot be read as a workbook: \(reason). "
        + "Open it in Excel and save it again as \"Excel Workbook (.xlsx)\".")
  }

  /// What an archive's fault means for the user.
  static func error(_ fault: ZipFault, file: String) -> ReadError {
    switch fault {
    case .noLibrary:
      ReadError(
        .unreadable,
        "\"\(file)\" cannot be opened without \(DelayedLibrary.zip.isMissing), "
          + "or save the sheets as CSV UTF-8 into a folder.")
    case .noArchive, .damaged, .notPacked: noWorkbook(file, fault.reason)
    case .encrypted:
      ReadError(
        .unsupportedFormat,
        "\"\(file)\" is encrypted; remove the password and save it again.")
    case .tooManyEntries(let count):
      ReadError(
        .refused,
        "\"\(file)\" holds \(count) parts, and no workbook needs so many; it is not opened.")
    case .tooLarge:
      ReadError(
        .refused,
        "\"\(file)\" unpacks to more than 320 MiB, the most a workbook may; "
          + "split it, or save the sheets as CSV UTF-8 into a folder.")
    case .suspicious(let part):
      ReadError(
        .refused,
        "\"\(file)\" unpacks its part \"\(part)\" to hundreds of times its size, as files do that "
          + "are made to fill the memory; it is not opened. If it is yours, save it again in Excel, "
          + "or save the sheets as CSV UTF-8.")
    }
  }
}
