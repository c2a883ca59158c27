/// Finds the known name that an author most likely meant.
///
/// The distance is Damerau's with adjacent transpositions (optimal string alignment); a name counts as near when at most a third
/// of its characters differ, at least one and at most three.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let limit = max(1, min(3, name.count / 3))
  var best: (name: String, distance: Int)?
  for candidate in candidates.sorted() where abs(candidate.count - name.count) <= limit {
    let distance = editDistance(Array(name), Array(candidate))
    guard distance <= limit, distance < best?.distance ?? Int.max else { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// How many characters must be inserted, removed, replaced or swapped with their neighbour to make one word of the other
/// (Damerau's distance as optimal string alignment). Costs the product of the lengths.
package func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var older: [Int] = []
  var previous = Array(0...right.count)
  for row in 1...left.count {
    var current = [row] + Array(repeating: 0, count: right.count)
    for column in 1...right.count {
      let same = left[row - 1] == right[column - 1]
      current[column] = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
      let swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
      if swapped { current[column] = min(current[column], older[column - 2] + 1) }
    }
    older = previous
    previous = current
  }
  return previous[right.count]
}
