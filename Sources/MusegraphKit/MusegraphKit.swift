// For programs that embed a conversation: one import for what they need of the modules below.

@_exported public import MuseCompiler
@_exported public import MuseDefinition
@_exported public import MuseExpression
@_exported public import MuseInterpreter
@_exported public import MuseRuntime
@_exported public import MuseSource
