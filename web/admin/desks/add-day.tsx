import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { DayField } from '../../agent/day-field.tsx';

interface AddDayProps {
  label: string;
  buttonLabel: string;
  /** YYYY-MM-DD; those that are there already cannot be added. */
  taken: readonly string[];
  onAdd: (day: string) => void;
}

/** A day to add to a list of days. */
export function AddDay({ label, buttonLabel, taken, onAdd }: AddDayProps) {
  const [day, setDay] = useState<string | null>(null);
  const canAdd = day !== null && !taken.includes(day);
  const add = () => {
    if (!canAdd) return;
    onAdd(day);
    setDay(null);
  };
  // In a field of its own within a form: Enter adds the day, and does not send the form.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <Group gap="sm" align="flex-end">
      <DayField w={260} label={label} value={day} onChange={setDay} onKeyDown={onKeyDown} />
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={!canAdd} onClick={add}>
        {buttonLabel}
      </Button>
    </Group>
  );
}
