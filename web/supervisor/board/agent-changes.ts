import { awayUntil, type AwayEnd } from '../../agent/availability/absence-end.ts';
import type { Agent } from '../../agent/availability/agents-query.ts';
import type { Schemas } from '../../api/client.ts';
import { dayOf, startOfDay } from '../../shared/time-words.ts';

/** What the form about an agent says. */
export interface AgentForm {
  availability: Agent['availability'];
  /** Of a short absence; `keep`: as it was. */
  end: AwayEnd | 'keep';
  /** A day, or null while it is not known. */
  backOn: string | null;
  handover: boolean;
  /** Null: as the desk says. */
  capacity: number | null;
}

export interface AgentChanges {
  availability?: Schemas['AvailabilityChange'];
  capacity?: Schemas['CapacityChange'];
}

export function agentFormOf(agent: Agent): AgentForm {
  return {
    availability: agent.availability,
    end: agent.availability === 'away' ? 'keep' : 'open',
    backOn: agent.availability === 'leave' && agent.until !== null ? dayOf(new Date(agent.until)) : null,
    handover: true,
    capacity: agent.ownCapacity,
  };
}

function availabilityOf(agent: Agent, form: AgentForm, now: Date): Schemas['AvailabilityChange'] | null {
  const { availability, backOn, end, handover } = form;
  const isNew = availability !== agent.availability;
  if (availability === 'available') return isNew ? { availability } : null;
  if (availability === 'away') return end === 'keep' ? null : { availability, until: awayUntil(end, now) };
  if (!isNew && backOn === agentFormOf(agent).backOn) return null;
  return { availability, until: backOn && startOfDay(backOn), ...(isNew && agent.openCases > 0 ? { handover } : {}) };
}

/** What there is to be told to the desk; nothing of what stays as it is. */
export function agentChangesOf(agent: Agent, form: AgentForm, now: Date): AgentChanges {
  const availability = availabilityOf(agent, form, now);
  return {
    ...(availability ? { availability } : {}),
    ...(form.capacity === agent.ownCapacity ? {} : { capacity: { capacity: form.capacity } }),
  };
}
