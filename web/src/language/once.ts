/** What is made when it is first asked for: formats of a language take a browser long to make. */
export function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}
