import EcosystemModel

extension LoadFindings: EntityAnswer {
  package var entityCells: EntityCells {
    let isInHours = unit == .hours
    return EntityCells(
      title: "load", meaning: isInHours ? "hours a month of all duties" : "number of seats",
      cells: people.map { person in
        let cell: FindingsTable.Cell =
          isInHours
          ? .number((person.hours * 100).rounded() / 100) : .integer(person.seats.count)
        return (EntityReference(person.person), cell)
      })
  }
}
