import Glibc

do {
  let options = try Options(CommandLine.arguments.dropFirst())
  Socket.allowMany()
  var crowd = Crowd(options)
  print(try crowd.run().json)
} catch {
  let sentence = "crowd: \(error)\n"
  write(STDERR_FILENO, sentence, sentence.utf8.count)
  exit(1)
}
