import Ecomap

/// The tutorial: reading, looking, asking, telling.
func tutorial(_ folder: String) throws(EcomapError) {
  // Read
  let dataset = try Dataset(at: folder)
  for finding in dataset.check() where finding.severity >= .warning {
    print(finding.location?.file ?? dataset.path, finding.message)
  }

  // Draw
  let map = try dataset.draw()
  print(map.title, map.reason ?? "", map.remarks)
  let slide = try map.bytes(as: .pptx)

  // Choose
  var view = try ViewRequest("people", on: "2020-06-01", where: ["company=AstraZeneca"])
  view.size = "betweenness"
  view.highlights = ["jdc"]
  let brokers = try dataset.draw(view).bytes(as: .png)

  // Ask
  let today = try dataset.on("2020-06-01")
  let load = try today.answer(LoadQuestion(), where: ["company=AstraZeneca"])
  for person in load.people where person.isOverloaded {
    print(person.name, person.hours, person.capacity ?? .nan)
  }
  let overlap = try today.answer(OverlapQuestion("JLT", "JDC"))
  let shared = overlap.pair?.shared ?? 0
  for table in overlap.tables { print(table.title, table.headings, table.rows.count) }
  let workbook = try overlap.bytes(as: .xlsx)
  let upset = try dataset.draw(overlap, as: "upset").bytes(as: .svg)

  // Tell
  var options = DrawingOptions()
  options.effort = .quick
  let deck = try dataset.deck(DeckRequest(per: .view), options)
  let presentation = try deck.presentation()
  let briefing = try dataset.report(ReportRequest(on: "enhertu"), options)
  let page = try briefing.files(as: .html)[0].bytes
  for file in [slide, brokers, workbook, upset, presentation, page] { print(file.count) }
  print(shared)
}
