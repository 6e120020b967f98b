import { dayOf, startOfDay } from '../../shared/time-words.ts';

export const reportNames = ['overview', 'fairness', 'deadlines', 'duplicates'] as const;
export type ReportName = (typeof reportNames)[number];

export const lengths = ['7', '30', '90'] as const;
/** So many days up to now, or days of one's own. */
export type PeriodChoice = (typeof lengths)[number] | 'own';

export const groupings = ['office', 'system', 'agent'] as const;
type Grouping = (typeof groupings)[number];

/** What is counted, as it stands in the address. */
export interface ReportChoice {
  report: ReportName;
  period: PeriodChoice;
  /** Of days of one's own: the first and the last, `2026-11-24`. */
  from: string | null;
  to: string | null;
  officeId: string;
  systemId: string;
  agentId: string;
  groupBy: Grouping;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

function oneOf<Choice extends string>(choices: readonly Choice[], value: string | null, usual: Choice): Choice {
  return choices.find((choice) => choice === value) ?? usual;
}

/** Whatever somebody has put into the address, there is something to be shown. */
export function reportChoiceOf(address: URLSearchParams): ReportChoice {
  const dayIn = (name: string) => {
    const value = address.get(name);
    return value !== null && day.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
  };
  return {
    report: oneOf(reportNames, address.get('report'), 'overview'),
    period: oneOf([...lengths, 'own'], address.get('period'), '30'),
    from: dayIn('from'),
    to: dayIn('to'),
    officeId: address.get('officeId') ?? '',
    systemId: address.get('systemId') ?? '',
    agentId: address.get('agentId') ?? '',
    groupBy: oneOf(groupings, address.get('groupBy'), 'office'),
  };
}

/** The first day of so many, of which today is the last. */
export function firstDayOf(count: number, now: Date): string {
  const today = Date.parse(`${dayOf(now)}T00:00:00Z`);
  return new Date(today - (count - 1) * 86_400_000).toISOString().slice(0, 10);
}

/** As the API has it: the last day included, until now when there is none. */
export function periodOf({ from, period, to }: ReportChoice, now: Date): { from?: string; to?: string } {
  if (period !== 'own') return { from: firstDayOf(Number(period), now) };
  return { ...(from ? { from } : {}), ...(to ? { to: startOfDay(to, 1) } : {}) };
}

/** Only what one has chosen. */
export function filtersOf({ agentId, officeId, systemId }: ReportChoice) {
  return {
    ...(agentId ? { agentId } : {}),
    ...(officeId ? { officeId } : {}),
    ...(systemId ? { systemId } : {}),
  };
}
