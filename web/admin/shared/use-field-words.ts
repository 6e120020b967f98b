import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { fullMomentOf } from '../../shared/time-words.ts';
import { spokenLanguage } from '../../text/language.ts';
import type text from '../../text/id.json';
import { clockText } from '../desks/clock-text.ts';
import { partsOf } from '../desks/duration-parts.ts';
import { isZone } from '../desks/time-zones.ts';
import { webhookEvents } from '../webhooks/webhook-events.ts';
import { dayWords } from './day-words.ts';
import { useNames } from './use-names.ts';

type Field = keyof typeof text.admin.field;
type Period = Schemas['Period'];
type CalendarException = Schemas['CalendarException'];
type Words = (value: string) => string;

/** What was set up, in words: what a field is called, and how its value reads. */
export function useFieldWords() {
  const { t, i18n } = useTranslation();
  const names = useNames();

  const hours = (periods: Period[]) => {
    const clock = (time: string) => clockText(time, spokenLanguage());
    if (periods.length === 0) return t('admin.calendar.free');
    return periods.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
  };
  const exception = ({ date, name, periods }: CalendarException) =>
    [dayWords(date), name, hours(periods)].filter(Boolean).join(', ');
  const duration: Words = (value) => {
    const parts = partsOf(value);
    return parts ? t(`admin.duration.${parts.unit}`, { count: parts.amount }) : value;
  };
  const event: Words = (value) => {
    const known = webhookEvents.find((each) => each === value);
    return known ? t(`admin.webhooks.event.${known}`) : t('admin.webhooks.event.*');
  };
  const texts: Record<string, Words> = {
    ...{ acknowledgeWithin: duration, resolveTier1Within: duration, resolveTier2Within: duration },
    ...{ reopenWindow: duration, officeId: names.office, deskId: names.desk, userId: names.person },
    ...{ role: (role) => t(`role.${role as keyof typeof text.role}`) },
    ...{ tier: (tier) => t(`tier.${tier as keyof typeof text.tier}`) },
    ...{ timezone: (zone) => (isZone(zone) ? t(`admin.zone.${zone}`) : zone), until: fullMomentOf },
    ...{ availability: (state) => t(`agentCase.move.reassign.state.${state as 'away'}`) },
  };
  const lists: Record<string, (items: never[]) => string> = {
    holidays: (dates: string[]) => dates.map(dayWords).join('; '),
    exceptions: (days: CalendarException[]) => days.map(exception).join('; '),
    events: (events: string[]) => events.map(event).join(', '),
    agentIds: (ids: string[]) => ids.map(names.person).join(', '),
  };

  return {
    hours,
    duration,
    event,
    /** Null for what only machines have a word for. */
    labelOf: (field: string) => (i18n.exists(`admin.field.${field}`) ? t(`admin.field.${field as Field}`) : null),
    wordsOf(field: string, value: unknown): string {
      if (Array.isArray(value)) {
        const isDay = !(field in lists);
        return isDay ? hours(value as Period[]) : lists[field]?.(value as never[]) || t('admin.nothing');
      }
      if (typeof value === 'boolean') return t(value ? 'admin.yes' : 'admin.no');
      if (typeof value === 'number') return String(value);
      return typeof value === 'string' && value !== '' ? (texts[field]?.(value) ?? value) : t('admin.nothing');
    },
  };
}
