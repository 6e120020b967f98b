import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';

/** Closes the output with `N passed, N failed, N skipped` alone on a line, as the other tests do. */
export default class CountReporter implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  /** Of no test: the instance did not start, a file cannot be loaded. */
  onError(): void {
    this.#errors += 1;
  }

  onEnd(result: FullResult): void {
    const count = { passed: 0, failed: this.#errors, skipped: 0 };
    let again = 0;
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'skipped') count.skipped += 1;
      else if (outcome === 'unexpected') count.failed += 1;
      else count.passed += 1;
      if (outcome === 'flaky') again += 1;
    }
    if (result.status !== 'passed' && count.failed === 0) count.failed = 1;
    const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`;
    const flaky = again > 0 ? `${again} of them passed only when tried again\n` : '';
    process.once('exit', () => process.stdout.write(`${flaky}${line}\n`));
  }

  printsToStdio(): boolean {
    return true;
  }
}
