import { useTranslation } from 'react-i18next';
import { useUser } from '../session/session.ts';
import { Moment } from '../shared/moment.tsx';
import type { ConversationItem } from './conversation-items.ts';
import { SaidCard } from './said-card.tsx';
import { timelineSentence, type TimelineEntry } from './timeline-sentence.ts';
import './conversation.css';

/** A case as a conversation, oldest first. What arrives while one reads is read out. */
export function ConversationLog({ items }: { items: readonly ConversationItem[] }) {
  const { t } = useTranslation();
  return (
    <div role="log" aria-label={t('conversation.title')}>
      <ol className="conversation">
        {items.map((item) =>
          item.kind === 'event' ? (
            <EventLine key={item.key} entry={item.entry} />
          ) : (
            <SaidCard key={item.key} item={item} />
          ),
        )}
      </ol>
    </div>
  );
}

function EventLine({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const user = useUser();
  const sentence = timelineSentence(entry);
  if (!sentence) return null;
  const who = entry.actor.id === user.id ? t('conversation.you') : entry.actor.name;
  return (
    <li className="conversation-event">
      <span>{t(`conversation.event.${sentence.key}`, { who, ...sentence.values })}</span>
      <span className="conversation-time">
        <Moment at={entry.at} />
      </span>
      {sentence.quote && <q className="conversation-quote">{sentence.quote}</q>}
    </li>
  );
}
