/// All rules that `check` applies.
package enum InspectionCatalog {
  /// Every rule once, in the order in which they are applied: names, chains, dates, values, ties, seats, governance, decisions.
  package static let all: [any Inspection] = [
    UntidyNames(), PlaceholderNames(), SimilarCompanyNames(), SimilarPersonNames(),
    SimilarEntityNames(), SimilarIDs(), SimilarWords(),
    CompanyOwnershipLoops(), FunctionHierarchyLoops(), CommitteeEscalationLoops(),
    ReportingLineLoops(),
    ReversedDates(), SeatsOutsideCommitteeDates(), SeatsOutsideEmployment(),
    SeatsOfPeopleWhoLeft(), DutiesOfPeopleWhoLeft(),
    UnknownTimeZones(), NumbersOutOfRange(), UnusableWeights(), AssumedCells(),
    HandoffsToOneself(), OwnerlessHandoffs(), RelationshipsWithOneself(), ConflictsWithOneself(),
    ConflictSubjects(),
    ForeignParentFunctions(), ForeignFunctions(), PeopleWithoutCompany(), IsolatedCompanies(),
    TooFewPartners(), UnseatedPartners(), ForeignManagers(),
    MissingMembers(), MissingChairs(), SeveralChairs(), LostCoChairs(), ObserverInTheChair(),
    DuplicateSeats(),
    SeveralRoles(), SeatsForOutsiders(), MissingCadence(), UnreachableQuorum(),
    MissingCharterDates(), UnequalVotes(), FragileQuorum(), SamePersonOnTwoLayers(),
    ParentsInOtherAlliances(), FinalDeciders(), EscalationDesignees(),
    UndecidedMatters(), MattersDecidedTwice(), SeveralDecisionRights(), ForeignDecisionBodies(),
  ]
}
