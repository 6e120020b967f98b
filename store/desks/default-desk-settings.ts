import type { DeskSettings } from './desk-repository.ts';

/**
 * What holds for a desk that has set nothing: an acknowledgement within a working hour, one working day for tier 1,
 * three for tier 2, a week to reopen. Hours of the civil service in Jakarta, Presidential Regulation 21/2023 (37.5 h), and
 * the national holidays and joint leave of the ministers' decrees.
 */
export const defaultDeskSettings: DeskSettings = {
  acknowledgeWithin: 'PT1H',
  resolveTier1Within: 'PT8H',
  resolveTier2Within: 'PT24H',
  reopenWindow: 'P5D',
  // High, so that strict turns are never bent by it unless a desk wants that.
  capacityPerAgent: 250,
  businessHours: {
    enabled: true,
    timezone: 'Asia/Jakarta',
    weekly: {
      monday: [{ from: '07:30', to: '17:00' }],
      tuesday: [{ from: '07:30', to: '17:00' }],
      wednesday: [{ from: '07:30', to: '17:00' }],
      thursday: [{ from: '07:30', to: '17:00' }],
      friday: [{ from: '07:30', to: '17:00' }],
    },
    holidays: [],
    useNationalHolidays: true,
    useJointLeave: true,
  },
};

/** How long a submitter may take to answer a question before the case goes on without the answer. */
export const defaultAnswerWithin = 'P5D';
