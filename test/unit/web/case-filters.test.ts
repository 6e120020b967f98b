import { describe, expect, it } from 'vitest';
import { filtersOf, hiddenCount, queryOf } from '../../../web/agent/cases/case-filters.ts';

const read = (address: string) => filtersOf(new URLSearchParams(address));

describe('what a list of cases is narrowed to', () => {
  it('is what stands in the address, as far as it means something', () => {
    expect(read('q=+SIPD+&status=assigned&tier=tier-2&overdue=true&agentId=petugas-a')).toEqual({
      ...{ q: 'SIPD', status: 'assigned', tier: 'tier-2', overdue: 'true', agentId: 'petugas-a' },
    });
    expect(read('q=&status=nonsense&tier=3&overdue=false&from=yesterday&to=2026-13-01&page=2')).toEqual({});
  });

  it('is asked for in instants, from the first midnight to the end of the last day', () => {
    expect(queryOf(read('officeId=123&from=2026-11-01&to=2026-11-30'))).toEqual({
      officeId: '123',
      from: '2026-10-31T17:00:00.000Z',
      to: '2026-11-30T17:00:00.000Z',
    });
  });

  it('says how much of it is out of sight', () => {
    expect(hiddenCount(read('q=x&status=closed'))).toBe(0);
    expect(hiddenCount(read('q=x&officeId=1&from=2026-11-01'))).toBe(2);
  });
});
