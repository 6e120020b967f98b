import type { Message } from '../../store/messages/message-repository.ts';
import type { Store } from '../../store/store.ts';
import type { CaseAddress, Engine } from '../engine/engine-types.ts';

export interface DeliveryDeps {
  store: Pick<Store, 'messages'>;
  engine: Engine;
}

/**
 * Tells the case of a stored message. Repeating it changes nothing: the case takes each message once, by its id.
 * @throws EngineUnavailable the message stays pending, for the sweeper
 */
export async function tellCase(
  { engine }: DeliveryDeps,
  address: CaseAddress,
  { authorId, authorRole = '', kind, messageId }: Message,
): Promise<'signalled' | 'notRunning'> {
  const added = {
    messageId,
    kind: kind === 'note' ? 'note' : 'reply',
    actor: { id: authorId, role: authorRole },
  } as const;
  return engine.addMessage(address, added as Parameters<Engine['addMessage']>[1]);
}
