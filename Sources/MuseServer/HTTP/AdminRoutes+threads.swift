import HTTPTypes
import Hummingbird
import MuseRuntime
import NIOCore

/// What is kept of a person's conversation, for the person: all of it, or nothing any more.
///
/// | path | what it does |
/// |---|---|
/// | `GET /admin/threads/{id}/export` | the thread's journal, with its graphs: what `musegraph replay` reads |
/// | `DELETE /admin/threads/{id}` | deletes what was said and what came of it |
extension AdminRoutes {
  func addThreads(to router: Router<LocalRequestContext>) {
    router.get("/admin/threads/{client}/export") { request, context in try await export(request, context) }
    router.delete("/admin/threads/{client}") { request, context in try await erase(request, context) }
  }

  private func export(_ request: Request, _ context: LocalRequestContext) async throws -> Response {
    let client = try await client(request, context)
    let file: JournalFile
    do {
      file = try await directory.export(client.thread)
    } catch {
      throw HTTPRefusal.stateUnavailable
    }
    guard !file.journal.isEmpty else { throw HTTPRefusal.notFound }
    var fields = SecurityFields.base
    fields[.contentType] = "application/jsonl; charset=utf-8"
    fields[.contentDisposition] = "attachment; filename=\"\(client.rawValue).journal\""
    return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: try file.lines())))
  }

  private func erase(_ request: Request, _ context: LocalRequestContext) async throws -> Response {
    let client = try await client(request, context)
    switch await directory.erase(client.thread) {
    case .erased: return Response(JSONAnswer(.ok) { $0.write("status", "erased") })
    case .unknown: throw HTTPRefusal.notFound
    case .busy: throw HTTPRefusal.turnFailed(.conversationBusy)
    case .failed: throw HTTPRefusal.stateUnavailable
    }
  }
}
