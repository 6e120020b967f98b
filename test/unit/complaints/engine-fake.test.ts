import { beforeEach } from 'vitest';
import { fakeEngine, type FakeEngine } from '../../../api/engine/engine-fake.ts';
import { describeEngine } from '../../support/engine/engine-contract.ts';

let engine: FakeEngine;

beforeEach(() => {
  engine = fakeEngine();
});

describeEngine('the fake engine', {
  engine: () => engine,
  endCase: async (workflowId) => engine.endCase(workflowId),
});
