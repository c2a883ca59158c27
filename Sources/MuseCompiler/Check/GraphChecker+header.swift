import MuseDefinition
import MuseExpression
import MuseSource

extension GraphChecker {
  mutating func checkHeader() {
    if let name = document.name, !NameForm.isGraphName(name.value) {
      add(
        Rule.badID.finding(
          "'\(name.value)' is no name for a graph.", at: name.location,
          advice: "Begin with a lower-case letter; go on with lower-case letters, digits, '-' and '_'."))
    }
    checkLocales()
    if let timezone = document.timezone {
      if let zone = Zone(named: timezone.value) {
        scope.zone = zone
      } else {
        add(
          Rule.unknownTimezone.finding(
            "'\(timezone.value)' is no time zone.", at: timezone.location,
            nearMiss: nearMiss(to: timezone.value, among: Zone.names)))
      }
    }
  }

  private mutating func checkLocales() {
    for locale in document.locales {
      let id = LocaleID(rawValue: locale.value)
      if !NameForm.isLocale(locale.value) {
        add(Rule.badLocale.finding("'\(locale.value)' is no locale.", at: locale.location))
      } else if scope.locales.contains(id) {
        add(
          Rule.badLocale.finding(
            "The locale '\(locale.value)' is listed twice.", at: locale.location, advice: "Take one of them out."))
      } else {
        scope.locales.append(id)
      }
    }
    if scope.locales.isEmpty { scope.locales = ["en"] }
  }

  /// Reports a name that cannot be an id.
  mutating func checkID(_ id: WrittenText, of kind: NameForm.Kind) {
    if kind == .tool ? !NameForm.isToolID(id.value) : !NameForm.isID(id.value) {
      add(Rule.badID.finding("'\(id.value)' is no id for \(kind.rawValue).", at: id.location, advice: kind.advice))
    } else if let reason = NameForm.reservation(of: id.value, for: kind) {
      add(Rule.reservedID.finding("'\(id.value)' cannot name \(kind.rawValue): \(reason).", at: id.location))
    }
  }
}
