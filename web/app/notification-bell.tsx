import { Anchor, Button, Group, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answer, api, type Schemas, type User } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';
import { Moment } from '../shared/moment.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import './notification-bell.css';

const limit = 20;

function useNotifications() {
  const { i18n } = useTranslation();
  return useQuery({
    // Their sentences are the server's.
    queryKey: [...keys.notifications, i18n.language],
    queryFn: () => answer(api.GET('/v1/notifications', { params: { query: { limit } } })),
  });
}

/** What one has been told, behind a bell that counts what is new. The browser's own popover, as for the account. */
export function NotificationBell({ user }: { user: User }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const panel = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useNotifications();
  const outdated = () => client.invalidateQueries({ queryKey: keys.notifications });
  const readOne = useMutation({
    mutationFn: (id: string) => answer(api.POST('/v1/notifications/{id}/read', { params: { path: { id } } })),
    onSettled: outdated,
  });
  const readAll = useMutation({
    mutationFn: (upTo: string) => answer(api.POST('/v1/notifications/read-all', { body: { upTo } })),
    onSettled: outdated,
  });
  const items = data?.items ?? [];
  const unread = data?.unread ?? 0;
  const newest = items[0];
  const close = () => panel.current?.hidePopover();
  const name = unread > 0 ? t('notifications.unread', { number: unread }) : t('notifications.title');
  return (
    <>
      <Button variant="subtle" color="gray" px="xs" className="bell" aria-label={name} popoverTarget="notifications">
        <IconBell size={20} aria-hidden />
        {unread > 0 && (
          <span className="bell-count" aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Button>
      <VisuallyHidden role="status">{unread > 0 ? name : ''}</VisuallyHidden>
      <div
        id="notifications"
        popover="auto"
        ref={panel}
        role="dialog"
        aria-labelledby="notifications-title"
        className="top-popover notification-panel"
      >
        <Group justify="space-between" px="xs" py={4}>
          <Title order={2} size="h4" id="notifications-title">
            {t('notifications.title')}
          </Title>
          {unread > 0 && newest && (
            <Button variant="subtle" size="compact-sm" onClick={() => readAll.mutate(newest.at)}>
              {t('notifications.readAll')}
            </Button>
          )}
        </Group>
        <ProblemAlert error={error} retry={() => void refetch()} />
        {data && items.length === 0 && (
          <Text c="dimmed" p="xs">
            {t('notifications.none')}
          </Text>
        )}
        <ul className="notification-list">
          {items.map((item) => (
            <NotificationLine
              key={item.id}
              item={item}
              // Staff have their own page of a case, at the same number.
              href={`/${user.role === 'submitter' ? 'complaints' : 'cases'}/${item.complaint.number}`}
              open={() => {
                close();
                if (!item.readAt) readOne.mutate(item.id);
              }}
            />
          ))}
        </ul>
        <Anchor component={Link} href="/account" size="sm" className="notification-choices" onClick={close}>
          {t('notifications.choose')}
        </Anchor>
      </div>
    </>
  );
}

interface NotificationLineProps {
  item: Schemas['Notification'];
  href: string;
  open: () => void;
}

function NotificationLine({ item, href, open }: NotificationLineProps) {
  const { t } = useTranslation();
  return (
    <li>
      <Link href={href} className="notification-line" data-unread={!item.readAt || undefined} onClick={open}>
        <span>
          {!item.readAt && <VisuallyHidden>{t('notifications.new')} </VisuallyHidden>}
          {item.text}
        </span>
        <Text span size="sm" c="dimmed">
          <Moment at={item.at} />
        </Text>
      </Link>
    </li>
  );
}
