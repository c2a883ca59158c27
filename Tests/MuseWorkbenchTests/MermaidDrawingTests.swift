import MuseWorkbench
import Testing

@Suite("Drawings")
struct MermaidDrawingTests {
  @Test("shapes tell the verb, edges the outcome, dots what no node spells out; labels are escaped")
  func sample() throws {
    let drawing = MermaidDrawing(of: try Sample().graph).text
    #expect(
      drawing == #"""
        %% notes: Keeps notes
        flowchart TD

          Begin((" ")) --> look

          look[["look<br/>notes.count"]]
          look -- "counted" --> size
          look -. "failed" .-> bye

          size[/"size"\]
          size -- "else" --> details
          size -- "1: total #gt; 99" --> full

          details[/"details<br/>asks note, due"/]
          details -- "done" --> sure
          details -. "exhausted" .-> bye

          sure{"sure<br/>covers note, due<br/>Note #quot;{note}#quot; #amp; go?"}
          sure -- "changed" --> details
          sure -- "agreed" --> add
          sure -- "refused" --> bye
          sure -. "exhausted" .-> bye

          add[("add<br/>notes.add")]
          add -- "added" --> added
          add -- "full" --> full
          add -. "failed, unsure" .-> bye

          added["added<br/>Noted."]
          added --> bye

          full["full<br/>There are too many notes."]
          full --> bye

          about["about<br/>I keep notes."]
          about --> Back

          bye((("bye<br/>ends: finished<br/>Bye.")))

          Anywhere(["at any wait"])
          Anywhere -. "hint" .-> about
          Anywhere -. "cancel" .-> bye
          Back(["back to what was open"])

          classDef writes stroke-width:3px
          class add writes

        """#)
  }
}
