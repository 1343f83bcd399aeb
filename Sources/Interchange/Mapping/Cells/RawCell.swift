/// One cell as it stands in a file, before any meaning.
struct RawCell {
  /// How the file holds it.
  enum Sort { case text, number, date, flag }

  /// What it shows, without padding.
  var text: String
  var sort = Sort.text
  /// Whether the text stands in another cell, which is merged with this one.
  var isRepeated = false
}
