import { defaultAnswerWithin } from '../store/desks/default-desk-settings.ts';
import type { DeskSettings } from '../store/desks/desk-repository.ts';
import { deadlineAfter, workingTimeIn } from '../workflows/calendar/working-time.ts';
import type { DeadlineKind, Pause } from '../workflows/complaint/complaint-types.ts';
import type { Tier } from '../workflows/kernel/tier.ts';

interface WantedDeadline {
  kind: DeadlineKind;
  tier: Tier;
  /** epoch milliseconds */
  from: number;
  pauses?: Pause[];
}

/** When the desk's allowance has passed, epoch milliseconds; the working time in the pauses is given back. */
export function deadlineOf(settings: DeskSettings, { kind, tier, from, pauses = [] }: WantedDeadline): number {
  const hours = settings.businessHours;
  const uninterrupted = deadlineAfter(from, allowanceOf(settings, kind, tier), hours);
  const paused = pauses.reduce((sum, pause) => sum + workingTimeIn(pause, hours), 0);
  return paused === 0 ? uninterrupted : deadlineAfter(uninterrupted, `PT${paused / 1000}S`, hours);
}

function allowanceOf(settings: DeskSettings, kind: DeadlineKind, tier: Tier): string {
  switch (kind) {
    case 'acknowledge':
      return settings.acknowledgeWithin;
    case 'resolve':
      return tier === 'tier-1' ? settings.resolveTier1Within : settings.resolveTier2Within;
    case 'answer':
      return settings.answerWithin ?? defaultAnswerWithin;
    case 'reopen':
      return settings.reopenWindow;
  }
}
