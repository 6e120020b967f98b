import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './board.module.css';
import { useOrderAnnouncements } from './order-announcements.ts';
import { PlacedAgent, type Step } from './placed-agent.tsx';
import { movedBy, movedTo } from './roster-order.ts';

interface OrderListProps {
  order: string[];
  nameOf: (id: string) => string;
  onOrder: (order: string[]) => void;
}

/** People in an order that one changes by dragging, by the keyboard, or by a button for each step. */
export function OrderList({ order, nameOf, onOrder }: OrderListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const wanted = useRef('');
  const announcements = useOrderAnnouncements(order, nameOf);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  // A row that moves, or goes, takes the focus with it; whoever presses on wants it back.
  useEffect(() => {
    if (wanted.current !== '') list.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = '';
  }, [order]);
  const take = (id: string, step: Step) => {
    const place = order.indexOf(id);
    if (step === 'remove') {
      const neighbour = order[place + 1] ?? order[place - 1] ?? '';
      wanted.current = `[data-agent="${neighbour}"] [data-step="remove"]`;
      setSaid(t('board.order.say.removed', { name: nameOf(id) }));
      return onOrder(order.filter((other) => other !== id));
    }
    const next = movedBy(order, id, step === 'up' ? -1 : 1);
    wanted.current = `[data-agent="${id}"] [data-step="${step}"]`;
    setSaid(t('board.order.say.end', { name: nameOf(id), place: next.indexOf(id) + 1, count: next.length }));
    onOrder(next);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('board.order.say.how') } }}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) onOrder(movedTo(order, String(active.id), order.indexOf(String(over.id))));
      }}
    >
      <SortableContext items={order} strategy={verticalListSortingStrategy}>
        <ol className={classes.order} ref={list} aria-label={t('board.order.list')}>
          {order.map((id, index) => (
            <PlacedAgent
              key={id}
              id={id}
              name={nameOf(id)}
              place={index + 1}
              idle={[
                ...(index === 0 ? (['up'] as const) : []),
                ...(index === order.length - 1 ? (['down'] as const) : []),
              ]}
              onStep={(step) => take(id, step)}
            />
          ))}
        </ol>
      </SortableContext>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </DndContext>
  );
}
