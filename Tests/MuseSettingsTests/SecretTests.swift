import MuseServer
import MuseSettings
import MuseSource
import Testing

@Suite("Secrets")
struct SecretTests {
  private static let catalogue =
    SettingCatalogue.all + [Setting(secret: "token", reload: .live, "What it takes to be let in.")]

  private func read(
    _ yaml: String? = nil, flags: [String: [String]] = [:], environment: [String: String] = [:]
  ) -> SettingsReading {
    let file = yaml.map { SourceFile(path: "musegraph.yaml", text: $0) }
    return SettingsReader(catalogue: Self.catalogue).read(
      SettingSources(flags: flags, environment: environment, file: file) { path throws(SecretFileProblem) in
        guard path == "token.txt" else { throw SecretFileProblem("is not there") }
        return "from the file\n"
      })
  }

  private func token(_ reading: SettingsReading) -> String? { reading.settings.secrets["token"]?.revealed }

  @Test("a secret comes from its variable, or from a file that flag, variable or key name; its line end is none of it")
  func sources() {
    #expect(token(read(environment: ["MUSEGRAPH_TOKEN": "hush"])) == "hush")
    #expect(token(read(environment: ["MUSEGRAPH_TOKEN_FILE": "token.txt"])) == "from the file")
    #expect(token(read(flags: ["token_file": ["token.txt"]])) == "from the file")
    #expect(token(read("token_file: token.txt\n")) == "from the file")
    #expect(token(read()) == nil)
    #expect(Self.catalogue.last?.flag == nil)
    #expect(Self.catalogue.last?.fileFlag == "token-file")
  }

  @Test("it does not stand in the settings' file, is not said twice, and its file must be there")
  func mistakes() {
    #expect(
      read("token: hush\n").mistakes.map(\.description) == [
        "musegraph.yaml:1:8: 'token' is a secret, and this file is none. Name a file that holds it by 'token_file', or set "
          + "MUSEGRAPH_TOKEN."
      ])
    #expect(
      read("token_file: token.txt\n", environment: ["MUSEGRAPH_TOKEN": "hush"]).mistakes.map(\.description) == [
        "musegraph.yaml:1:13: 'token' is told twice, by MUSEGRAPH_TOKEN and by musegraph.yaml:1:13. Take one of them away."
      ])
    #expect(
      read(flags: ["token_file": ["other.txt"]]).mistakes.map(\.description) == ["'other.txt' is not there."])
  }

  @Test("nothing that is printed has it")
  func printing() {
    let reading = read(environment: ["MUSEGRAPH_TOKEN": "hush"])
    let text = SettingsText.text(of: reading, catalogue: Self.catalogue)
    #expect(text.hasSuffix("# What it takes to be let in.\n# It is set, and not shown. From: MUSEGRAPH_TOKEN\n# token:\n"))
    let json = SettingsJSON.document(of: reading, catalogue: Self.catalogue).document()
    #expect(json.contains(#""token": {"is_set": true, "from": "MUSEGRAPH_TOKEN"}"#))
    var dumped = ""
    dump(reading.settings, to: &dumped)
    for shown in [text, json, dumped, "\(reading)", String(reflecting: reading.settings)] { #expect(!shown.contains("hush")) }
  }
}
