import { condition, log, proxyActivities, setHandler } from '@temporalio/workflow';
import type { ReplanningActivities } from './replanning-activity-port.ts';
import { calendarChanged } from './replanning-messages.ts';
import type { ReplanningInput, ReplanningPlace } from './replanning-types.ts';

const { replanCases } = proxyActivities<ReplanningActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '30 seconds' },
});

/** As long as a case may take to be seen in the read model, or to be listed under its new status. */
const settlingTime = '1 minute';

/**
 * Has all running deadlines of a desk planned again, and ends. The signal that starts it is durable: it needs no worker,
 * and a crash in the middle goes on where it was. A change that comes meanwhile begins from the front. The second round
 * is for cases that the first could not see (ADR 0015).
 */
export async function replanning({ deskId }: ReplanningInput): Promise<void> {
  let changes = 0;
  let done = 0;
  setHandler(calendarChanged, () => {
    changes += 1;
  });
  await condition(() => changes > 0);
  while (changes > done) {
    done = changes;
    const isOutdated = () => changes > done;
    await tellAll(deskId, isOutdated);
    if (isOutdated() || (await condition(isOutdated, settlingTime))) continue;
    await tellAll(deskId, isOutdated);
  }
}

async function tellAll(deskId: string, isOutdated: () => boolean): Promise<void> {
  let place: ReplanningPlace | null = null;
  let told = 0;
  do {
    const page: Awaited<ReturnType<typeof replanCases>> = await replanCases.executeWithOptions(
      { summary: place ? `more cases that are ${place.status}` : 'all open cases plan their deadlines again' },
      [{ deskId, place }],
    );
    place = page.next;
    told += page.told;
  } while (place !== null && !isOutdated());
  log.info('cases were told to plan their deadlines again', { deskId, told });
}
