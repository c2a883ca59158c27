public import MuseInterpreter

/// What happens in a conversation, for frontends, the inspector, traces and tests alike.
public enum ConversationEvent: Hashable, Sendable {
  /// A message joined the queue; it has got an id.
  case heard(IncomingMessage)
  /// Its turn began: it was understood.
  case turnStarted(Message)
  /// A turn began that no message brought about: of a timer, an event or a person.
  case roused(Input)
  /// A language model speaks. Provisional: only the reply counts.
  case speaking(StreamedSpeech)
  /// A piece of work ended: a call, a language model's answer, a handoff's.
  case worked(Work, CallResult)
  /// A segment of a turn is stored, with all that came of it.
  case advanced(ReplyID, [Effect])
  /// The turn's reply is stored; `Reply.answers` is the message. One that `isSilent` is for nobody.
  case reply(Reply)
  /// A turn that a restart or a failing store had cut off was finished: its reply waits in `Conversation.undelivered()`.
  case recovered(Reply)
  case failed(TurnFailure, to: InputID)
  case delivered(ReplyID)
}
