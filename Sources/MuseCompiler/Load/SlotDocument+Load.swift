import MuseDefinition

extension SlotDocument {
  init(entry: YAMLEntry) {
    self.init(id: entry.key)
    let fields = Fields(entry.value)
    type = fields.text("type")
    ask = fields.spoken("ask")
    reask = fields.spoken("reask")
    help = fields.spoken("help")
    label = fields.spoken("label")
    description = fields.text("description")
    examples = fields.texts("examples")
    defaultValue = fields.text("default")
    isOptional = fields.boolean("optional")
    minimum = fields.text("min")
    maximum = fields.text("max")
    options = fields.located("of")
    condition = fields.text("where")
    refuse = fields.spoken("refuse")
    lookup = fields.text("lookup")
  }
}

extension FactDocument {
  init(entry: YAMLEntry) {
    self.init(id: entry.key)
    type = entry.value.scalar ?? Fields(entry.value).text("type")
    options = Fields(entry.value).located("of")
  }
}
