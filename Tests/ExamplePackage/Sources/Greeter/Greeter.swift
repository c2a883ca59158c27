import Foundation

/// Where a program finds the conversation of this library.
public enum Greeter {
  public static let graph = Bundle.module.url(forResource: "Graphs/greeter.graph", withExtension: "yaml")
}
