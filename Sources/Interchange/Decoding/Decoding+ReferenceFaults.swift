import EcosystemModel

extension Decoding {
  mutating func reportAmbiguous(
    _ text: String, candidates: [(kind: EntityReference.Kind, position: Int)]
  ) {
    let isOfOneKind = Set(candidates.map(\.kind)).count == 1
    let ids = candidates.compactMap { kind, position -> String? in
      let index = indices[kind]
      let id = index.entries[position].id
      return isOfOneKind && index.isStated(id: id) ? id : "\(kind.rawValue):\(id)"
    }
    let shown = ids.prefix(5).map { "\"\($0)\"" } + (ids.count > 5 ? ["\(ids.count - 5) more"] : [])
    report(
      .error, "reference.ambiguous",
      "\"\(text)\" could be \(Array(shown).spokenList(last: "or")); write the id that is meant")
  }

  mutating func reportUnknown(_ text: String, kinds: [EntityReference.Kind]) {
    let typed = EntityReference(text).flatMap { kinds.contains($0.kind) ? $0 : nil }
    let name = typed?.rawID ?? text
    let searched = typed.map { [$0.kind] } ?? kinds
    for kind in searched {
      guard let place = indices[kind].leftOut[name] else { continue }
      report(
        .error, "reference.left-out",
        "the \(kind.rawValue) \"\(name)\" was left out because of an error in its row (\(place))")
      return
    }
    let candidates = searched.compactMap { indices[$0].suggestions() }
    let nearest = suggestion.nearest(to: name, among: candidates.lazy.joined())
    unknown.add(name, kinds: searched, nearest: nearest, at: location)
    let what = searched.count == 1 ? searched[0].rawValue : "name"
    let tables = searched.map(\.table.rawValue).spokenList(last: "or")
    let hint =
      nearest.map { "did you mean \"\($0)\"?" }
      ?? "add it to the table \(searched.count == 1 ? tables : "it belongs to (\(tables))")"
    report(.error, "reference.unknown", "unknown \(what) \"\(name)\"; \(hint)")
  }
}
