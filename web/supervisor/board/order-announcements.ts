import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';

/** What a screen reader says while somebody is moved with the keyboard or dragged. */
export function useOrderAnnouncements(order: readonly string[], nameOf: (id: string) => string): Announcements {
  const { t } = useTranslation();
  const words = (id: UniqueIdentifier, at: UniqueIdentifier = id) => ({
    name: nameOf(String(id)),
    place: order.indexOf(String(at)) + 1,
    count: order.length,
  });
  return {
    onDragStart: ({ active }) => t('board.order.say.start', words(active.id)),
    onDragOver: ({ active, over }) => (over ? t('board.order.say.over', words(active.id, over.id)) : undefined),
    onDragEnd: ({ active, over }) => t('board.order.say.end', words(active.id, over?.id)),
    onDragCancel: ({ active }) => t('board.order.say.cancel', words(active.id)),
  };
}
