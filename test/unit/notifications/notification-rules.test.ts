import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notificationId, notificationsOf } from '../../../workflows/notifications/notification-rules.ts';
import { notificationSentence } from '../../../workflows/notifications/notification-texts.ts';
import { languages, notificationKindNames } from '../../../workflows/notifications/notification-types.ts';
import type { Actor, TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildTimelineEntry } from '../../support/builders/timeline-builder.ts';

const system: Actor = { id: 'system', role: 'system' };
const agentA: Actor = { id: 'petugas-a', role: 'agent' };
const supervisor: Actor = { id: 'pengawas', role: 'supervisor' };
const xyz: Actor = { id: 'xyz', role: 'submitter' };
const abc: Actor = { id: 'abc', role: 'submitter' };

const view = buildCaseView({ agentId: 'petugas-a', reporterIds: ['xyz', 'abc'], deskId: 'layanan' });

const toldBy = (type: string, actor: Actor, data: TimelineEntry['data'] = {}, seen = view) =>
  notificationsOf(seen, buildTimelineEntry({ no: 7, type, actor, data })).map(({ kind, recipient }) =>
    'userId' in recipient ? `${kind} ${recipient.userId}` : `${kind} supervisors of ${recipient.supervisorsOf}`,
  );

const toA = { agentId: 'petugas-a' };
const fromA = { fromAgentId: 'petugas-a', toAgentId: 'petugas-b', reasonId: 'r' };

describe('who is told of what', () => {
  it.each<[string, Actor, TimelineEntry['data'], string[]]>([
    ['received', xyz, { reportId: 'r' }, []],
    ['received', xyz, { reportId: 'r', detachedFromId: 'c', detachedFromNumber: '1' }, ['detached xyz']],
    ['reportDetached', agentA, { reportId: 'r', toId: 'c' }, []],
    ['assigned', system, toA, ['givenToYou petugas-a', 'assigned xyz', 'assigned abc']],
    ['acknowledged', agentA, {}, []],
    ['reportAttached', abc, { reportId: 'r' }, ['attached abc', 'reportAttached petugas-a']],
    ['replied', agentA, { messageId: 'm' }, ['replied xyz', 'replied abc']],
    ['replied', supervisor, { messageId: 'm' }, ['replied xyz', 'replied abc']],
    ['replied', xyz, { messageId: 'm' }, ['submitterReplied petugas-a']],
    ['noted', agentA, { messageId: 'm' }, []],
    ['asked', agentA, { messageId: 'm' }, ['asked xyz', 'asked abc']],
    ['resumed', xyz, {}, []],
    ['resolved', agentA, { resolutionId: 'm' }, ['resolved xyz', 'resolved abc']],
    ['reopened', system, { reason: 'reportAttached' }, ['reopened xyz', 'reopened abc']],
    ['reopened', xyz, { reason: 'action' }, ['reopened abc']],
    ['resolved', agentA, { resolutionId: 'm', incidentId: 'i' }, ['incidentResolved xyz', 'incidentResolved abc']],
    ['incidentJoined', xyz, { incidentId: 'i', agentId: null }, ['incidentJoined abc']],
    [
      'incidentJoined',
      supervisor,
      { incidentId: 'i', agentId: 'petugas-a' },
      ['incidentJoined xyz', 'incidentJoined abc', 'takenFromYou petugas-a'],
    ],
    ['incidentLeft', supervisor, { incidentId: 'i' }, []],
    ['closed', system, {}, ['closed xyz', 'closed abc']],
    ['merged', supervisor, { into: 'c' }, ['merged xyz', 'merged abc', 'takenFromYou petugas-a']],
    ['merged', supervisor, { into: 'c', ...fromA }, ['merged xyz', 'merged abc', 'takenFromYou petugas-a']],
    ['reassigned', supervisor, fromA, ['takenFromYou petugas-a']],
    ['reassigned', agentA, fromA, []],
    ['reassigned', supervisor, { fromAgentId: null, toAgentId: null }, []],
    ['corrected', agentA, { from: {}, to: {} }, []],
    ['corrected', supervisor, { fromAgentId: 'petugas-a' }, ['takenFromYou petugas-a']],
    ['handedOver', system, toA, ['takenFromYou petugas-a']],
    ['withdrawn', xyz, { reasonId: 'r' }, ['withdrawn petugas-a']],
    ['escalated', agentA, { by: 'action', reasonId: 'r' }, []],
    ['escalated', agentA, { by: 'action', ...fromA }, []],
    ['escalated', supervisor, { by: 'action', ...fromA }, ['takenFromYou petugas-a']],
    ['escalated', system, { by: 'deadline' }, ['escalatedByDeadline supervisors of layanan']],
    ['escalated', system, { by: 'deadline', fromAgentId: null }, ['escalatedByDeadline supervisors of layanan']],
    [
      ...(['escalated', system, { by: 'deadline', fromAgentId: 'petugas-a' }] as const),
      ['takenFromYou petugas-a', 'escalatedByDeadline supervisors of layanan'],
    ],
    ['overdue', system, toA, ['takenFromYou petugas-a', 'overdue supervisors of layanan']],
    ['overdue', system, { agentId: null }, ['overdue supervisors of layanan']],
    ['acknowledgementMissed', system, toA, ['takenFromYou petugas-a', 'acknowledgementMissed supervisors of layanan']],
    ['constructor', system, {}, []],
    ['somethingNew', system, {}, []],
  ])('%s by %j with %j', (type, actor, data, told) => {
    expect(toldBy(type, actor, data)).toEqual(told);
  });

  it('a report is told to nobody while nobody has the case', () => {
    expect(toldBy('reportAttached', abc, {}, { ...view, agentId: null })).toEqual(['attached abc']);
  });

  it('one who sends the same again and again hears once that it is handled, and the agent once of them', () => {
    const entries = [3, 4, 5].map((no) => buildTimelineEntry({ no, type: 'reportAttached', actor: abc }));
    const keys = entries.flatMap((entry) => notificationsOf(view, entry).map(({ key }) => key));
    expect(new Set(keys).size).toBe(2);
  });

  it('an entry of a type that tells carries its number as the key', () => {
    const [first] = notificationsOf(view, buildTimelineEntry({ no: 9, type: 'resolved', actor: agentA }));
    expect(first).toMatchObject({ key: '9', kind: 'resolved' });
  });
});

const types = [
  'received',
  'reportDetached',
  'assigned',
  'reportAttached',
  'replied',
  'noted',
  'asked',
  'resolved',
  'reopened',
  'closed',
  'merged',
];
const more = ['reassigned', 'handedOver', 'withdrawn', 'escalated', 'overdue', 'acknowledgementMissed', 'x'];
const person = fc.constantFrom('xyz', 'abc', 'def', 'petugas-a', 'petugas-b', 'pengawas');

describe('whatever happens', () => {
  it('nobody is told twice, nobody of their own doing but a sender, and nothing holds a text', () => {
    const entry = fc.record({
      no: fc.integer({ min: 1, max: 99 }),
      type: fc.constantFrom(...types, ...more),
      actor: fc.record({ id: person, role: fc.constantFrom('submitter', 'agent', 'supervisor', 'system') }),
      data: fc.record(
        {
          agentId: person,
          fromAgentId: person,
          detachedFromId: fc.constant('c'),
          by: fc.constantFrom('action', 'deadline'),
        },
        { requiredKeys: [] },
      ),
    });
    const seen = fc.record({
      agentId: fc.option(person),
      reporterIds: fc.uniqueArray(fc.constantFrom('xyz', 'abc', 'def')),
      deskId: fc.constant('layanan'),
      status: fc.constant('assigned' as const),
    });
    fc.assert(
      fc.property(entry, seen, (some, about) => {
        const secret = 'RAHASIA';
        const told = notificationsOf(
          about,
          buildTimelineEntry({ ...some, actor: some.actor as Actor, data: { ...some.data, text: secret } }),
        );
        const names = told.map(({ recipient }) => JSON.stringify(recipient));
        expect(new Set(names).size).toBe(names.length);
        for (const { kind, recipient } of told) {
          if ('userId' in recipient && recipient.userId === some.actor.id)
            expect(['attached', 'detached']).toContain(kind);
        }
        expect(JSON.stringify(told)).not.toContain(secret);
        if (some.type === 'noted') expect(told).toEqual([]);
      }),
    );
  });
});

it('news of an incident belong to it: whoever has several of its cases is told once', () => {
  const entry = buildTimelineEntry({ no: 9, type: 'resolved', actor: agentA, data: { incidentId: 'i' } });
  const other = buildTimelineEntry({ no: 4, type: 'resolved', actor: agentA, data: { incidentId: 'i' } });
  const [one, two] = [entry, other].map((each) => notificationsOf(view, each)[0]);
  expect(one).toMatchObject({ about: 'i', key: 'incidentResolved', recipient: { userId: 'xyz' } });
  expect(two).toEqual(one);
});

describe('the id of a notification', () => {
  it('is the same for the same news and person, and no other', () => {
    const news = { caseId: 'c', key: '1', recipientId: 'xyz' };
    expect(notificationId(news)).toBe(notificationId({ ...news }));
    const others = [{ caseId: 'd' }, { key: '2' }, { recipientId: 'abc' }, { caseId: 'c1', key: '' }];
    const ids = [news, ...others.map((other) => ({ ...news, ...other }))].map(notificationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('sentences', () => {
  it.each(languages)('in %s name the case, and leave no placeholder', (language) => {
    for (const kind of notificationKindNames) {
      const sentence = notificationSentence(language, kind, { number: '261124-4F7KQ' });
      expect(sentence).toContain('261124-4F7KQ');
      expect(sentence).not.toMatch(/[{}]/);
    }
    const named = notificationSentence(language, 'assigned', { number: '1', agent: 'Petugas {number}' });
    expect(named).toContain('Petugas {number}');
  });
});
