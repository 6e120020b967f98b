import { describe } from 'vitest';
import type { Store } from '../../../store/store.ts';
import { attachmentSuite } from './attachment-suite.ts';
import { useConversation } from './conversation-world.ts';
import { messageSuite } from './message-suite.ts';
import { savedReplySuite } from './saved-reply-suite.ts';

/** What holds of conversations and attachments over any store, with every answer checked against OpenAPI. */
export function describeConversation(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    const world = useConversation(open);
    messageSuite(world);
    attachmentSuite(world);
    savedReplySuite(world);
  });
}
