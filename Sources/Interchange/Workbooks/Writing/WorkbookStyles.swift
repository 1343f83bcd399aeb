internal import CXLSXWriter
import EcosystemModel

/// The formats of a workbook on its way into a file, each made once, in the order of their first use.
@safe struct WorkbookStyles {
  /// What tells two formats apart.
  private struct Key: Hashable {
    var role: Workbook.Role
    var form: Workbook.NumberForm
    var isWrapped: Bool
    var isDate: Bool
  }

  private let libxlsxwriter: libxlsxwriter_functions
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [Key: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  private var textFormat: UnsafeMutablePointer<lxw_format>?

  init(of book: UnsafeMutablePointer<lxw_workbook>, _ libxlsxwriter: libxlsxwriter_functions) {
    unsafe self.book = unsafe book
    self.libxlsxwriter = libxlsxwriter
  }

  /// The format for a cell; `nil` where the workbook's own will do.
  mutating func format(for cell: Workbook.Cell) -> UnsafeMutablePointer<lxw_format>? {
    var key = Key(role: cell.role, form: .general, isWrapped: cell.isWrapped, isDate: false)
    switch cell.value {
    case .number: key.form = cell.form
    case .date: key.isDate = true
    case .empty, .text, .flag: break
    }
    if key == Key(role: .plain, form: .general, isWrapped: false, isDate: false) { return nil }
    if let format = unsafe formats[key] { return unsafe format }
    guard let format = unsafe libxlsxwriter.workbook_add_format(book) else { return nil }
    unsafe paint(format, key.role)
    if key.isWrapped { unsafe libxlsxwriter.format_set_text_wrap(format) }
    if key.isWrapped {
      unsafe libxlsxwriter.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if let code = key.isDate ? "yyyy-mm-dd" : Self.code(of: key.form) {
      unsafe libxlsxwriter.format_set_num_format(format, code)
    }
    unsafe formats[key] = unsafe format
    return unsafe format
  }

  /// The format in which whatever is typed stays text.
  var text: UnsafeMutablePointer<lxw_format>? {
    mutating get {
      if let textFormat = unsafe textFormat { return unsafe textFormat }
      guard let format = unsafe libxlsxwriter.workbook_add_format(book) else { return nil }
      unsafe libxlsxwriter.format_set_num_format(format, "@")
      unsafe textFormat = unsafe format
      return unsafe format
    }
  }

  private static func code(of form: Workbook.NumberForm) -> String? {
    switch form {
    case .general: nil
    case .decimals(let count): "0" + fraction(count)
    case .percent(let count): "0\(fraction(count))%"
    case .scientific: "0.0000E+00"
    }
  }

  private static func fraction(_ count: Int) -> String {
    count > 0 ? "." + String(repeating: "0", count: min(count, 15)) : ""
  }

  private func paint(_ format: UnsafeMutablePointer<lxw_format>, _ role: Workbook.Role) {
    switch role {
    case .plain: break
    case .header, .requiredHeader:
      unsafe libxlsxwriter.format_set_bold(format)
      unsafe libxlsxwriter.format_set_bg_color(format, role == .header ? 0xDDE7F0 : 0xB7CDE2)
      unsafe libxlsxwriter.format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .title:
      unsafe libxlsxwriter.format_set_bold(format)
      unsafe libxlsxwriter.format_set_font_size(format, 14)
    case .remark: unsafe libxlsxwriter.format_set_font_color(format, 0x595959)
    case .example:
      unsafe libxlsxwriter.format_set_italic(format)
      unsafe libxlsxwriter.format_set_font_color(format, 0x44546A)
    }
  }
}
