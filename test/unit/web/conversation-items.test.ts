import { describe, expect, it } from 'vitest';
import { conversationItems } from '../../../web/conversation/conversation-items.ts';
import { timelineSentence, type TimelineEntry } from '../../../web/conversation/timeline-sentence.ts';

const agent = { id: 'petugas-a', name: 'Petugas A', role: 'agent' };
const submitter = { id: 'xyz', name: 'XYZ', role: 'submitter' };
const system = { id: 'system', name: 'Sistem', role: 'system' };

function entry(no: number, type: string, part: Partial<TimelineEntry> = {}): TimelineEntry {
  return { no, type, at: `2026-11-24T01:0${no}:00.000Z`, actor: system, data: {}, ...part };
}

describe('a conversation', () => {
  it('weaves what was said into what happened, by time', () => {
    const items = conversationItems({
      reports: [],
      messages: [
        {
          ...{ id: 'm1', kind: 'reply' as const, text: 'Silakan coba.', attachments: [] },
          author: agent,
          at: '2026-11-24T01:02:30.000Z',
        },
        // Stands there as the question.
        {
          ...{ id: 'm2', kind: 'reply' as const, text: 'Sejak kapan?', attachments: [] },
          author: agent,
          at: '2026-11-24T01:03:59.000Z',
        },
      ],
      timeline: [
        entry(1, 'received', { actor: submitter }),
        entry(2, 'assigned', { data: { agentId: 'petugas-a', agentName: 'Petugas A' } }),
        // Stands there as the message.
        entry(3, 'replied', { actor: agent }),
        entry(4, 'asked', { actor: agent, data: { message: 'Sejak kapan?' } }),
      ],
    });
    expect(items.map(({ kind }) => kind)).toEqual(['event', 'event', 'reply', 'question']);
    expect(items[3]).toMatchObject({ text: 'Sejak kapan?', author: { name: 'Petugas A' } });
  });

  const report = (no: number, part: object = {}) => ({
    ...{ id: `r${no}`, submitter, title: 'Tidak bisa masuk', description: 'Kembali ke awal.', attachments: [] },
    ...{ receivedAt: `2026-11-24T01:0${no}:00.000Z`, openedCase: no === 1 },
    ...part,
  });

  it('tells what was reported several times once, with who said it again and when', () => {
    const other = { id: 'abc', name: 'ABC', role: 'submitter' };
    const reports = [
      report(2),
      report(1),
      report(3, { submitter: other, title: 'tidak bisa masuk!' }),
      report(4, { description: 'Layar putih.' }),
    ];
    const [first, second, ...rest] = conversationItems({ reports, messages: [], timeline: [] });
    expect(first).toMatchObject({
      at: '2026-11-24T01:01:00.000Z',
      again: [
        { id: 'r2', name: 'XYZ', at: '2026-11-24T01:02:00.000Z' },
        { id: 'r3', name: 'ABC', at: '2026-11-24T01:03:00.000Z' },
      ],
    });
    expect(second).toMatchObject({ text: 'Layar putih.', again: [] });
    expect(rest).toEqual([]);
  });

  it('does not hide a file behind the words that came before it', () => {
    const file = { id: 'f1', fileName: 'layar.png', mediaType: 'image/png', size: 1 };
    const reports = [report(1), report(2, { attachments: [file] }), report(3)];
    const items = conversationItems({ reports, messages: [], timeline: [] });
    expect(items).toMatchObject([{ again: [{ id: 'r3' }] }, { files: [file], again: [] }]);
  });

  it('tells in one line that a case went from one to another', () => {
    const to = { data: { agentId: 'petugas-b', agentName: 'Petugas B' } };
    const items = conversationItems({
      ...{ reports: [], messages: [] },
      timeline: [
        entry(1, 'assigned', { data: { agentName: 'Petugas A' } }),
        entry(2, 'reassigned', { actor: agent, data: { reasonId: 'm', reason: 'Cuti' } }),
        entry(3, 'assigned', to),
        entry(4, 'acknowledgementMissed', { data: { agentName: 'Petugas B' } }),
        entry(5, 'assigned', { data: { agentName: 'Petugas C' } }),
        entry(6, 'handedOver', { data: {} }),
        entry(7, 'acknowledged', to),
      ],
    });
    const sentences = items.map((item) => item.kind === 'event' && timelineSentence(item.entry));
    expect(sentences).toMatchObject([
      { key: 'assigned', values: { agent: 'Petugas A' } },
      { key: 'reassignedTo', values: { agent: 'Petugas B' }, quote: 'Cuti' },
      { key: 'movedOnFromTo', values: { from: 'Petugas B', agent: 'Petugas C' } },
      { key: 'movedOn' },
      { key: 'acknowledged' },
    ]);
  });

  it('shows a report in place of the line that it came', () => {
    const timeline = [entry(1, 'received', { actor: submitter, data: { reportId: 'r1' } }), entry(2, 'closed')];
    const items = conversationItems({ reports: [report(1)], messages: [], timeline });
    expect(items.map(({ kind }) => kind)).toEqual(['report', 'event']);
  });
});

describe('the sentence of a timeline entry', () => {
  it('names what the reader may know, and does without it otherwise', () => {
    const known = { data: { agentId: 'petugas-a', agentName: 'Petugas A' } };
    expect(timelineSentence(entry(1, 'acknowledgementMissed', known))).toMatchObject({
      key: 'movedOnFrom',
      values: { agent: 'Petugas A' },
    });
    expect(timelineSentence(entry(1, 'acknowledgementMissed'))).toMatchObject({ key: 'movedOn' });
  });

  it('quotes a reason only where somebody wrote one', () => {
    const written = { actor: submitter, data: { reasonId: 'm2', reason: 'Muncul lagi.' } };
    expect(timelineSentence(entry(1, 'reopened', written))).toMatchObject({ key: 'reopened', quote: 'Muncul lagi.' });
    const machine = timelineSentence(entry(1, 'reopened', { data: { reason: 'reportAttached' } }));
    expect(machine).toMatchObject({ key: 'reopenedBySystem' });
    expect(machine).not.toHaveProperty('quote');
  });

  it('is none for what people need not read', () => {
    expect(timelineSentence(entry(1, 'survivorMoved'))).toBeNull();
    expect(timelineSentence(entry(1, 'resumed', { data: { by: 'reply' } }))).toBeNull();
    expect(timelineSentence(entry(1, 'somethingNew'))).toBeNull();
  });
});
