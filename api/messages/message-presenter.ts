import type { Message } from '../../store/messages/message-repository.ts';
import type { Store } from '../../store/store.ts';
import { filesById } from '../attachments/attachment-schemas.ts';
import type { Directory } from '../complaints/complaint-directory.ts';
import type { PresentedMessage } from './message-schemas.ts';

/** The only way for messages to leave the API; which of them the reader may see is decided where they are looked up. */
export async function presentMessages(
  { directory, store }: { directory: Directory; store: Pick<Store, 'attachments'> },
  messages: Message[],
): Promise<PresentedMessage[]> {
  const [names, files] = await Promise.all([
    directory.people(messages.map(({ authorId }) => authorId)),
    filesById(
      store,
      messages.flatMap(({ attachmentIds = [] }) => attachmentIds),
    ),
  ]);
  return messages.map(({ attachmentIds = [], at, authorId, kind, messageId, text }) => ({
    id: messageId,
    kind: kind === 'note' ? 'note' : 'reply',
    author: { id: authorId, name: names.get(authorId) ?? authorId },
    ...{ text, at },
    attachments: attachmentIds.flatMap((id) => files.get(id) ?? []),
  }));
}
