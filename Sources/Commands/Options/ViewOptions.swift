import ArgumentParser
import Cartography
import EcosystemModel

/// What a map shows and how it looks.
struct ViewOptions: ParsableArguments {
  @OptionGroup(title: "What is shown") var content: ContentOptions
  @OptionGroup(title: "What it is about") var selection: SelectionOptions
  @OptionGroup(title: "How it is drawn") var encoding: EncodingOptions
  @OptionGroup(title: "How it is sorted") var axes: AxisOptions
  @OptionGroup(title: "How much is drawn") var reducing: ReductionOptions
  @OptionGroup(title: "Looks of the sheet") var branding: BrandOptions

  /// What the options ask for; what they leave open stays so.
  var request: ViewRequest {
    var request = ViewRequest()
    request.name = content.view
    request.conditions = selection.allConditions
    request.date = selection.asOf
    request.focus = ViewRequest.names(in: content.focus)
    request.steps = content.steps
    request.rollUp = content.rollUp
    request.community = content.community
    request.group = encoding.group
    (request.x, request.y) = (axes.x, axes.y)
    request.stages = axes.stageList
    request.highlights = content.highlight
    request.highlightsUnowned = content.highlightUnowned ? true : nil
    request.size = encoding.size
    request.colour = encoding.colour
    request.border = encoding.border
    request.width = encoding.width
    request.label = encoding.label
    request.layout = encoding.layout
    request.theme = branding.theme
    request.title = content.title
    request.limit = reducing.limit
    request.fit = reducing.fit
    request.showsAll = reducing.showAll ? true : nil
    request.groupsTwins = reducing.twins ? true : nil
    request.leaves = reducing.leaves
    request.backbone = reducing.backbone
    request.leastLinks = reducing.leastLinks ?? reducing.formerLeastLinks
    return request
  }

  /// The view of a dataset that the options ask for.
  ///
  /// - Parameters:
  ///   - saved: A saved view to complete; that of `--view` if `nil`.
  ///   - ecosystem: The dataset.
  /// - Returns: The view, with every choice made.
  /// - Throws: `ValidationError` for a choice that cannot be honoured.
  func resolved(_ saved: SavedView? = nil, in ecosystem: Ecosystem) throws -> ResolvedView {
    do throws(ViewFault) {
      guard let saved else { return try request.resolved(in: ecosystem) }
      return try request.completing(saved, in: ecosystem)
    } catch {
      throw error.reported()
    }
  }
}
