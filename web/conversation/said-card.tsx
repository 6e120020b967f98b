import { Text } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle, IconLock, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useUser } from '../session/session.ts';
import { Moment } from '../shared/moment.tsx';
import { Fold } from '../shared/fold.tsx';
import { sizeOf } from '../shared/size-words.ts';
import type { SaidItem } from './conversation-items.ts';

const icons = { note: IconLock, question: IconHelpCircle, resolution: IconCircleCheck };

/** What one person said. One's own stands on the other side; what it is, is said in words too. */
export function SaidCard({ item }: { item: SaidItem }) {
  const { t } = useTranslation();
  const isOwn = item.author.id === useUser().id;
  const { kind } = item;
  const Icon = kind === 'note' || kind === 'question' || kind === 'resolution' ? icons[kind] : undefined;
  return (
    <li className="said" data-own={isOwn || undefined} data-kind={kind}>
      <div className="said-head">
        <strong>{isOwn ? t('conversation.you') : item.author.name}</strong>
        {Icon && (kind === 'note' || kind === 'question' || kind === 'resolution') && (
          <span className="said-kind">
            <Icon size={15} aria-hidden />
            {t(`conversation.kind.${kind}`)}
          </span>
        )}
        <span className="conversation-time">
          <Moment at={item.at} />
        </span>
      </div>
      {item.title && <Text fw={600}>{item.title}</Text>}
      <div className="said-text">{item.text}</div>
      {item.files.length > 0 && <SentFiles files={item.files} />}
      {item.again && item.again.length > 0 && (
        <Fold className="said-again" summary={t('conversation.again', { count: item.again.length })}>
          <ul>
            {item.again.map(({ id, name, at }) => (
              <li key={id}>
                {name} <Moment at={at} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </li>
  );
}

function SentFiles({ files }: { files: readonly Schemas['Attachment'][] }) {
  const { t } = useTranslation();
  return (
    <ul className="said-files" aria-label={t('files.sent')}>
      {files.map(({ id, fileName, size }) => (
        <li key={id}>
          <a href={`/v1/attachments/${id}`} download={fileName}>
            <IconPaperclip size={15} aria-hidden />
            {fileName}
          </a>{' '}
          <span className="conversation-time">{sizeOf(size)}</span>
        </li>
      ))}
    </ul>
  );
}
