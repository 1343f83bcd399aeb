/// The three vectors among whose combinations an eigenvector is sought: values, residual, last step.
///
/// Every vector is kept together with its product with the matrix. Sums and changes share sweeps, of
/// which a turn needs four: vectors of many nodes have to come from memory each time.
struct RayleighSpace: ~Copyable {
  let values: Vector
  private let rest: Vector
  private let step: Vector

  /// A vector and its product with the matrix.
  struct Vector: ~Copyable {
    let at: Scratch<Double>
    let image: Scratch<Double>

    init(count: Int) {
      at = Scratch(repeating: 0, count: count)
      image = Scratch(repeating: 0, count: count)
    }
  }

  /// The lengths of values and step before they are made one, and the eigenvalue they promise.
  struct Lengths {
    let values: Double
    let step: Double
    let eigenvalue: Double
  }

  /// The length of the residual, and the product of it and the values, zero but for rounding.
  struct Rest {
    let length: Double
    let share: Double
  }

  init(count: Int) {
    values = Vector(count: count)
    rest = Vector(count: count)
    step = Vector(count: count)
  }

  /// Gives all nodes the same value.
  func start(_ matrix: borrowing GatherMatrix) throws(AlgorithmError) -> Lengths {
    values.at.fill(1)
    let sums = try matrix.sums { range in
      var total = 0.0
      for node in range {
        let image = matrix.gathered(values.at, at: node)
        values.image[node] = image
        total += image
      }
      return SIMD8(total, 0, 0, 0, 0, 0, 0, 0)
    }
    let count = Double(matrix.count)
    return Lengths(values: count.squareRoot(), step: 0, eigenvalue: sums[0] / count)
  }

  /// Makes values and step one long, and finds what is left of the values' product with the matrix.
  func findRest(
    _ lengths: Lengths, _ matrix: borrowing GatherMatrix
  ) throws(AlgorithmError) -> Rest {
    let factor = 1 / lengths.values
    let stepFactor = lengths.step > 0 ? 1 / lengths.step : 0
    let sums = try matrix.sums { range in
      var (square, share) = (0.0, 0.0)
      for node in range {
        let value = values.at[node] * factor
        let image = values.image[node] * factor
        values.at[node] = value
        values.image[node] = image
        step.at[node] *= stepFactor
        step.image[node] *= stepFactor
        let left = image - lengths.eigenvalue * value
        rest.at[node] = left
        square += left * left
        share += left * value
      }
      return SIMD8(square, share, 0, 0, 0, 0, 0, 0)
    }
    return Rest(length: sums[0].squareRoot(), share: sums[1])
  }

  /// Replaces the values by the best combination of the three, and the step by the way there.
  func climb(
    rest found: Rest, hasStep: Bool, _ matrix: borrowing GatherMatrix
  ) throws(AlgorithmError) -> Lengths {
    // What rounding has left of the values in a small residual would soon be all of it.
    let shares = try matrix.sums { range in
      var (ofValues, ofRest) = (0.0, 0.0)
      for node in range {
        let left = (rest.at[node] - found.share * values.at[node]) / found.length
        rest.at[node] = left
        ofValues += step.at[node] * values.at[node]
        ofRest += step.at[node] * left
      }
      return SIMD8(ofValues, ofRest, 0, 0, 0, 0, 0, 0)
    }
    let products = try multiplyRest(removing: shares, matrix)
    let stepLength = products[6].squareRoot()
    let useStep = hasStep && stepLength > 1e-8
    var form = SymmetricForm()
    form.set(0, 0, products[0])
    form.set(0, 1, products[1])
    form.set(1, 1, products[2])
    if useStep {
      form.set(0, 2, products[3] / stepLength)
      form.set(1, 2, products[4] / stepLength)
      form.set(2, 2, products[5] / products[6])
    }
    let share = form.leadingVector(size: useStep ? 3 : 2)
    return try combine(share[0], share[1], useStep ? share[2] / stepLength : 0, matrix)
  }

  /// Multiplies the residual and sets the step at right angles to it and the values.
  private func multiplyRest(
    removing shares: SIMD8<Double>, _ matrix: borrowing GatherMatrix
  ) throws(AlgorithmError) -> SIMD8<Double> {
    try matrix.sums { range in
      var (valuesValues, valuesRest, restRest) = (0.0, 0.0, 0.0)
      var (valuesStep, restStep, stepStep, square) = (0.0, 0.0, 0.0, 0.0)
      for node in range {
        let (value, valueImage) = (values.at[node], values.image[node])
        let left = rest.at[node]
        let leftImage = matrix.gathered(rest.at, at: node)
        rest.image[node] = leftImage
        let move = step.at[node] - shares[0] * value - shares[1] * left
        let moveImage = step.image[node] - shares[0] * valueImage - shares[1] * leftImage
        step.at[node] = move
        step.image[node] = moveImage
        valuesValues += value * valueImage
        valuesRest += value * leftImage
        restRest += left * leftImage
        valuesStep += value * moveImage
        restStep += left * moveImage
        stepStep += move * moveImage
        square += move * move
      }
      return SIMD8(
        valuesValues, valuesRest, restRest, valuesStep, restStep, stepStep, square, 0)
    }
  }

  private func combine(
    _ ofValues: Double, _ ofRest: Double, _ ofStep: Double, _ matrix: borrowing GatherMatrix
  ) throws(AlgorithmError) -> Lengths {
    let sums = try matrix.sums { range in
      var (square, product, stepSquare) = (0.0, 0.0, 0.0)
      for node in range {
        let move = ofRest * rest.at[node] + ofStep * step.at[node]
        let moveImage = ofRest * rest.image[node] + ofStep * step.image[node]
        let value = ofValues * values.at[node] + move
        let image = ofValues * values.image[node] + moveImage
        step.at[node] = move
        step.image[node] = moveImage
        values.at[node] = value
        values.image[node] = image
        square += value * value
        product += value * image
        stepSquare += move * move
      }
      return SIMD8(square, product, stepSquare, 0, 0, 0, 0, 0)
    }
    return Lengths(
      values: sums[0].squareRoot(), step: sums[2].squareRoot(), eigenvalue: sums[1] / sums[0])
  }
}
