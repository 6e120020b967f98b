import type { Connection, Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';

/** A month, YYYY-MM, in which cases were received: where a walk through all days may begin and end. */
export interface CaseMonthDocument {
  _id: string;
}

export function caseMonthModel(connection: Connection): Model<CaseMonthDocument> {
  return connection.model<CaseMonthDocument>(
    'CaseMonth',
    storeSchema<CaseMonthDocument>({ _id: String }),
    'caseMonths',
  );
}
