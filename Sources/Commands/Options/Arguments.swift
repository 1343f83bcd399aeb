import ArgumentParser
package import EcosystemModel

// What the words of the command line are read as, each in one place.

extension CalendarDate {
  /// Reads 2020, 2020-06 or 2020-06-01.
  @Sendable static func argument(_ text: String) throws -> CalendarDate {
    if let date = CalendarDate(text) { return date }
    throw ValidationError("Write a day as 2020, 2020-06 or 2020-06-01.")
  }

  /// Refuses days that cannot be set beside each other.
  static func validate(compared days: [CalendarDate], with asOf: CalendarDate?) throws {
    guard days.isEmpty || days.count == 2 else {
      throw ValidationError("--compare needs two days, such as --compare 2019-05-01 2020-06-01.")
    }
    if !days.isEmpty, asOf != nil {
      throw ValidationError("--compare names its own days; leave --as-of out.")
    }
  }
}

extension Condition {
  /// Reads a condition.
  @Sendable static func argument(_ text: String) throws -> Condition {
    if let condition = Condition(text) { return condition }
    throw ValidationError(refusal(of: text))
  }
}

extension EntityReference.Kind: ExpressibleByArgument {}

/// How many rows of each table `--top` lets through.
enum RowLimit {
  /// Refuses numbers that mean nothing.
  static func validate(_ top: Int) throws {
    guard top >= 0 else { throw ValidationError("--top must not be negative; 0 writes all.") }
  }

  /// The limit of a question; `nil` for all.
  static func of(_ top: Int) -> Int? { top == 0 ? nil : top }
}

/// A name and a number that is not negative, such as investigates=4.
struct NamedNumber: ExpressibleByArgument {
  let name: String
  let number: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let number = Double(parts[1]), number >= 0, number.isFinite else {
      return nil
    }
    (name, self.number) = (parts[0], number)
  }
}

/// The weight of a role in meetings, such as chair=2.
struct RoleWeight: ExpressibleByArgument {
  let role: MembershipRole
  let weight: Double

  init?(argument: String) {
    guard let given = NamedNumber(argument: argument),
      let role = MembershipRole(rawValue: given.name)
    else { return nil }
    (self.role, weight) = (role, given.number)
  }
}

/// Names of columns with those that a list has for them, such as person="Maintainer Name",committee=Project.
struct ColumnNames: ExpressibleByArgument {
  let theirs: [String: String]

  init?(argument: String) {
    let pairs = argument.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
    guard !pairs.isEmpty, pairs.allSatisfy({ $0.count == 2 }) else { return nil }
    theirs = Dictionary(pairs.map { (String($0[0]), String($0[1])) }, uniquingKeysWith: { $1 })
  }
}
