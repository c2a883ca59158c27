import MuseDefinition

extension SlotDocument {
  init(entry: YAMLEntry) {
    self.init(id: entry.key)
    let fields = Fields(entry.value, GraphForm.slot)
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
    optionWords = fields.wordings("of")
    condition = fields.text("where")
    refuse = fields.spoken("refuse")
    lookup = fields.text("lookup")
    pattern = fields.text("pattern")
    needed = fields.text("needed")
    depends = fields.texts("depends")
    redo = fields.text("redo")
    isSensitive = fields.boolean("sensitive")
  }
}

extension FactDocument {
  init(entry: YAMLEntry) {
    self.init(id: entry.key)
    let fields = Fields(entry.value, GraphForm.fact)
    type = entry.value.scalar ?? fields.text("type")
    options = fields.located("of")
    optionWords = fields.wordings("of")
  }
}
