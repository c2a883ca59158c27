import ArgumentParser
import MuseAccess
import MuseExpression
import MuseServer

/// Who may come in, and by which certificate.
struct AccessOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The file of the API keys ('musegraph key'): whoever comes must bring one, or a token.", valueName: "file")
  )
  var keys: String?

  @Option(
    help: ArgumentHelp(
      "The keys that tokens are checked with: a JSON Web Key Set, in a file or behind https://.", valueName: "place"))
  var jwtKeys: String?

  @Option(help: ArgumentHelp("The one issuer whose tokens count.", valueName: "issuer"))
  var jwtIssuer: String?

  @Option(help: ArgumentHelp("What this server is called in tokens.", valueName: "audience"))
  var jwtAudience: String?

  @Option(help: ArgumentHelp("The claim that names the tenant; then every token must have it.", valueName: "claim"))
  var jwtTenantClaim: String?

  @Option(help: ArgumentHelp("The claim that is true for whoever may run the server.", valueName: "claim"))
  var jwtAdminClaim: String?

  @Option(
    help: ArgumentHelp("By how much the issuer's clock may differ from this one.", valueName: "duration"),
    transform: AccessOptions.readDuration)
  var jwtLeeway: Duration?

  @Option(help: ArgumentHelp("The certificate of the server, a PEM file; read anew when it changes.", valueName: "file"))
  var tlsCertificate: String?

  @Option(help: ArgumentHelp("The private key of the certificate, a PEM file without a password.", valueName: "file"))
  var tlsKey: String?

  @Option(help: ArgumentHelp("Serve /admin and the like on this port of their own; 0: any free one.", valueName: "port"))
  var adminPort: Int?

  @Option(
    help: ArgumentHelp("How often it is looked for revoked keys and new certificates.", valueName: "duration"),
    transform: AccessOptions.readDuration)
  var watchInterval: Duration?

  @Option(help: ArgumentHelp("So many wrong credentials of an address cost nothing.", valueName: "number"))
  var limitsFreeFailures: Int?

  func apply(to settings: inout ServerSettings) {
    settings.credentials.keys = keys
    settings.credentials.tokenKeys = jwtKeys
    settings.credentials.issuer = jwtIssuer
    settings.credentials.audience = jwtAudience
    settings.credentials.tenantClaim = jwtTenantClaim
    settings.credentials.adminClaim = jwtAdminClaim ?? settings.credentials.adminClaim
    settings.credentials.leeway = jwtLeeway ?? settings.credentials.leeway
    settings.tlsCertificate = tlsCertificate
    settings.tlsKey = tlsKey
    settings.adminPort = adminPort
    settings.watchInterval = watchInterval ?? settings.watchInterval
    settings.failures.free = limitsFreeFailures ?? settings.failures.free
  }

  static func readDuration(_ text: String) throws -> Duration {
    guard let duration = Duration(written: text), duration >= .zero else {
      throw ValidationError("'\(text)' is no duration. Write one like 10s, 5m or 1h.")
    }
    return duration
  }
}
