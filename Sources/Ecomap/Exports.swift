// What the front door shows of the rooms behind it: `import Ecomap` is enough.
@_exported public import Cartography
@_exported public import EcosystemModel
@_exported public import GraphvizKit
@_exported public import Insights
@_exported public import Interchange
@_exported public import Publishing
