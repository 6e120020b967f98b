import type { Turn } from '../../../store/turns/turn-repository.ts';

/** Turns `from` … `to` of a rotation, dealt round a roster of sixteen. */
export function buildTurns(from: number, to: number, overrides: Partial<Turn> = {}): Turn[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const seq = from + index;
    return {
      deskId: 'layanan',
      tier: 'tier-1' as const,
      seq,
      requestId: `case-${seq}/tier-1/1`,
      caseId: `case-${seq}`,
      attempt: 1,
      agentId: `petugas-${String.fromCharCode(97 + ((seq - 1) % 16))}`,
      at: '2026-11-24T01:00:00.000Z',
      ...overrides,
    };
  });
}
