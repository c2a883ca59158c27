extension Language {
  /// What people say that is no wish of any graph. Where a graph has such an intent of its own, its examples win.
  static let englishBackground = [
    "hi", "hello", "hello there", "hey", "hi there", "good morning", "good evening", "how are you", "how are you doing today",
    "what is up", "nice to meet you", "long time no see", "the weather is nice", "it is raining outside",
    "what is the weather like",
    "will it rain tomorrow", "how hot is it today", "tell me a joke", "make me laugh", "sing a song", "i am bored", "i am tired",
    "i am hungry", "what is for dinner", "i like pizza", "my dog is cute", "do you like cats", "do you sleep at night",
    "are you a robot", "are you human", "what is the meaning of life", "how old are you", "where do you live", "i love you",
    "you are stupid", "you are great", "well done", "very funny", "that is nice", "i do not know", "maybe", "whatever", "ok",
    "okay",
    "sure", "yes", "no", "yes please", "no thanks", "thank you", "thanks a lot", "sorry", "excuse me", "really", "wow", "lol",
    "hmm",
    "what time is it", "what day is it today", "what is the capital of france", "who won the game last night",
    "how tall is the eiffel tower", "what is two plus two", "play some music", "turn on the lights", "order a pizza",
    "call me a taxi",
    "buy a new phone", "how do i cook rice", "translate this into french", "what is the stock price", "read me the news",
    "where is the nearest station", "my computer is broken", "the sky is blue", "the train was late", "she went home",
    "he is my brother", "we had a good time", "it was fun", "i have a question", "can i ask you something", "i need some advice",
    "what do you think", "do you understand me", "listen to me", "look at this", "wait a moment", "let me think",
    "give me a minute",
    "this does not work", "this is strange", "it is too expensive", "how much does it cost", "i want to go home",
    "i want a coffee",
    "can you do my homework", "can you drive", "can you hear me", "what did you say", "why", "who is there", "i am fine",
    "happy birthday", "merry christmas", "have a nice day", "the meeting was boring", "i hate meetings", "my boss is angry",
    "blah blah blah", "test", "testing one two three", "foo bar", "is anybody there", "the cat sat on the mat",
    "what is your favourite colour", "do you have friends", "i feel sad today", "i am going to sleep now", "the car is red",
  ]
}
