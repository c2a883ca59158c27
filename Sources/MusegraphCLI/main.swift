print("musegraph")
