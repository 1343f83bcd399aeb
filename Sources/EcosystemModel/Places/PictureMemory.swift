/// Where everything stands on a picture that was drawn before: what a new picture may keep.
///
/// Lengths are in the picture's own unit, *x* to the right and *y* down; those of our own pictures are points of the sheet.
package struct PictureMemory: Hashable, Sendable, Codable {
  /// An upright rectangle.
  package struct Frame: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }
  }

  /// A box.
  package struct Box: Hashable, Sendable, Codable {
    /// The key it was drawn under, such as `company-astrazeneca`.
    package var key: String
    /// The name people read.
    package var name: String
    /// Where it stands.
    package var frame: Frame
    /// Everybody it stands for, such as `company:astrazeneca`; empty where the file does not say.
    package var members: [String]

    package init(key: String, name: String, frame: Frame, members: [String] = []) {
      (self.key, self.name, self.frame, self.members) = (key, name, frame, members)
    }
  }

  /// A line between two boxes, and its run.
  package struct Line: Hashable, Sendable, Codable {
    /// A chain of cubic curves: the coordinates of its control points in turn, and the tips of arrow heads.
    package struct Curve: Hashable, Sendable, Codable {
      package var points: [Double]
      package var startTip: [Double]?
      package var endTip: [Double]?

      package init(points: [Double], startTip: [Double]? = nil, endTip: [Double]? = nil) {
        (self.points, self.startTip, self.endTip) = (points, startTip, endTip)
      }
    }

    /// The keys of its boxes.
    package var from: String
    package var to: String
    /// Where it runs; empty where the file does not say.
    package var curves: [Curve]
    /// The coordinates of the corners of a line of right angles.
    package var corners: [Double]?

    package init(from: String, to: String, curves: [Curve] = [], corners: [Double]? = nil) {
      (self.from, self.to, self.curves, self.corners) = (from, to, curves, corners)
    }
  }

  /// A frame around boxes.
  package struct Group: Hashable, Sendable, Codable {
    package var key: String
    package var frame: Frame
    /// The middle of its title.
    package var label: [Double]?

    package init(key: String, frame: Frame, label: [Double]? = nil) {
      (self.key, self.frame, self.label) = (key, frame, label)
    }
  }

  /// The size of the sheet; `nil` in files of other programs, which have none.
  package var width: Double?
  package var height: Double?
  package var boxes: [Box]
  package var lines: [Line]
  package var groups: [Group]
  /// What was chosen for the picture; `nil` where the file does not say.
  package var recipe: PictureRecipe?

  package init(
    width: Double? = nil, height: Double? = nil, boxes: [Box] = [], lines: [Line] = [],
    groups: [Group] = [], recipe: PictureRecipe? = nil
  ) {
    (self.width, self.height, self.boxes, self.lines) = (width, height, boxes, lines)
    (self.groups, self.recipe) = (groups, recipe)
  }
}

extension PictureMemory.Frame: Codable {
  /// Reads four numbers.
  package init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    (x, y) = (try list.decode(Double.self), try list.decode(Double.self))
    (width, height) = (try list.decode(Double.self), try list.decode(Double.self))
  }

  /// Writes four numbers.
  package func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for number in [x, y, width, height] { try list.encode(number) }
  }
}
