/// Why an XML text could not be read to its end.
struct XMLFault: Error {
  /// The rule of the diagnostic, such as `xml.doctype`.
  let rule: String
  /// What is wrong, and how to mend it.
  let message: String
  /// The byte at which it was noticed.
  let offset: Int
}
