import type { BrowserContext, Page } from '@playwright/test';

/** Everything that a page says is wrong, in the console or as an error. */
export interface FaultLog {
  /** For what a test brings about itself, for instance an answer 401. */
  allow: (pattern: RegExp) => void;
  unexpected: () => string[];
}

/** Violations of the content security policy are in the console too; the event also knows of those that are not. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`security policy: ${violatedDirective} ${blockedURI}`);
  });
}

export async function watchFaults(context: BrowserContext, who: string): Promise<FaultLog> {
  const faults: string[] = [];
  const allowed: RegExp[] = [];
  const watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      faults.push(`${who} ${page.url()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => faults.push(`${who} ${page.url()}: ${error.stack ?? error.message}`));
  };
  context.on('page', watch);
  await context.addInitScript(reportViolations);
  return {
    allow: (pattern) => allowed.push(pattern),
    unexpected: () => faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault))),
  };
}
