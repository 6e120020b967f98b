import { ActionIcon, Text } from '@mantine/core';
import { useSortable } from '@dnd-kit/sortable';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './board.module.css';

export type Step = 'up' | 'down' | 'remove';

const icons = { up: IconArrowUp, down: IconArrowDown, remove: IconX };

interface PlacedAgentProps {
  id: string;
  name: string;
  /** From 1. */
  place: number;
  /** What makes no difference here: up for the first, down for the last. */
  idle: readonly Step[];
  onStep: (step: Step) => void;
}

/** Somebody in the order, with a handle to be dragged by and a button for each step. */
export function PlacedAgent({ id, name, place, idle, onStep }: PlacedAgentProps) {
  const { t } = useTranslation();
  const { attributes, isDragging, listeners, setActivatorNodeRef, setNodeRef, transform, transition } = useSortable({
    id,
    attributes: { roleDescription: t('board.order.handle') },
  });
  return (
    <li
      ref={setNodeRef}
      className={classes.placed}
      data-agent={id}
      data-dragging={isDragging || undefined}
      style={{ transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined, transition }}
    >
      <ActionIcon
        ref={setActivatorNodeRef}
        className={classes.handle}
        variant="subtle"
        color="gray"
        c="dimmed"
        size="lg"
        {...attributes}
        {...listeners}
        aria-label={t('board.order.drag', { name })}
      >
        <IconGripVertical size={18} aria-hidden />
      </ActionIcon>
      <Text c="dimmed" ta="end" pe={6}>
        {place}
      </Text>
      <Text truncate>{name}</Text>
      {(['up', 'down', 'remove'] as const).map((step) => {
        const Icon = icons[step];
        // Not disabled: who presses it again and again keeps the focus.
        const isIdle = idle.includes(step);
        return (
          <ActionIcon
            key={step}
            variant="subtle"
            color="gray"
            c={isIdle ? 'dimmed' : 'var(--mantine-color-text)'}
            size="lg"
            data-step={step}
            aria-disabled={isIdle || undefined}
            style={isIdle ? { opacity: 0.35 } : undefined}
            aria-label={t(`board.order.${step}`, { name })}
            onClick={() => !isIdle && onStep(step)}
          >
            <Icon size={17} aria-hidden />
          </ActionIcon>
        );
      })}
    </li>
  );
}
