public import Insights

extension OverlapFindings: PicturedFindings {
  /// A heatmap unless only one pair was asked about, and an UpSet picture.
  public var pictures: [FindingsPicture] {
    let hasMatrix = matrix.map { $0.bodies.count > 1 } ?? false
    return (hasMatrix ? [.heatmap] : []) + (combinations.bodies.isEmpty ? [] : [.upset])
  }

  /// The answer as a picture on its sheet.
  public func laidOut(_ picture: FindingsPicture, _ context: PictureContext) -> LaidOutDiagram? {
    guard pictures.contains(picture) else { return nil }
    if picture == .heatmap, let matrix {
      return OverlapHeatmap(findings: self, matrix: matrix, context: context).laidOut()
    }
    return OverlapUpSet(findings: self, context: context).laidOut()
  }
}

extension LoadFindings: PicturedFindings {
  /// Bars, one for each person.
  public var pictures: [FindingsPicture] { heaviest.isEmpty ? [] : [.bars] }

  /// The answer as a picture on its sheet.
  public func laidOut(_ picture: FindingsPicture, _ context: PictureContext) -> LaidOutDiagram? {
    pictures.contains(picture) ? LoadBars(findings: self, context: context).laidOut() : nil
  }
}

extension Escalation: PicturedFindings {
  /// Bars of days, one for each way up.
  public var pictures: [FindingsPicture] { paths.isEmpty ? [] : [.days] }

  /// The answer as a picture on its sheet.
  public func laidOut(_ picture: FindingsPicture, _ context: PictureContext) -> LaidOutDiagram? {
    pictures.contains(picture) ? EscalationDays(findings: self, context: context).laidOut() : nil
  }
}

extension EscalationComparison: PicturedFindings {
  /// Two bars of days for each way up.
  public var pictures: [FindingsPicture] { pairs.isEmpty ? [] : [.days] }

  /// The answer as a picture on its sheet.
  public func laidOut(_ picture: FindingsPicture, _ context: PictureContext) -> LaidOutDiagram? {
    pictures.contains(picture)
      ? EscalationBeforeAfter(findings: self, context: context).laidOut() : nil
  }
}

extension HandoffReview: PicturedFindings {
  /// Swimlanes, and the working hours around the clock where any are known.
  public var pictures: [FindingsPicture] {
    (flows.isEmpty ? [] : [.lanes]) + (coverage.isEmpty ? [] : [.coverage])
  }

  /// The answer as a picture on its sheet.
  public func laidOut(_ picture: FindingsPicture, _ context: PictureContext) -> LaidOutDiagram? {
    guard pictures.contains(picture) else { return nil }
    if picture == .coverage, let group = coverage.first {
      return CoverageClock(group: group, review: self, context: context).laidOut()
    }
    return HandoffLanes(findings: self, context: context).laidOut()
  }
}

extension HandoffPaths: PicturedFindings {
  /// The ways, one below the other.
  public var pictures: [FindingsPicture] { paths.isEmpty ? [] : [.ways] }

  /// The answer as a picture on its sheet.
  public func laidOut(_ picture: FindingsPicture, _ context: PictureContext) -> LaidOutDiagram? {
    pictures.contains(picture) ? HandoffWays(findings: self, context: context).laidOut() : nil
  }
}

extension Navigator: PicturedFindings {
  /// The introductions, one below the other, where somebody wants to be introduced.
  public var pictures: [FindingsPicture] { introductions.isEmpty ? [] : [.ways] }

  /// The answer as a picture on its sheet.
  public func laidOut(_ picture: FindingsPicture, _ context: PictureContext) -> LaidOutDiagram? {
    pictures.contains(picture) ? IntroductionWays(findings: self, context: context).laidOut() : nil
  }
}

extension Firewall: PicturedFindings {
  /// The two sides of each wall.
  public var pictures: [FindingsPicture] { pairs.isEmpty ? [] : [.walls] }

  /// The answer as a picture on its sheet.
  public func laidOut(_ picture: FindingsPicture, _ context: PictureContext) -> LaidOutDiagram? {
    pictures.contains(picture) ? FirewallSides(findings: self, context: context).laidOut() : nil
  }
}

extension PeerMatrix: PicturedFindings {
  /// Two partners beside each other.
  public var pictures: [FindingsPicture] { [.peers] }

  /// The answer as a picture on its sheet.
  public func laidOut(_ picture: FindingsPicture, _ context: PictureContext) -> LaidOutDiagram? {
    pictures.contains(picture) ? PeerSides(findings: self, context: context).laidOut() : nil
  }
}
