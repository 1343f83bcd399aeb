import EcosystemModel

extension Vocabulary {
  static let decisions = [
    Entry(
      .decisions, Decision.column(\.matter),
      [
        "decision", "decision point", "decision topic", "decision item", "matter for decision",
        "decision type", "decision to be made", "decision area", "entscheidung",
        "entscheidungspunkt", "entscheidungsgegenstand", "beschluss", "beschlussgegenstand",
        "décision", "sujet de décision", "objet de la décision", "decisión", "asunto",
        "tema de decisión",
      ],
      plain: ["topic", "subject", "item", "what", "thema", "gegenstand", "sujet", "objet", "tema"]),
    Entry(
      .decisions, Decision.column(\.body),
      [
        "decided by", "decision maker", "decision body", "deciding body", "decides",
        "who decides", "decision forum", "decision authority", "final decision", "final approval",
        "decision taken by", "entscheider", "entscheidet", "entschieden durch",
        "entscheidungsgremium", "entscheidungsträger", "wer entscheidet", "décideur",
        "décidé par", "décide", "instance de décision", "organe de décision", "qui décide",
        "decidido por", "decide", "órgano de decisión", "quién decide",
      ], plain: committeeWords),
    Entry(
      .decisions, Decision.column(\.right),
      ["right", "decision right", "role in decision", "entscheidungsrecht", "rolle im entscheid"],
      plain: ["role", "rolle", "rôle", "rol", "part"]),
    Entry(.decisions, Decision.column(\.alliance), [], plain: alliancesWords),
    Entry(
      .decisions, Decision.column(\.stage), [],
      plain: [
        "stage", "phase", "lifecycle stage", "étape", "etapa", "fase", "project phase",
        "projektphase",
      ]),
    Entry(
      .decisions, Decision.column(\.step), ["order of approval", "approval step"],
      plain: ["step", "sequence", "order", "reihenfolge", "ordre", "orden"]),
    Entry(
      .decisions, Decision.column(\.days),
      ["days to decide", "time to decide", "decision time", "decision within"],
      plain: [
        "days", "time", "duration", "turnaround", "lead time", "deadline", "frist", "dauer",
        "délai", "durée", "plazo", "duración", "sla",
      ]),
    Entry(
      .decisions, Decision.column(\.owner), ["decision owner", "accountable"],
      plain: ["owner"] + owners),
    Entry(.decisions, Decision.column(\.validity.since), [], plain: starts),
    Entry(.decisions, Decision.column(\.validity.until), [], plain: ends),
    Entry(
      .decisions, Parts.approvers,
      [
        "prior approval", "prior approval from", "approval from", "approval needed from",
        "approval by", "approvals needed", "approved by", "approver", "approvers", "must approve",
        "needs approval of", "endorsed by", "agreed by", "genehmigt durch", "genehmigung durch",
        "zustimmung", "zustimmung von", "freigabe durch", "approbation", "approuvé par",
        "validé par", "approbation préalable", "aprobado por", "aprobación", "aprobación previa",
      ], plain: ["approval", "approvals", "endorsement", "genehmigung", "freigabe"]),
    Entry(
      .decisions, Parts.consulted,
      [
        "consulted", "to be consulted", "consults", "consultation", "advice from", "advised by",
        "recommended by", "konsultiert", "angehört", "anzuhören", "consulté", "consultés",
        "consultado", "consultados",
      ], plain: ["input", "input from", "recommends", "advises"]),
    Entry(
      .decisions, Parts.informed,
      [
        "informed", "to be informed", "inform", "informs", "notified", "informiert",
        "zu informieren", "informé", "informés", "informado", "informados",
      ], plain: ["information", "fyi"]),
  ]
}
