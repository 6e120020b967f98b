import { describe, expect, it } from 'vitest';
import { firstDayOf, periodOf, reportChoiceOf } from '../../../web/supervisor/reports/report-choice.ts';

// In Jakarta it is already the 25th.
const now = new Date('2026-11-24T18:00:00Z');

const choiceOf = (address: string) => reportChoiceOf(new URLSearchParams(address));

describe('what a report counts', () => {
  it('is the last thirty days of everything, by office, when the address says nothing', () => {
    expect(choiceOf('')).toEqual({
      ...{ report: 'overview', period: '30', from: null, to: null },
      ...{ officeId: '', systemId: '', agentId: '', groupBy: 'office' },
    });
  });

  it('is what the address says', () => {
    const choice = choiceOf('report=deadlines&period=own&from=2026-11-01&to=2026-11-20&systemId=sipd&groupBy=agent');
    expect(choice).toMatchObject({ report: 'deadlines', period: 'own', from: '2026-11-01', to: '2026-11-20' });
    expect(choice).toMatchObject({ systemId: 'sipd', groupBy: 'agent' });
  });

  it('is the usual where the address makes no sense', () => {
    expect(choiceOf('report=x&period=365&from=gestern&groupBy=mood')).toEqual(choiceOf(''));
  });
});

describe('the period', () => {
  it('begins so many days ago at the desk, today included, and ends now', () => {
    expect(firstDayOf(7, now)).toBe('2026-11-19');
    expect(periodOf(choiceOf('period=7'), now)).toEqual({ from: '2026-11-19' });
  });

  it('has the last of its days in it', () => {
    expect(periodOf(choiceOf('period=own&from=2026-11-01&to=2026-11-20'), now)).toEqual({
      from: '2026-11-01',
      to: '2026-11-20T17:00:00.000Z',
    });
    expect(periodOf(choiceOf('period=own'), now)).toEqual({});
  });
});
