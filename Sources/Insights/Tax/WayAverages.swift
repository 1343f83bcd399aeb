/// The averages of what a decision costs, over all ways and over the same ways of which some cost something else.
struct WayAverages {
  private let costs: [TaxWays.Cost]
  private let days: SortedMean
  private let personHours: SortedMean

  /// Takes the cost of each way.
  init(_ costs: [TaxWays.Cost]) {
    self.costs = costs
    days = SortedMean(costs.compactMap(\.days))
    personHours = SortedMean(costs.compactMap(\.personHours))
  }

  /// The averages over all ways of which each is known.
  var average: TaxWays.Cost { average(with: []) }

  /// The averages if some ways, each named once, cost something else.
  func average(with changed: [(way: Int, cost: TaxWays.Cost)]) -> TaxWays.Cost {
    TaxWays.Cost(
      days: days.mean(
        without: changed.compactMap { costs[$0.way].days }, with: changed.compactMap(\.cost.days)),
      personHours: personHours.mean(
        without: changed.compactMap { costs[$0.way].personHours },
        with: changed.compactMap(\.cost.personHours)))
  }
}

/// The mean of numbers of which some are exchanged for others, digit by digit that of ``Spread``, which adds them up in ascending order.
struct SortedMean {
  private let sorted: [Double]
  /// The sum of the numbers before each place.
  private let sums: [Double]

  /// Takes the numbers.
  init(_ values: [Double]) {
    sorted = values.sorted()
    var sums = [0.0]
    for value in sorted { sums.append(sums[sums.count - 1] + value) }
    self.sums = sums
  }

  /// The mean without some of the numbers and with others; `nil` if none is left.
  ///
  /// - Complexity: O(numbers above the least that is exchanged).
  func mean(without gone: [Double], with new: [Double]) -> Double? {
    let count = sorted.count - gone.count + new.count
    guard count > 0 else { return nil }
    let (gone, new) = (gone.sorted(), new.sorted())
    let least = min(gone.first ?? .infinity, new.first ?? .infinity)
    var place = place(notBefore: least)
    var sum = sums[place]
    var (leaving, coming) = (0, 0)
    while place < sorted.count {
      let value = sorted[place]
      while coming < new.count, new[coming] <= value {
        sum += new[coming]
        coming += 1
      }
      if leaving < gone.count, gone[leaving] == value { leaving += 1 } else { sum += value }
      place += 1
    }
    for value in new[coming...] { sum += value }
    return sum / Double(count)
  }

  private func place(notBefore value: Double) -> Int {
    var (lower, upper) = (0, sorted.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if sorted[middle] < value { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
