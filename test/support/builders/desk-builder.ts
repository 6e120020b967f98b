import type { Desk } from '../../../store/desks/desk-repository.ts';

/** A desk with the working hours of the demo. */
export function buildDesk(overrides: Partial<Desk> = {}): Desk {
  const day = [{ from: '07:30', to: '17:00' }];
  return {
    deskId: 'layanan',
    name: 'Layanan',
    settings: {
      acknowledgeWithin: 'PT1H',
      resolveTier1Within: 'PT4H',
      resolveTier2Within: 'PT8H',
      reopenWindow: 'PT24H',
      capacityPerAgent: 20,
      businessHours: {
        enabled: true,
        timezone: 'Asia/Jakarta',
        weekly: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
        holidays: ['2026-12-25'],
      },
    },
    version: 1,
    ...overrides,
  };
}
