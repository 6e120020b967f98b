import { randomUUID } from 'node:crypto';
import type { ChangeKind } from '../../store/changes/change-repository.ts';
import type { Tier } from '../../workflows/kernel/tier.ts';
import type { ApiDeps } from '../api-deps.ts';
import { recordEvent } from '../admin/audit-trail.ts';
import type { Actor } from '../auth/actor.ts';

/** What a person orders of a rotation, which alone decides what becomes of it. */
export interface RotationOrder {
  actor: Pick<Actor, 'id'>;
  kind: Extract<ChangeKind, 'availability' | 'capacity' | 'roster'>;
  /** The agent whom it is about; without one it is about the whole roster. */
  agentId?: string;
  /** What was asked for. */
  wish: Record<string, unknown>;
}

type AuditDeps = Pick<ApiDeps, 'clock' | 'logger' | 'store'>;

/**
 * Gives an order and audits it by two entries with one `orderId`: `asked` before it is given, so that nothing is ever
 * ordered unseen, and `taken` once Temporal has it for good. An order that was asked and not taken may or may not have
 * reached the rotation; neither entry says that the rotation has heeded it (ADR 23).
 */
export async function auditedOrder<T>(
  { clock, logger, store }: AuditDeps,
  { deskId, tier }: { deskId: string; tier: Tier },
  { actor, agentId, kind, wish }: RotationOrder,
  give: () => Promise<T>,
): Promise<T> {
  const orderId = randomUUID();
  const note = (action: 'asked' | 'taken') =>
    recordEvent(store, {
      ...{ kind, action, subjectId: agentId ?? `${deskId}/${tier}` },
      ...{ actorId: actor.id, at: clock().toISOString() },
      after: { orderId, deskId, tier, ...wish },
    });
  await note('asked');
  const given = await give();
  await note('taken').catch((error: unknown) => {
    // It is in force: to refuse it now would be wrong, and what the audit says stays true.
    logger.warn({ err: error, orderId }, 'an order that was taken is audited as asked only');
  });
  return given;
}
