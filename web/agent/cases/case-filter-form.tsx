import { Button, Checkbox, Group, NativeSelect, Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fold } from '../../shared/fold.tsx';
import { DayField } from '../day-field.tsx';
import { hiddenCount, statuses, tiers, type CaseFilters } from './case-filters.ts';
import { useFilterChoices } from './filter-choices.ts';

interface CaseFilterFormProps {
  filters: CaseFilters;
  /** An empty value takes a filter away. */
  change: (name: keyof CaseFilters, value: string) => void;
  clear: () => void;
}

/** What to look for; the list follows at once. */
export function CaseFilterForm({ filters, change, clear }: CaseFilterFormProps) {
  const { t } = useTranslation();
  const choices = useFilterChoices();
  const hidden = hiddenCount(filters);
  const [isOpen, setOpen] = useState(hidden > 0);
  const select = (name: 'agentId' | 'officeId' | 'systemId', items: { id: string; name: string }[]) => (
    <NativeSelect
      label={t(`cases.filter.${name}`)}
      value={filters[name] ?? ''}
      onChange={(event) => change(name, event.currentTarget.value)}
      data={[
        { value: '', label: t('cases.filter.all') },
        ...items.map(({ id, name: label }) => ({ value: id, label })),
      ]}
    />
  );
  return (
    <Paper withBorder p="lg" component="search" aria-label={t('cases.filter.title')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <SearchField value={filters.q ?? ''} change={(q) => change('q', q)} />
          <NativeSelect
            label={t('cases.filter.status')}
            value={filters.status ?? ''}
            onChange={(event) => change('status', event.currentTarget.value)}
            data={[
              { value: '', label: t('cases.filter.all') },
              ...statuses.map((value) => ({ value, label: t(`status.${value}`) })),
            ]}
          />
        </SimpleGrid>
        <Fold
          summary={hidden > 0 ? t('cases.filter.moreSet', { count: hidden }) : t('cases.filter.more')}
          open={isOpen}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm" mt="sm">
            {select('agentId', choices.agents)}
            {select('officeId', choices.offices)}
            {select('systemId', choices.systems)}
            <NativeSelect
              label={t('cases.filter.tier')}
              value={filters.tier ?? ''}
              onChange={(event) => change('tier', event.currentTarget.value)}
              data={[
                { value: '', label: t('cases.filter.all') },
                ...tiers.map((value) => ({ value, label: t(`tier.${value}`) })),
              ]}
            />
            {(['from', 'to'] as const).map((name) => (
              <DayField
                key={name}
                label={t(`cases.filter.${name}`)}
                value={filters[name] ?? null}
                onChange={(value) => change(name, value ?? '')}
              />
            ))}
            <Checkbox
              label={t('cases.filter.overdue')}
              checked={filters.overdue === 'true'}
              onChange={(event) => change('overdue', event.currentTarget.checked ? 'true' : '')}
            />
          </SimpleGrid>
        </Fold>
        {Object.keys(filters).length > 0 && (
          <Group>
            <Button variant="subtle" size="compact-md" onClick={clear}>
              {t('cases.filter.clear')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

/** The list is asked for when one pauses. */
function SearchField({ value, change }: { value: string; change: (value: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ text: value, value });
  const later = useDebouncedCallback(change, 350);
  // The address can also change by itself: back, forward, no filters.
  if (typed.value !== value) setTyped({ text: typed.text.trim() === value ? typed.text : value, value });
  return (
    <TextInput
      type="search"
      label={t('cases.filter.q')}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={200}
      value={typed.text}
      onChange={(event) => {
        setTyped({ text: event.currentTarget.value, value });
        later(event.currentTarget.value);
      }}
    />
  );
}
