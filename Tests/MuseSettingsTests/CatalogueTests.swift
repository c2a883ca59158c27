import MuseSettings
import Testing

@Suite("The catalogue of settings")
struct CatalogueTests {
  @Test("keys, flags and variables are told apart, and every setting says what it is")
  func names() {
    let all = SettingCatalogue.all
    #expect(Set(all.map(\.key)).count == all.count)
    #expect(Set(all.compactMap(\.flag)).count == all.compactMap(\.flag).count)
    #expect(Set(all.map(\.variable)).count == all.count)
    for setting in all {
      #expect(setting.key.wholeMatch(of: /[a-z_]+(\.[a-z_]+)?/) != nil, "\(setting.key)")
      #expect(setting.summary.hasSuffix("."), "\(setting.key)")
      #expect(setting.flag == nil || !setting.isSecret, "\(setting.key)")
    }
  }

  @Test("every section says what it is about, and stands together")
  func sections() {
    let sections = SettingCatalogue.all.map { $0.key.split(separator: ".").dropLast().first.map(String.init) }
    let runs = sections.reduce(into: [String?]()) { runs, section in if runs.last != .some(section) { runs.append(section) } }
    #expect(Set(runs.compactMap(\.self)) == Set(SettingCatalogue.sections.keys))
    #expect(runs.compactMap(\.self).count == SettingCatalogue.sections.count)
  }

  @Test("what is printed of the defaults is taken again, word for word")
  func defaults() {
    let reading = SettingsReader().read(SettingSources())
    #expect(reading.mistakes == [])
    #expect(reading.origins == [:])
    for setting in SettingCatalogue.all { #expect(reading.origin(of: setting) == .standard) }
  }
}
