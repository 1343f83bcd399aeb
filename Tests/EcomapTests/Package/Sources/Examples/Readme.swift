import Ecomap

/// The README: from a folder to a slide.
func readme(_ folder: String) throws(EcomapError) -> [UInt8] {
  let dataset = try Dataset(at: folder)
  for mistake in dataset.check() { print(mistake) }
  let overlap = try dataset.on("2020-06-01").answer(OverlapQuestion("JLT", "JDC"))
  print(overlap.sentences[0])
  return try dataset.draw(ViewRequest("governance", on: "2020-06-01")).bytes(as: .svg)
}
