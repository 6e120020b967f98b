/** When a process that ends by itself is started again. */
export interface RestartPolicy {
  firstDelayMs: number;
  maxDelayMs: number;
  /** More deaths than this within `windowMs`: give up. Infinity never does. */
  maxDeaths: number;
  windowMs: number;
}

/** An engine that dies again and again will not be cured by another start: the user must look. */
export const enginePolicy: RestartPolicy = { firstDelayMs: 250, maxDelayMs: 5_000, maxDeaths: 5, windowMs: 60_000 };

/** Worker and API carry no state: they are always worth another try. */
export const servicePolicy: RestartPolicy = {
  firstDelayMs: 250,
  maxDelayMs: 15_000,
  maxDeaths: Number.POSITIVE_INFINITY,
  windowMs: 60_000,
};

/**
 * How long to wait before the next start; undefined means to give up.
 *
 * @param deaths when it died, in ms, the newest last and included
 */
export function nextRestart(deaths: readonly number[], now: number, policy: RestartPolicy): number | undefined {
  const recent = deaths.filter((at) => now - at < policy.windowMs).length;
  if (recent > policy.maxDeaths) return undefined;
  return Math.min(policy.firstDelayMs * 2 ** Math.max(0, recent - 1), policy.maxDelayMs);
}
