import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../web/api/problem.ts';
import type { Complaint, Schemas } from '../../../web/api/client.ts';
import { blankFields, isTelling, missingFields, sendingOf, type Sending } from '../../../web/complaints/send-draft.ts';
import { mayHaveArrived, sendOnce } from '../../../web/complaints/send-once.ts';

const sameAs = { id: 'c1', number: '261124-4F7KQ', category: 'login' };
const written = {
  ...blankFields,
  systemId: 'sipd',
  title: ' Tidak bisa masuk ',
  category: 'login',
  description: 'Ya.',
};

describe('what is sent', () => {
  it('lacks what is blank, in the order of the form', () => {
    expect(missingFields(blankFields)).toEqual(['systemId', 'title', 'category', 'description']);
    expect(missingFields({ ...written, title: ' a ' })).toEqual(['title']);
    expect(missingFields(written)).toEqual([]);
  });

  it('needs no more than a title when it is added to a known case', () => {
    const fields = { ...written, category: '', description: ' ', sameAs };
    expect(missingFields(fields)).toEqual([]);
    expect(sendingOf(fields)).toMatchObject({
      attachTo: 'c1',
      body: { title: 'Tidak bisa masuk', category: 'login', description: 'Tidak bisa masuk' },
    });
  });

  it('says which incident it is, unless it is added to a case', () => {
    const incident = { id: 'i1', category: 'Gangguan' };
    const fields = { ...written, category: '', description: '', incident };
    expect(missingFields(fields)).toEqual([]);
    expect(sendingOf(fields).body).toMatchObject({ incidentId: 'i1', category: 'Gangguan' });
    expect(sendingOf({ ...fields, sameAs }).body).not.toHaveProperty('incidentId');
  });

  it('tells enough for a search with a system and some words', () => {
    expect(isTelling(written)).toBe(true);
    expect(isTelling({ ...written, systemId: '' })).toBe(false);
    expect(isTelling({ ...written, title: 'Lambat ' })).toBe(false);
  });
});

/** A server that knows one payload under the key, and refuses others. */
function serverThatHas(known: Sending | null) {
  const taken: Sending[] = [];
  const post = (sending: Sending): Promise<Schemas['SubmissionAnswer']> => {
    taken.push(sending);
    if (known && JSON.stringify(known) !== JSON.stringify(sending)) {
      throw new ApiProblem({ status: 422, code: 'idempotency_key_reused' });
    }
    const complaint = { id: 'c9' } as Complaint;
    return Promise.resolve({ complaint, report: { id: 'r', receivedAt: '' }, duplicate: false });
  };
  return { post, taken };
}

describe('sending once', () => {
  const first = sendingOf(written);
  const second = sendingOf({ ...written, description: 'Diubah.' });
  const third = sendingOf({ ...written, description: 'Diubah lagi.' });

  it('is one request when nothing is in the way', async () => {
    const { post, taken } = serverThatHas(null);
    expect(await sendOnce({ sending: first, attempted: [], key: 'k' }, post)).toMatchObject({ isEarlier: false });
    expect(taken).toHaveLength(1);
  });

  it('finds the attempt that had arrived, and says that it was that one', async () => {
    const { post } = serverThatHas(second);
    const sent = await sendOnce({ sending: third, attempted: [first, second], key: 'k' }, post);
    expect(sent).toMatchObject({ isEarlier: true, complaint: { id: 'c9' } });
  });

  it('gives the refusal on when no attempt explains it', async () => {
    const { post } = serverThatHas(second);
    await expect(sendOnce({ sending: third, attempted: [first], key: 'k' }, post)).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it('may have arrived unless the server refused it', () => {
    expect(mayHaveArrived(new ApiProblem({ status: 0, code: 'offline' }))).toBe(true);
    expect(mayHaveArrived(new ApiProblem({ status: 503, code: 'store_unavailable' }))).toBe(true);
    expect(mayHaveArrived(new ApiProblem({ status: 422, code: 'validation_failed' }))).toBe(false);
  });
});
