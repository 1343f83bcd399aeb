/// A symmetric matrix of up to three rows.
struct SymmetricForm {
  private var cells = [Double](repeating: 0, count: 9)

  mutating func set(_ row: Int, _ column: Int, _ value: Double) {
    cells[row * 3 + column] = value
    cells[column * 3 + row] = value
  }

  /// The unit eigenvector of the largest eigenvalue, its first number not negative; by Jacobi's rotations.
  func leadingVector(size: Int) -> [Double] {
    var form = cells
    var vectors: [Double] = [1, 0, 0, 0, 1, 0, 0, 0, 1]
    for _ in 0..<32 {
      for row in 0..<(size - 1) {
        for column in (row + 1)..<size where form[row * 3 + column] != 0 {
          Self.rotate(&form, &vectors, row, column)
        }
      }
    }
    var best = 0
    for index in 1..<size where form[index * 4] > form[best * 4] { best = index }
    let vector = (0..<size).map { vectors[$0 * 3 + best] }
    return vector[0] < 0 ? vector.map { -$0 } : vector
  }

  /// Turns two axes so that their mixed number becomes zero.
  private static func rotate(
    _ form: inout [Double], _ vectors: inout [Double], _ row: Int, _ column: Int
  ) {
    let mixed = form[row * 3 + column]
    let ratio = (form[column * 4] - form[row * 4]) / (2 * mixed)
    let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for index in 0..<3 {
      let (left, right) = (form[index * 3 + row], form[index * 3 + column])
      form[index * 3 + row] = cosine * left - sine * right
      form[index * 3 + column] = sine * left + cosine * right
    }
    for index in 0..<3 {
      let (left, right) = (form[row * 3 + index], form[column * 3 + index])
      form[row * 3 + index] = cosine * left - sine * right
      form[column * 3 + index] = sine * left + cosine * right
      let (first, second) = (vectors[index * 3 + row], vectors[index * 3 + column])
      vectors[index * 3 + row] = cosine * first - sine * second
      vectors[index * 3 + column] = sine * first + cosine * second
    }
  }
}
