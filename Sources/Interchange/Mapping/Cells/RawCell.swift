/// One cell as it stands in a file, before any meaning.
struct RawCell {
  /// How the file holds it.
  enum Sort { case text, number, date, flag }

  /// What it shows, without padding.
  var text: String
  var sort = Sort.text
  /// How far the text is moved to the right in its cell, in blanks.
  var indent = 0
  /// Whether the text stands in another cell, which is merged with this one.
  var isRepeated = false
}
