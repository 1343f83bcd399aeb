import EcosystemModel

extension Vocabulary {
  static let handoffs = [
    Entry(
      .handoffs, Handoff.column(\.from),
      [
        "giver", "sender", "handed over by", "sending function", "übergeber", "absender", "donneur",
        "emisor", "input from", "deliverer",
        "hands over", "wer gibt ab", "gibt ab", "wer übergibt", "übergibt", "who hands over",
        "who gives",
      ], plain: ["from", "source", "provider", "supplier", "von", "lieferant", "de", "origen"]),
    Entry(
      .handoffs, Handoff.column(\.to),
      [
        "receiver", "recipient", "taken over by", "receiving function", "empfänger", "übernehmer",
        "destinataire", "receptor",
        "destinatario", "output to", "taker", "takes over", "wer nimmt an", "nimmt an",
        "wer übernimmt", "übernimmt", "who receives", "who takes over",
      ], plain: ["to", "target", "an", "nach", "customer", "vers", "à", "destino"]),
    Entry(
      .handoffs, Parts.fromCompany,
      [
        "giver company", "from company", "sender company", "sending company", "von firma",
        "giving company", "absender firma", "from partner",
      ] + firms.map { "from \($0)" }),
    Entry(
      .handoffs, Parts.fromFunction,
      [
        "giver dept", "giver department", "giver function", "from dept", "from department",
        "from function", "sender function",
        "sender dept", "sender department", "von abteilung", "from team", "absender abteilung",
      ] + departments.map { "from \($0)" }),
    Entry(
      .handoffs, Parts.toCompany,
      [
        "receiver company", "to company", "recipient company", "receiving company", "an firma",
        "empfänger firma", "to partner",
      ] + firms.map { "to \($0)" }),
    Entry(
      .handoffs, Parts.toFunction,
      [
        "receiver dept", "receiver department", "receiver function", "to dept", "to department",
        "to function",
        "recipient function", "recipient dept", "recipient department", "an abteilung", "to team",
        "empfänger abteilung",
      ] + departments.map { "to \($0)" }),
    Entry(
      .handoffs, Handoff.column(\.what),
      [
        "deliverable", "handoff", "artefact", "artifact", "work product", "gegenstand",
        "liefergegenstand", "livrable", "entregable",
        "what is handed over", "handover item", "übergabegegenstand",
      ],
      plain: [
        "what", "item", "document", "output", "information", "was", "objet", "dokument", "package",
        "material", "ergebnis", "objeto", "documento", "résultat", "resultado", "lieferobjekt",
      ]),
    Entry(
      .handoffs, Handoff.column(\.stage), ["process step", "prozessschritt"],
      plain: ["stage", "phase", "step", "étape", "etapa", "fase", "milestone"]),
    Entry(
      .handoffs, Handoff.column(\.hours),
      [
        "lead time", "turnaround", "turnaround time", "cycle time", "elapsed", "elapsed time",
        "durchlaufzeit", "délai", "plazo", "tat", "transfer time",
      ],
      plain: [
        "duration", "hours", "dauer", "durée", "duración", "time taken", "wie lange", "how long",
      ]),
    Entry(
      .handoffs, Handoff.column(\.limitHours),
      ["sla", "max time", "target time", "délai max", "target lead time", "agreed time", "frist"],
      plain: ["limit", "maximum", "límite"]),
    Entry(
      .handoffs, Handoff.column(\.needs),
      ["depends on", "prerequisites", "voraussetzung", "prérequis", "requisitos"],
      plain: ["needs", "inputs"]),
    Entry(
      .handoffs, Handoff.column(\.owner), ["accountable", "accountable person"],
      plain: ["owner"] + owners),
    Entry(.handoffs, Handoff.column(\.alliance), alliancesWords),
    Entry(
      .handoffs, Handoff.column(\.perYear),
      [
        "per year", "times per year", "pro jahr", "number per year", "annual volume",
        "runs per year",
      ],
      plain: [
        "frequency", "how often", "volume", "häufigkeit", "fréquence", "frecuencia", "cadence",
        "turnus", "wie oft",
      ]),
    Entry(
      .handoffs, Handoff.column(\.channel), ["channel", "medium", "kanal", "canal"],
      plain: ["via", "system", "tool", "how"]),
    Entry(
      .handoffs, Parts.matter,
      [
        "case", "case id", "case concept name", "case number", "vorgang", "fall", "ticket",
        "fallnummer", "dossier", "caso", "numéro de dossier", "n° de dossier", "id de caso",
        "vorgangsnummer", "expediente", "ticket id", "process instance",
      ]),
    Entry(
      .handoffs, Parts.activity,
      [
        "activity", "concept name", "task", "event", "aktivität", "aktion", "activité", "actividad",
        "schritt", "arbeitsschritt", "vorgangsschritt", "tarea", "tâche", "aufgabe",
      ], plain: ["step", "action", "status"]),
    Entry(
      .handoffs, Parts.resource,
      [
        "resource", "org resource", "user", "performer", "actor", "bearbeiter", "ressource",
        "ressource humaine", "recurso", "usuario", "performed by", "done by", "handled by",
        "executed by", "completed by", "assignee", "assigned to", "agent", "erledigt von",
        "durchgeführt von", "bearbeitet von", "traité par", "effectué par", "réalisé par",
        "realizado por", "ejecutado por", "responsable",
      ], plain: ["who", "person", "owner", "by", "employee"]),
    Entry(
      .handoffs, Parts.time,
      [
        "timestamp", "time timestamp", "complete timestamp", "zeitstempel", "horodatage",
        "date time", "zeitpunkt", "time", "marca de tiempo", "completed at", "completed on",
        "finished at", "end time", "start time", "started at", "abgeschlossen am", "erledigt am",
        "beendet am", "terminé le", "effectué le", "finalizado el", "completado el",
      ],
      plain: [
        "date", "when", "completed", "finished", "started", "start", "end", "datum", "fecha",
        "heure", "hora", "ende",
      ]),
  ]
}
