/** What a process has taken so far. */
export interface Cost {
  cpuSeconds: number;
  /** Of memory, at its highest. */
  megabytes: number;
}

export function costOfProcess(): Cost {
  const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage();
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
}

export function sumOfCosts(costs: Cost[]): Cost {
  const sum = (name: keyof Cost): number => costs.reduce((total, cost) => total + cost[name], 0);
  return { cpuSeconds: sum('cpuSeconds'), megabytes: sum('megabytes') };
}
