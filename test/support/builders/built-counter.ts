let built = 0;

/** A number that no earlier builder of this process has been given. */
export function nextBuilt(): number {
  built += 1;
  return built;
}
