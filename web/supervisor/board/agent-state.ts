import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/now-clock.ts';
import { momentOf } from '../../shared/time-words.ts';
import type { RosterAgent } from './rotation-query.ts';

/** `free` can take a turn; the others are passed over. */
export type AgentState = 'free' | 'full' | 'away' | 'leave';

type Seen = Pick<RosterAgent, 'availability' | 'capacity' | 'openCases'>;

export function agentStateOf({ availability, capacity, openCases }: Seen): AgentState {
  if (availability !== 'available') return availability;
  return openCases >= capacity ? 'full' : 'free';
}

/** `pergi sampai hari ini 14.00`; nothing for who is there: how much they have stands beside it. */
export function useStateWords(agent: Seen & Pick<RosterAgent, 'until'>): string | null {
  const { t } = useTranslation();
  const now = useNow();
  const state = agentStateOf(agent);
  if (state === 'free' || state === 'full') return null;
  const words = t(`board.state.${state}`);
  if (agent.until === null) return words;
  return t('board.state.until', { state: words, moment: momentOf(agent.until, new Date(now)) });
}
