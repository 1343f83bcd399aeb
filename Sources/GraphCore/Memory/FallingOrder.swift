/// The places of numbers from the largest to the smallest, equal ones in order; by counting.
///
/// - Precondition: No number is negative, and the largest is not far above their count.
func fallingOrder(of numbers: [Int32]) -> [Int32] {
  let most = Int(numbers.max() ?? 0)
  var starts = [Int](repeating: 0, count: most + 2)
  for number in numbers { starts[most - Int(number) + 1] += 1 }
  for index in 0...most { starts[index + 1] += starts[index] }
  var order = [Int32](repeating: 0, count: numbers.count)
  for (place, number) in numbers.enumerated() {
    let index = most - Int(number)
    order[starts[index]] = Int32(truncatingIfNeeded: place)
    starts[index] += 1
  }
  return order
}
