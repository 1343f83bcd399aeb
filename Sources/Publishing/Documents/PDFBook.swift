import CQPDF
import Containers

/// Joins pages to one document with bookmarks.
///
/// The only code of this room that sees a pointer of qpdf. The same pages give the same bytes.
package struct PDFBook {
  /// A mark in the reader's list of contents.
  struct Bookmark: Hashable, Sendable {
    var title: String
    /// The page, from 0.
    var page: Int
  }

  var title: String
  var bookmarks: [Bookmark]

  /// The functions of the library, which is opened with the first document.
  private static let opened = unsafe libqpdf_opened()?.pointee

  /// Whether documents can be written on this machine.
  package static var isPossible: Bool { opened != nil }

  /// The bytes of one document with the pages of all, in their order.
  ///
  /// - Throws: ``PublishingError`` where qpdf cannot read a page.
  func joined(_ documents: [[UInt8]]) throws(PublishingError) -> [UInt8] {
    guard let libqpdf = Self.opened else {
      throw PublishingError(
        .packingFailed,
        "PDF documents need \(DelayedLibrary.pages.isMissing).")
    }
    // qpdf reads the content of a page when the whole is written, so that all have to stay until then.
    var sources: [qpdf_data?] = unsafe []
    var storage: [UnsafeMutableBufferPointer<CChar>] = unsafe []
    guard let book = unsafe libqpdf.qpdf_init() else {
      throw PublishingError(.packingFailed, "The pages cannot be joined: qpdf does not start.")
    }
    var whole: qpdf_data? = unsafe book
    defer {
      unsafe libqpdf.qpdf_cleanup(&whole)
      for position in 0..<(unsafe sources.count) { unsafe libqpdf.qpdf_cleanup(&sources[position]) }
      unsafe storage.forEach { unsafe $0.deallocate() }
    }
    unsafe libqpdf.qpdf_silence_errors(book)
    _ = unsafe libqpdf.qpdf_empty_pdf(book)
    for document in documents {
      let buffer = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(document.count, 1))
      _ = unsafe buffer.initialize(fromContentsOf: document.map { CChar(bitPattern: $0) })
      unsafe storage.append(buffer)
      guard let source = unsafe libqpdf.qpdf_init() else {
        throw PublishingError(.packingFailed, "The pages cannot be joined: qpdf does not start.")
      }
      unsafe sources.append(source)
      unsafe libqpdf.qpdf_silence_errors(source)
      _ = unsafe libqpdf.qpdf_read_memory(
        source, "page", buffer.baseAddress, UInt64(document.count), nil)
      let count = unsafe libqpdf.qpdf_get_num_pages(source)
      guard count > 0 else { throw unsafe Self.failure(source, libqpdf) }
      for number in 0..<count {
        let page = unsafe libqpdf.qpdf_get_page_n(source, Int(number))
        _ = unsafe libqpdf.qpdf_add_page(book, source, page, 0)
      }
    }
    unsafe addProperties(to: book, libqpdf)
    unsafe addBookmarks(to: book, libqpdf)
    _ = unsafe libqpdf.qpdf_init_write_memory(book)
    unsafe libqpdf.qpdf_set_deterministic_ID(book, 1)
    unsafe libqpdf.qpdf_set_object_stream_mode(book, qpdf_o_generate)
    _ = unsafe libqpdf.qpdf_write(book)
    guard unsafe libqpdf.qpdf_has_error(book) == 0, let start = unsafe libqpdf.qpdf_get_buffer(book)
    else {
      throw unsafe Self.failure(book, libqpdf)
    }
    return unsafe Array(
      UnsafeBufferPointer(start: start, count: libqpdf.qpdf_get_buffer_length(book)))
  }

  private func addProperties(to book: qpdf_data, _ libqpdf: libqpdf_functions) {
    let info = unsafe libqpdf.qpdf_oh_new_dictionary(book)
    unsafe libqpdf.qpdf_oh_replace_key(
      book, info, "/Title", libqpdf.qpdf_oh_new_unicode_string(book, title))
    unsafe libqpdf.qpdf_oh_replace_key(
      book, info, "/Creator", libqpdf.qpdf_oh_new_unicode_string(book, Program.title))
    unsafe libqpdf.qpdf_oh_replace_key(
      book, libqpdf.qpdf_get_root(book), "/Lang", libqpdf.qpdf_oh_new_unicode_string(book, "en"))
    unsafe libqpdf.qpdf_oh_replace_key(
      book, libqpdf.qpdf_get_trailer(book), "/Info", libqpdf.qpdf_make_indirect_object(book, info))
  }

  /// The marks as a chain of dictionaries, PDF 1.7 §12.3.3.
  private func addBookmarks(to book: qpdf_data, _ libqpdf: libqpdf_functions) {
    let pages = unsafe Int(libqpdf.qpdf_get_num_pages(book))
    let marks = bookmarks.filter { (0..<pages).contains($0.page) }
    guard !marks.isEmpty else { return }
    func dictionary() -> qpdf_oh {
      unsafe libqpdf.qpdf_make_indirect_object(book, libqpdf.qpdf_oh_new_dictionary(book))
    }
    let list = dictionary()
    let items = marks.map { _ in dictionary() }
    for (position, mark) in marks.enumerated() {
      let item = items[position]
      let place = unsafe libqpdf.qpdf_oh_new_array(book)
      unsafe libqpdf.qpdf_oh_append_item(book, place, libqpdf.qpdf_get_page_n(book, mark.page))
      unsafe libqpdf.qpdf_oh_append_item(book, place, libqpdf.qpdf_oh_new_name(book, "/Fit"))
      unsafe libqpdf.qpdf_oh_replace_key(
        book, item, "/Title", libqpdf.qpdf_oh_new_unicode_string(book, mark.title))
      unsafe libqpdf.qpdf_oh_replace_key(book, item, "/Parent", list)
      unsafe libqpdf.qpdf_oh_replace_key(book, item, "/Dest", place)
      if position > 0 {
        unsafe libqpdf.qpdf_oh_replace_key(book, item, "/Prev", items[position - 1])
      }
      if position + 1 < items.count {
        unsafe libqpdf.qpdf_oh_replace_key(book, item, "/Next", items[position + 1])
      }
    }
    unsafe libqpdf.qpdf_oh_replace_key(book, list, "/First", items[0])
    unsafe libqpdf.qpdf_oh_replace_key(book, list, "/Last", items[items.count - 1])
    unsafe libqpdf.qpdf_oh_replace_key(
      book, list, "/Count", libqpdf.qpdf_oh_new_integer(book, Int64(items.count)))
    unsafe libqpdf.qpdf_oh_replace_key(book, libqpdf.qpdf_get_root(book), "/Outlines", list)
  }

  private static func failure(
    _ document: qpdf_data, _ libqpdf: libqpdf_functions
  ) -> PublishingError {
    var reason = "a page cannot be read"
    if unsafe libqpdf.qpdf_has_error(document) != 0,
      let error = unsafe libqpdf.qpdf_get_error(document),
      let words = unsafe libqpdf.qpdf_get_error_message_detail(document, error)
    {
      reason = unsafe String(cString: words)
    }
    return PublishingError(.packingFailed, "The pages cannot be joined: \(reason).")
  }
}
