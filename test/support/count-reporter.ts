import type { Reporter, TestModule } from 'vitest/node';

/** Closes the output with `N passed, N failed, N skipped` alone on a line, which any CI can read. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) count[test.result().state] += 1;
      // A file that cannot be loaded has no tests, and still it has failed.
      if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) count.failed += 1;
    }
    const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`;
    // After the default reporter's own summary.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}
