import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActionOutcome, CaseAction } from '../../../api/engine/engine-types.ts';
import { StoreUnavailable } from '../../../store/store-errors.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import { buildTimelineEntry } from '../../support/builders/timeline-builder.ts';
import { assignedWorld, people, type World } from './complaint-world.ts';

let world: World;
let view: CaseView;
let acted: CaseAction[];

beforeEach(async () => {
  ({ world, view } = await assignedWorld());
  acted = [];
});

const act = (name: string, call: Partial<Parameters<World['call']>[1]> = {}) =>
  world.call(`${name}Complaint`, { as: people.agentA, params: { id: view.number }, ...call });

describe('that the answer to an action will be published', () => {
  const kept = () => world.store.answerIntents.pending({ before: '2027', limit: 9 });
  const struckOff = () => vi.waitFor(async () => expect(await kept()).toEqual([]), { timeout: 3_000 });
  let keptBefore: unknown;
  /** What the case will answer. */
  const whileAsked = (outcome: ActionOutcome) => {
    world.engine.onAct = (_address, action) => {
      acted.push(action);
      keptBefore = kept();
      return outcome;
    };
  };

  it('is kept before the case is asked, which is told so, and struck off after it is done', async () => {
    whileAsked({ kind: 'done', answer: { repeated: false, view: { ...view, status: 'inProgress', version: 3 } } });
    await act('acknowledge');
    expect(acted[0]?.ref.intentKept).toBe(true);
    expect(await keptBefore).toMatchObject([{ caseId: view.caseId, workflowId: view.workflowId }]);
    await struckOff();
  });

  it('is struck off when the case refuses or has ended, and when the text was refused before', async () => {
    const refusal = { code: 'NotAssigned' as const, status: 'assigned' as const, agentId: null, version: 2 };
    whileAsked({ kind: 'refused', refusal });
    await act('acknowledge');
    const headers = { 'idempotency-key': 'k' };
    await act('resolve', { headers, body: { resolution: 'satu' } });
    await act('resolve', { headers, body: { resolution: 'dua' } });
    world.engine.endCase(view.workflowId);
    await act('acknowledge');
    expect(await kept()).toHaveLength(4);
    await struckOff();
  });

  it('stays when nobody has answered, or it could not be published', async () => {
    whileAsked({ kind: 'unanswered' });
    await act('acknowledge');
    expect(await kept()).toHaveLength(1);
    world.engine.down = true;
    await act('acknowledge');
    world.engine.down = false;
    expect(await kept()).toHaveLength(2);

    const entry = buildTimelineEntry({ caseId: view.caseId, no: 2, type: 'acknowledged' });
    const news = { entries: [entry], placedReportIds: [], texts: [], releases: [] };
    whileAsked({ kind: 'done', answer: { repeated: false, view, news } });
    world.store.timelines.append = () => Promise.reject(new StoreUnavailable('away'));
    expect((await act('acknowledge')).problem?.code).toBe('store_unavailable');
    expect(await kept()).toHaveLength(3);
  });

  it('is not said when it cannot be kept: then the case looks after it', async () => {
    whileAsked({ kind: 'unanswered' });
    world.store.answerIntents.insert = () => Promise.reject(new StoreUnavailable('away'));
    await act('acknowledge');
    expect(acted[0]?.ref).toMatchObject({ publishes: true });
    expect(acted[0]?.ref).not.toHaveProperty('intentKept');
  });
});
