import { describe, expect, it } from 'vitest';
import { newDraft, revived, type KeptFile } from '../../../web/conversation/draft-memory.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const hour = 3_600_000;
const blank = { text: '', category: '', files: [] as KeptFile[] };

function file(id: string, hoursAgo: number): KeptFile {
  return { id, fileName: `${id}.png`, mediaType: 'image/png', size: 1, uploadedAt: now - hoursAgo * hour };
}

describe('a draft', () => {
  it('comes back as it was left, with its key', () => {
    const draft = newDraft({ ...blank, text: 'Tidak bisa masuk', files: [file('a', 2)] });
    expect(revived(JSON.stringify(draft), blank, now)).toEqual(draft);
  });

  it('comes back without files that the server has swept, and with fields that are new', () => {
    const kept = JSON.stringify({ key: 'k', fields: { text: 'Halo', files: [file('old', 30), file('new', 1)] } });
    const { key, fields } = revived(kept, blank, now);
    expect(key).toBe('k');
    expect(fields).toMatchObject({ text: 'Halo', category: '' });
    expect(fields.files.map(({ id }) => id)).toEqual(['new']);
  });

  it('is a new one where there was none, or none that can be read', () => {
    for (const kept of [null, 'no json']) expect(revived(kept, blank, now).fields).toEqual(blank);
    expect(newDraft(blank).key).not.toBe(newDraft(blank).key);
  });
});
