import { expect, it } from 'vitest';
import { acknowledge, publishingDoubted, resolve, withdraw } from '../../../workflows/complaint/complaint-messages.ts';
import { act } from '../../support/desk/answered-action.ts';
import { actionBy, startCase, untilRecorded } from '../../support/desk/test-case.ts';
import { atDesk, patience, save } from './history-recorder.ts';

it('a case whose answers were to be published elsewhere, were doubted, and were late (ADR 32)', () =>
  atDesk({ settings: { reopenWindow: 'PT1S' } }, async (desk) => {
    const { handle, caseId } = await startCase(desk);
    const { agentId: agent } = await untilRecorded(desk, caseId, { status: 'assigned' });
    const intending = () => ({ ...actionBy(agent ?? ''), publishes: true as const, intentKept: true as const });
    expect((await handle.executeUpdate(acknowledge, { args: [intending()] })).news).toBeDefined();
    await handle.signal(publishingDoubted, {});
    await untilRecorded(desk, caseId, { status: 'inProgress' });
    await act(desk, handle, resolve, { ...actionBy(agent ?? ''), resolutionId: 'solution' });
    expect(await handle.result()).toMatchObject({ status: 'closed' });
    await save('complaint-doubted', handle);

    const late = await startCase(desk);
    const { agentId } = await untilRecorded(desk, late.caseId, { status: 'assigned' });
    await late.handle.signal(publishingDoubted, {});
    const order = { ...actionBy(agentId ?? ''), publishes: true as const, intentKept: true as const };
    await late.handle.executeUpdate(acknowledge, { args: [order] });
    await expect.poll(async () => (await late.read())?.status, patience).toBe('inProgress');
    await act(desk, late.handle, withdraw, { ...actionBy('xyz', 'submitter'), reasonId: 'r' });
    await late.handle.result();
    await save('complaint-answered-after-doubt', late.handle);
  }));
