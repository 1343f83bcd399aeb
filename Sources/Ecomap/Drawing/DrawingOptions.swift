public import Cartography
import EcosystemModel
public import GraphvizKit
public import Publishing

/// Who draws, how long layouts are searched for, and in whose looks.
public struct DrawingOptions: Sendable {
  /// Who lays out: this process, one layout at a time, unless told which program to start.
  public var layout = LayoutPool.inProcess
  /// How long to search for a layout with few crossings; the same map and effort always give the same layout.
  public var effort = LayoutEffort.normal
  /// The longest one layout may take; it holds where a program of its own lays out.
  public var timeLimit = Duration.seconds(60)
  /// The font, colours and logo of a company.
  public var brand: BrandBook?
  /// How lines are drawn on slides.
  public var lines = LineStyle.glued
  /// A presentation whose masters, layouts, fonts and slide size slides take over.
  public var template: SlideTemplate?
  /// The pictures whose places maps keep; those of the dataset's table `places` if `nil`.
  package var places: PlaceBook?
  /// Whether slides carry along what was asked for and what we wrote on them, so that they can be updated later.
  package var carriesMemory = true

  /// The options of the command where nothing is said.
  public init() {}

  /// The colours of a name, in the looks of the brand.
  func theme(_ name: ThemeName) throws(EcomapError) -> Theme {
    guard let brand else { return .named(name) }
    let reading = brand.reading(on: name)
    if let error = reading.diagnostics.first(where: { $0.severity == .error }) {
      throw EcomapError(.badTemplate, error.description)
    }
    return Theme.named(name).branded(with: reading.brand)
  }

  func publisher(asked: AskedSlides? = nil) -> MapPublisher {
    var publisher = MapPublisher(worker: layout.first, timeLimit: timeLimit)
    publisher.presentation = presentation(asked: asked)
    return publisher
  }

  func presentation(asked: AskedSlides?) -> PresentationOptions {
    var made = PresentationOptions(
      lines: lines, template: template?.bytes, carriesPlaces: carriesMemory)
    made.asked = carriesMemory ? asked?.text : nil
    return made
  }
}
