import ArgumentParser
import MuseAccess
import MuseRuntime

struct KeyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the keys: what each is for, and whether it still counts.")

  @OptionGroup
  var options: KeyOptions

  func run() throws {
    let list = try options.doing { try $0.read() }
    let now = options.now
    switch options.format {
    case .json: Console.show(JSONValue.array(list.keys.map { .object($0.json(at: now)) }).text)
    case .text:
      for key in list.keys { Console.show("\(key.id)  \(key.standing(at: now).rawValue)  \(key.name): \(key.purpose)") }
    }
  }
}
