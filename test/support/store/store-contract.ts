import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../../store/store.ts';
import { answerIntentContract } from './answer-intent-contract.ts';
import { attachmentContract } from './attachment-contract.ts';
import { caseContract } from './case-contract.ts';
import { caseListContract } from './case-list-contract.ts';
import { changeContract } from './change-contract.ts';
import { conversationContract } from './conversation-contract.ts';
import { deskContract } from './desk-contract.ts';
import { hostileTextContract } from './hostile-text-contract.ts';
import { incidentContract } from './incident-contract.ts';
import { notificationContract } from './notification-contract.ts';
import { peopleContract } from './people-contract.ts';
import { presenceContract } from './presence-contract.ts';
import { reportContract } from './report-contract.ts';
import { retentionContract } from './retention-contract.ts';
import { rotationContract } from './rotation-contract.ts';
import { secondFactorContract } from './second-factor-contract.ts';
import { sessionContract } from './session-contract.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { timelineContract } from './timeline-contract.ts';
import { webhookContract } from './webhook-contract.ts';

/**
 * What every store does, real or fake. Each test uses ids of its own, so that all of them share one store.
 *
 * @param open makes an empty store; the suite closes it
 */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let opened: Store | undefined;
    const store: StoreUnderTest = () => {
      if (opened === undefined) throw new Error('The store is not open');
      return opened;
    };
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => opened?.close());

    caseContract(store);
    caseListContract(store);
    incidentContract(store);
    reportContract(store);
    timelineContract(store);
    rotationContract(store);
    sessionContract(store);
    deskContract(store);
    peopleContract(store);
    secondFactorContract(store);
    changeContract(store);
    notificationContract(store);
    webhookContract(store);
    retentionContract(store);
    presenceContract(store);
    answerIntentContract(store);
    conversationContract(store);
    attachmentContract(store);
    hostileTextContract(store);
  });
}
