import Logging
import MuseAccess
import MuseHTTP
import MuseRuntime
import MuseServer

/// Puts together what credentials are checked with.
struct Credentials {
  let settings: CredentialSettings
  let time: any TimeSource
  let logger: Logger

  /// Nil where nobody is asked for any.
  ///
  /// - Throws: `CommandFailure` in one sentence.
  func checker() async throws -> CredentialChecker? {
    let keys = try ring()
    let tokens = try await tokens()
    return keys == nil && tokens == nil ? nil : CredentialChecker(keys: keys, tokens: tokens)
  }

  private func ring() throws -> APIKeyRing? {
    guard let path = settings.keys else { return nil }
    do throws(APIKeyFile.Failure) {
      return try APIKeyRing(file: APIKeyFile(path: path), logger: logger)
    } catch {
      throw CommandFailure(.environment, error.description)
    }
  }

  private func tokens() async throws -> CredentialChecker.Tokens? {
    guard let place = settings.tokenKeys else {
      guard settings.issuer == nil, settings.audience == nil, settings.tenantClaim == nil else {
        throw CommandFailure(.usage, "Tokens are checked with keys: name them with --jwt-keys FILE or --jwt-keys https://….")
      }
      return nil
    }
    guard let issuer = settings.issuer, let audience = settings.audience else {
      throw CommandFailure(
        .usage,
        "'--jwt-keys' needs '--jwt-issuer' and '--jwt-audience': a token counts only if it was made by whom you trust, and for you."
      )
    }
    let rules = TokenRules(
      issuer: issuer, audience: audience, tenantClaim: settings.tenantClaim, adminClaim: settings.adminClaim,
      leeway: settings.leeway)
    return CredentialChecker.Tokens(rules: rules, source: try await source(place))
  }

  private func source(_ place: String) async throws -> KeySetSource {
    let isAddress = place.contains("://")
    let source = isAddress ? try remote(place) : KeySetSource(file: place, logger: logger)
    do throws(KeySetSource.Failure) {
      try await source.prepare(at: time.now())
    } catch {
      // An issuer that is down for a moment must not keep the server down: it is asked again.
      guard isAddress else { throw CommandFailure(.environment, "The keys for tokens cannot be read. \(error)") }
    }
    return source
  }

  private func remote(_ address: String) throws -> KeySetSource {
    do throws(DocumentFetcher.Failure) {
      try DocumentFetcher.check(address)
    } catch {
      throw CommandFailure(.usage, error.description)
    }
    return KeySetSource(
      fetch: {
        let document = try await DocumentFetcher().fetch(address)
        return KeySetSource.Answer(body: document.body, maxAge: document.maxAge)
      }, logger: logger)
  }
}
