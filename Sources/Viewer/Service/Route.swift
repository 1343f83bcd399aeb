/// What a request is for.
enum Route: Equatable {
  case page
  case part(String)
  case commands
  case state
  case upload(into: String?)
  case forget(String)
  case cells(String)
  case undo(String)
  case keep(String)
  case file(String)
  case order
  case job(Int)
  case cancel(Int)
  case result(Int)

  /// Takes a path; `nil` if nothing is there.
  init?(_ head: RequestHead) {
    let words = head.path.split(separator: "/").map(String.init)
    switch words.count {
    case 0: self = .page
    case 1 where PageFiles.parts.keys.contains(words[0]): self = .part(words[0])
    case 2 where words == ["api", "commands"]: self = .commands
    case 2 where words == ["api", "state"]: self = .state
    case 2 where words == ["api", "datasets"]: self = .upload(into: nil)
    case 2 where words == ["api", "jobs"]: self = .order
    case 4 where words[0] == "api" && words[1] == "datasets" && words[3] == "files":
      self = .upload(into: words[2])
    case 4 where words[0] == "api" && words[1] == "datasets":
      switch words[3] {
      case "forget": self = .forget(words[2])
      case "cells": self = .cells(words[2])
      case "undo": self = .undo(words[2])
      case "keep": self = .keep(words[2])
      case "file": self = .file(words[2])
      default: return nil
      }
    case 3 where words[0] == "api" && words[1] == "jobs":
      guard let number = Int(words[2]) else { return nil }
      self = .job(number)
    case 4 where words[0] == "api" && words[1] == "jobs":
      guard let number = Int(words[2]) else { return nil }
      switch words[3] {
      case "cancel": self = .cancel(number)
      case "result": self = .result(number)
      default: return nil
      }
    default: return nil
    }
  }

  /// How it is done.
  var method: String {
    switch self {
    case .upload, .forget, .cells, .undo, .keep, .order, .cancel: "POST"
    default: "GET"
    }
  }

  /// The path for a log, without what is somebody's.
  var pattern: String {
    switch self {
    case .page: "/"
    case .part(let name): "/\(name)"
    case .commands: "/api/commands"
    case .state: "/api/state"
    case .upload: "/api/datasets"
    case .forget: "/api/datasets/forget"
    case .cells: "/api/datasets/cells"
    case .undo: "/api/datasets/undo"
    case .keep: "/api/datasets/keep"
    case .file: "/api/datasets/file"
    case .order: "/api/jobs"
    case .job: "/api/jobs/n"
    case .cancel: "/api/jobs/n/cancel"
    case .result: "/api/jobs/n/result"
    }
  }
}
