/** A text file by halves, as vite.config.ts splits it: what everybody reads, and what only staff do. */
declare module '*.json?part=everybody' {
  const texts: Record<string, unknown>;
  export default texts;
}

declare module '*.json?part=staff' {
  const texts: Record<string, unknown>;
  export default texts;
}
