import Configuration
import MuseSource

/// Reads settings from all their sources, by the catalogue.
///
/// ```swift
/// let reading = SettingsReader().read(SettingSources(environment: environment, file: file))
/// guard reading.mistakes.isEmpty else { … }
/// ```
/// Which source goes before which is swift-configuration's business: each is one of its providers. What a value means is the
/// catalogue's.
public struct SettingsReader: Sendable {
  private let catalogue: [Setting]

  /// - Parameter catalogue: other settings than those of `serve`, for tests.
  public init(catalogue: [Setting] = SettingCatalogue.all) { self.catalogue = catalogue }

  /// Reads everything, and finds all mistakes.
  public func read(_ sources: SettingSources) -> SettingsReading {
    let file = SettingsFile(sources.file, catalogue: catalogue)
    let lookup = SettingLookup(sources, file: file, catalogue: catalogue)
    var reading = SettingsReading()
    for setting in catalogue {
      if setting.isSecret {
        take(setting, from: lookup, sources, file, into: &reading)
      } else {
        take(setting, lookup, into: &reading)
      }
    }
    reading.mistakes += file.mistakes
    reading.remarks = UnknownVariables.remarks(on: sources.environment, catalogue: catalogue)
    return reading
  }

  private func take(_ setting: Setting, _ lookup: SettingLookup, into reading: inout SettingsReading) {
    guard let found = lookup.find(setting.key, isList: setting.isList, isSecret: false, flag: setting.flag) else { return }
    if setting.take(found.values, &reading.settings) {
      reading.origins[setting.key] = found.origin
    } else {
      reading.mistakes.append(refusal(of: found, for: setting))
    }
  }

  private func refusal(of found: SettingLookup.Found, for setting: Setting) -> SettingMistake {
    let written = found.values.map { "'\($0)'" }.joined(separator: ", ")
    let name =
      switch found.origin {
      case .flag(let name), .environment(let name): name
      case .file, .standard: setting.key
      }
    let allowed = (setting.isList ? "a list: " : "") + setting.form.allowed
    return SettingMistake(
      origin: found.origin, sentence: "'\(name)' is \(written.isEmpty ? "empty" : written). It takes \(allowed).")
  }

  // MARK: Secrets

  private func take(
    _ setting: Setting, from lookup: SettingLookup, _ sources: SettingSources, _ file: SettingsFile,
    into reading: inout SettingsReading
  ) {
    if let location = file.locations[setting.key] {
      return reading.mistakes.append(
        SettingMistake(
          origin: .file(location),
          sentence: "'\(setting.key)' is a secret, and this file is none. Name a file that holds it by '\(setting.key)_file', "
            + "or set \(setting.variable)."))
    }
    let direct = lookup.find(setting.key, isList: false, isSecret: true, flag: nil)
    let named = setting.fileKey.flatMap { lookup.find($0, isList: false, isSecret: false, flag: SettingLookup.flag(of: $0)) }
    if let direct, let named {
      return reading.mistakes.append(
        SettingMistake(
          origin: named.origin,
          sentence: "'\(setting.key)' is told twice, by \(direct.origin) and by \(named.origin). Take one of them away."))
    }
    if let direct { return keep(direct.values, of: setting, from: direct.origin, into: &reading) }
    guard let named, let path = named.values.first else { return }
    do throws(SecretFileProblem) {
      keep([try sources.secret(path)], of: setting, from: named.origin, into: &reading)
    } catch {
      reading.mistakes.append(SettingMistake(origin: named.origin, sentence: "'\(path)' \(error.words)."))
    }
  }

  /// A line end behind a secret is the editor's.
  private func keep(_ written: [String], of setting: Setting, from origin: SettingOrigin, into reading: inout SettingsReading) {
    let values = written.map { String($0.reversed().drop(while: \.isNewline).reversed()) }
    if setting.take(values, &reading.settings) {
      reading.origins[setting.key] = origin
    } else {
      // What it is must not be told, so neither is what is wrong with it.
      reading.mistakes.append(
        SettingMistake(origin: origin, sentence: "'\(setting.key)', by \(origin), is empty. It takes \(setting.form.allowed)."))
    }
  }
}
