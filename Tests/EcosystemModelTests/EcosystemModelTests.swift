import Testing

@testable import EcosystemModel
