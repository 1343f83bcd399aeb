import Cartography
import EcosystemModel
import Insights
import Interchange
import Publishing

extension ReviewDesk {
  /// Asks what changed since another state.
  ///
  /// - Throws: ``EcomapError`` where the document stands for no day, though one of it is named.
  func ask(
    aboutChangesSince state: DatasetState, _ question: inout ReviewQuestion
  ) throws(EcomapError) {
    guard state.dataset != nil || snapshot.date != nil else {
      throw EcomapError(
        .badRequest,
        "Changes since a day end on some day; name the one that everything stands for, too.")
    }
    var before = state
    if state.dataset != nil { before.day = snapshot.date }
    let comparison = try (state.dataset ?? dataset).comparison(
      on: before.day, with: state.dataset == nil ? nil : dataset, on: snapshot.date,
      meeting: snapshot.filter.conditions)
    var request = ViewRequest()
    request.date = snapshot.date
    request.conditions = snapshot.filter.conditions
    let view = try dataset.changeMap(request, since: [before])
    guard case .map(var map) = view.drawing else { return }
    map.style.theme = theme
    question.change = .init(comparison, map: .map(map, view.snapshot))
  }
}
