/** A JSON Pointer (RFC 6901) as a URI fragment, for instance `#/weekly/monday/0/from`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#${steps.map((step) => `/${encodeURIComponent(step.replace(/\p{Surrogate}/gu, '\uFFFD'))}`).join('')}`;
}
